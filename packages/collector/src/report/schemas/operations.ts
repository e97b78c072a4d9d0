import * as v from 'valibot';
import { envelope, paged } from './envelope.js';
import { community, computedSchema, count, day, item, name, title } from './figures.js';

/** How far recalls have come, and whether what arrives is sound. */
export const operationReports = {
  recalls: v.strictObject({
    report: v.literal('recalls'),
    ...envelope,
    ...paged(
      v.strictObject({
        item,
        title,
        version: count,
        reason: v.optional(v.string()),
        day: v.pipe(day, v.description('The day on which it was withdrawn')),
        sharedIn: count,
        heldBy: count,
        coverage: computedSchema,
        communities: v.array(
          v.strictObject({
            community,
            name,
            state: v.pipe(
              v.picklist(['holds', 'older-list', 'not-told']),
              v.description('not-told: the community has never said which list it holds'),
            ),
            since: v.pipe(v.nullable(day), v.description('First day on which it held a list with the recall')),
            lastTold: v.nullable(day),
          }),
        ),
        progress: v.pipe(
          v.array(v.strictObject({ day, held: count })),
          v.description('How many held it at the end of each day on which that number changed'),
        ),
      }),
    ),
  }),
  'data-quality': v.strictObject({
    report: v.literal('data-quality'),
    ...envelope,
    refusedTotal: count,
    refused: v.array(
      v.strictObject({
        day,
        community: v.pipe(v.string(), v.description('`unknown` where no signature proved who sent it')),
        code: v.string(),
        words: v.string(),
        n: count,
      }),
    ),
    refusedByCode: v.array(v.strictObject({ code: v.string(), words: v.string(), n: count })),
    silentAfter: v.pipe(count, v.description('So many days without a word make a community silent')),
    communities: v.array(
      v.strictObject({
        community,
        name,
        country: v.string(),
        trusted: v.boolean(),
        lastDay: v.pipe(
          v.nullable(day),
          v.description('Last day it reported anything of: posts, crowds or a status list'),
        ),
        silentDays: v.nullable(count),
        state: v.picklist(['reporting', 'silent', 'never-reported']),
      }),
    ),
  }),
} as const;
