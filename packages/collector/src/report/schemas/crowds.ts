import * as v from 'valibot';
import { envelope, paged } from './envelope.js';
import { crowdFigureSchema, crowdRateSchema, item, title, week } from './figures.js';

/** Figures of crowds: noised, each with its uncertainty, and only what was released. */
export const crowdReports = {
  rooms: v.strictObject({
    report: v.literal('rooms'),
    ...envelope,
    ...paged(v.strictObject({ specialty: v.string(), doctors: crowdFigureSchema })),
  }),
  crowd: v.strictObject({
    report: v.literal('crowd'),
    ...envelope,
    ...paged(
      v.strictObject({
        fact: v.string(),
        doctors: crowdFigureSchema,
        weeks: v.pipe(
          v.array(v.strictObject({ week, doctors: crowdFigureSchema })),
          v.description('Every week from the first to the last of the report; most may be not released'),
        ),
      }),
    ),
  }),
  excerpts: v.strictObject({
    report: v.literal('excerpts'),
    ...envelope,
    ...paged(
      v.strictObject({
        item,
        title,
        excerpts: v.array(v.strictObject({ excerpt: v.string(), doctors: crowdFigureSchema })),
        leads: v.pipe(
          v.picklist(['clear', 'overlapping', 'only-one']),
          v.description('Whether the first one’s interval lies wholly above the second one’s'),
        ),
      }),
    ),
  }),
  'label-trust': v.strictObject({
    report: v.literal('label-trust'),
    ...envelope,
    viewed: crowdFigureSchema,
    expansion: crowdRateSchema,
    pi: crowdRateSchema,
    citation: crowdRateSchema,
    source: crowdRateSchema,
    ...paged(
      v.strictObject({
        item,
        title,
        viewed: crowdFigureSchema,
        expansion: crowdRateSchema,
        pi: crowdRateSchema,
        citation: crowdRateSchema,
        source: crowdRateSchema,
      }),
    ),
  }),
  blocked: v.strictObject({
    report: v.literal('blocked'),
    ...envelope,
    ...paged(
      v.strictObject({
        rule: v.string(),
        doctors: crowdFigureSchema,
        items: v.array(v.strictObject({ item, title, doctors: crowdFigureSchema })),
      }),
    ),
  }),
} as const;
