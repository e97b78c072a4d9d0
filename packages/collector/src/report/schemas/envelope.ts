import * as v from 'valibot';
import { community, count, day, item, week } from './figures.js';

/** What the report is about, as it was taken: defaults filled in. Both days are included. */
const filter = v.strictObject({
  from: v.optional(day),
  to: v.optional(day),
  item: v.optional(item),
  community: v.optional(community),
  weeks: v.optional(
    v.pipe(
      v.strictObject({ from: v.optional(week), to: v.optional(week) }),
      v.description('The whole weeks within the days: crowd figures are of these alone'),
    ),
  ),
});
export type EffectiveFilter = v.InferOutput<typeof filter>;

export const envelope = {
  schema: v.literal('pullquote-report/2'),
  generatedAt: v.pipe(day, v.description('The day (UTC) on which it was made')),
  publisher: v.strictObject({ origin: v.string(), name: v.string() }),
  filter,
};
const next = v.pipe(v.nullable(v.string()), v.description('Cursor of the next page; null on the last one'));

/** A list that is read in pages. */
export function paged<R extends v.GenericSchema>(rows: R) {
  return { rows: v.array(rows), total: count, next };
}
