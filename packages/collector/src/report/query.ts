import * as v from 'valibot';
import { dayOf, dayStart } from '@pullquote/events';
import { CollectorError } from '../errors.js';

export const MAX_LIMIT = 1_000;
const DEFAULT_LIMIT = 100;

const day = v.pipe(
  v.string(),
  v.check(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayStart(text)) && dayOf(dayStart(text)) === text,
    'must be a day such as 2026-11-22',
  ),
);
const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    ),
    v.transform(Number),
  );

/** What may be asked of a report: the query of its address, and the options of the command line. */
export const querySchema = v.strictObject({
  /** First and last day, both included. */
  from: v.optional(day),
  to: v.optional(day),
  /** URN of one item, origin of one community. */
  item: v.optional(v.pipe(v.string(), v.maxLength(200, 'is longer than 200 characters'))),
  community: v.optional(v.pipe(v.string(), v.maxLength(200, 'is longer than 200 characters'))),
  /** Of `dead-content` and `data-quality`: after how many days without a word. */
  days: v.optional(wholeNumber(1, 3_650)),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(1_000, 'is longer than 1000 characters'))),
  limit: v.optional(wholeNumber(1, MAX_LIMIT), String(DEFAULT_LIMIT)),
});
export type ReportQuery = v.InferOutput<typeof querySchema>;

/** @throws CollectorError `usage` that names the parameter */
export function parseQuery(input: Readonly<Record<string, string | undefined>>): ReportQuery {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const result = v.safeParse(querySchema, given, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const field = v.getDotPath(issue) ?? 'query';
    const unknown = issue.type === 'strict_object' && issue.expected === 'never';
    throw new CollectorError('usage', `${field}: ${unknown ? 'a report has no such parameter' : issue.message}.`);
  }
  const { from, to } = result.output;
  if (from !== undefined && to !== undefined && from > to)
    throw new CollectorError('usage', 'from: comes after to. Name the earlier day first.');
  return result.output;
}
