import * as v from 'valibot';
import { envelope, paged } from './envelope.js';
import { community, computedSchema, count, day, figuresSchema, item, name, title, week } from './figures.js';

const weekPoint = v.strictObject({
  week,
  from: v.pipe(day, v.description('Its Monday')),
  counted: v.pipe(v.boolean(), v.description('Enters the indices: a whole week of the report, from the first post on')),
  ...figuresSchema.entries,
  windows: v.pipe(v.array(v.string()), v.description('Names of the campaign windows that touch it')),
});
export type WeekPoint = v.InferOutput<typeof weekPoint>;

const alwaysOnFigures = {
  alwaysOn: computedSchema,
  medianOutside: computedSchema,
  medianInside: computedSchema,
  peakToBaseline: computedSchema,
  peak: v.nullable(v.strictObject({ week, posts: count })),
  weeksOutside: count,
  weeksInside: count,
};

const itemRow = v.strictObject({
  item,
  title,
  ...figuresSchema.entries,
  reuseRatio: computedSchema,
  halfLife: computedSchema,
  alwaysOn: computedSchema,
  peakToBaseline: computedSchema,
  communities: v.pipe(count, v.description('In which it has ever been posted, up to the last day of the report')),
  firstDay: day,
  lastDay: day,
  weekly: v.pipe(v.array(count), v.description('Posts in each week of the report’s `weeks`')),
});
const communityRow = v.strictObject({
  community,
  name,
  country: v.string(),
  ...figuresSchema.entries,
  reuseRatio: computedSchema,
  items: v.pipe(count, v.description('That have ever been posted in it, up to the last day of the report')),
  firstDay: day,
  lastDay: day,
  weekly: v.array(count),
});
const weekAxis = v.pipe(v.array(week), v.description('The weeks of every row’s `weekly`'));

/** Exact figures of public posts. */
export const postReports = {
  overview: v.strictObject({
    report: v.literal('overview'),
    ...envelope,
    totals: figuresSchema,
    reuseRatio: computedSchema,
    ...alwaysOnFigures,
    items: count,
    communities: count,
    firstDay: v.nullable(day),
    lastDay: v.nullable(day),
    crowdCells: v.pipe(count, v.description('Crowd figures that communities have released')),
    weeks: v.array(weekPoint),
  }),
  days: v.strictObject({
    report: v.literal('days'),
    ...envelope,
    ...paged(v.strictObject({ day, ...figuresSchema.entries })),
  }),
  items: v.strictObject({ report: v.literal('items'), ...envelope, weeks: weekAxis, ...paged(itemRow) }),
  versions: v.strictObject({
    report: v.literal('versions'),
    ...envelope,
    ...paged(
      v.strictObject({
        item,
        title,
        version: count,
        current: v.pipe(v.boolean(), v.description('The highest version that is published or was posted')),
        ...figuresSchema.entries,
        firstDay: day,
        lastDay: day,
      }),
    ),
  }),
  communities: v.strictObject({
    report: v.literal('communities'),
    ...envelope,
    weeks: weekAxis,
    ...paged(communityRow),
  }),
  depth: v.strictObject({
    report: v.literal('depth'),
    ...envelope,
    rows: v.array(
      v.strictObject({
        depth: v.picklist([1, 2, 3]),
        ...figuresSchema.entries,
        share: v.pipe(computedSchema, v.description('Of all posts, 0 to 1')),
      }),
    ),
  }),
  'always-on': v.strictObject({
    report: v.literal('always-on'),
    ...envelope,
    ...alwaysOnFigures,
    windows: v.array(
      v.strictObject({ id: v.string(), name, kind: v.string(), from: day, to: day, item: v.optional(item) }),
    ),
    weeks: v.array(weekPoint),
  }),
} as const;
