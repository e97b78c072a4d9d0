import { dayOf, dayStart } from '@pullquote/events';
import * as v from 'valibot';
import { daysBetween } from '../report/formulas/weeks.js';

/** Longer than this is no campaign, but a mistake in a year. */
const MAX_DAYS = 366;

const day = v.pipe(
  v.string(),
  v.check(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayStart(text)) && dayOf(dayStart(text)) === text,
    'must be a day such as 2026-11-22',
  ),
);

/** A window of the publisher's own calendar, as its API and its files write it. Both days are included. */
export const campaignSchema = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'), v.maxLength(200, 'is longer than 200 characters')),
    kind: v.pipe(
      v.string(),
      v.check((kind) => KINDS.includes(kind), 'must be congress, launch, guideline or other'),
      v.transform((kind) => kind as 'congress' | 'launch' | 'guideline' | 'other'),
    ),
    from: day,
    to: day,
    /** URN of the one item that it is about; without one, all. */
    item: v.optional(
      v.pipe(
        v.string(),
        v.check(
          (urn) => urn.length <= 200 && /^urn:[a-z0-9][a-z0-9-]{1,31}:[!-~]+$/.test(urn),
          'must be the URN of an item',
        ),
      ),
    ),
  }),
  v.forward(
    v.check(({ from, to }) => from <= to, 'comes before from'),
    ['to'],
  ),
  v.forward(
    v.check(({ from, to }) => daysBetween(from, to) < MAX_DAYS, `is more than ${MAX_DAYS} days after from`),
    ['to'],
  ),
);
export type CampaignInput = v.InferOutput<typeof campaignSchema>;

export const KINDS: readonly string[] = ['congress', 'launch', 'guideline', 'other'];
