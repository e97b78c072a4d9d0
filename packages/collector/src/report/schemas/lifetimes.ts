import * as v from 'valibot';
import { envelope, paged } from './envelope.js';
import { computedSchema, count, day, item, title } from './figures.js';

/** How long items and their versions are posted. */
export const lifetimeReports = {
  'half-life': v.strictObject({
    report: v.literal('half-life'),
    ...envelope,
    ...paged(
      v.strictObject({
        item,
        title,
        firstDay: day,
        halfLife: v.pipe(computedSchema, v.description('Days; the first day is day 1')),
        curve: v.pipe(
          v.array(count),
          v.description('Posts up to the end of day 1, 2, … 90, as far as days have been reported'),
        ),
      }),
    ),
  }),
  'dead-content': v.strictObject({
    report: v.literal('dead-content'),
    ...envelope,
    days: v.pipe(count, v.description('So many days without a post make an item dead')),
    catalogue: v.variant('state', [
      v.strictObject({
        state: v.literal('known'),
        asOf: day,
        items: count,
      }),
      v.strictObject({ state: v.literal('unknown') }),
    ]),
    ...paged(
      v.strictObject({
        item,
        title,
        version: count,
        since: v.pipe(day, v.description('The day from which this collector knows it as published')),
        lastDay: v.nullable(day),
        silentDays: v.pipe(count, v.description('Days since the last post, or since it was published')),
      }),
    ),
  }),
  'stale-versions': v.strictObject({
    report: v.literal('stale-versions'),
    ...envelope,
    ...paged(
      v.strictObject({
        item,
        title,
        current: count,
        since: v.pipe(day, v.description('The day from which the current version is known: published or posted')),
        postsSince: count,
        staleSince: count,
        staleShare: computedSchema,
        lastStaleDay: v.nullable(day),
        versions: v.array(v.strictObject({ version: count, posts: count, lastDay: day })),
      }),
    ),
  }),
} as const;
