import * as v from 'valibot';

/**
 * What every report answers, as schemas: the types, the OpenAPI document and its tests come from these. Three things are kept apart
 * everywhere: an exact figure (public lane), a crowd figure with its uncertainty, and what is not known. None of them is ever NaN,
 * and none of them stands for another.
 */

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const week = v.pipe(v.string(), v.regex(/^\d{4}-W\d{2}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const item = v.pipe(v.string(), v.description('URN of the item'));
const title = v.optional(v.pipe(v.string(), v.description('Title of the item, where it is known')));
const community = v.pipe(v.string(), v.description('Origin of the community'));
const name = v.string();

/** Public posts, exact: one for each. */
export const figuresSchema = v.strictObject({ shared: count, reshared: count, quoted: count });
export type Figures = v.InferOutput<typeof figuresSchema>;

/** Why a figure cannot be computed. The words for each stand in `reasons.ts`. */
export const REASONS = [
  'nothing-shared',
  'no-reuse',
  'not-90-days-yet',
  'no-complete-week',
  'too-few-weeks',
  'no-windows',
  'no-week-outside',
  'no-week-inside',
  'inside-is-zero',
  'baseline-is-zero',
  'not-recalled',
  'shared-nowhere',
  'one-version',
] as const;
export type Reason = (typeof REASONS)[number];

/** An exact figure, or why there is none. */
export const computedSchema = v.variant('state', [
  v.strictObject({ state: v.literal('computed'), value: v.number() }),
  v.strictObject({ state: v.literal('not-computable'), reason: v.picklist(REASONS) }),
]);
export type Computed = v.InferOutput<typeof computedSchema>;

/** What the community promised of a figure when it drew the noise. */
const noise = v.pipe(
  v.array(v.strictObject({ threshold: v.pipe(v.number(), v.integer()), epsilon: v.number() })),
  v.description('Threshold T and ε of the cells, each pair once'),
);
const interval = v.pipe(
  v.strictTuple([v.number(), v.number()]),
  v.description('Lowest and highest true value that the figure goes with'),
);
/** What was not released is unknown. It is not zero. */
const notReleased = v.strictObject({ state: v.literal('not-released') });

/** A noised count of distinct doctors, or a sum of such counts, with all that is needed to read it. */
export const crowdFigureSchema = v.variant('state', [
  v.strictObject({
    state: v.literal('released'),
    figure: v.pipe(v.number(), v.integer()),
    interval,
    cells: v.pipe(
      count,
      v.description('Released cells (community × item × week) in this sum; cells that were not released are not in it'),
    ),
    noise,
  }),
  notReleased,
]);
export type CrowdFigure = v.InferOutput<typeof crowdFigureSchema>;

/** One crowd figure over another, taken over the cells in which both were released. */
export const crowdRateSchema = v.variant('state', [
  v.strictObject({
    state: v.literal('released'),
    value: v.number(),
    interval,
    cells: v.pipe(count, v.description('Cells in which both figures were released')),
    noise,
  }),
  notReleased,
]);
export type CrowdRate = v.InferOutput<typeof crowdRateSchema>;

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

const envelope = {
  schema: v.literal('pullquote-report/2'),
  generatedAt: v.pipe(day, v.description('The day (UTC) on which it was made')),
  publisher: v.strictObject({ origin: v.string(), name: v.string() }),
  filter,
};
const next = v.pipe(v.nullable(v.string()), v.description('Cursor of the next page; null on the last one'));

/** A list that is read in pages. */
function paged<R extends v.GenericSchema>(rows: R) {
  return { rows: v.array(rows), total: count, next };
}

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

export const reportSchemas = {
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

export type ReportName = keyof typeof reportSchemas;
export type ReportOf<N extends ReportName> = v.InferOutput<(typeof reportSchemas)[N]>;
export type AnyReport = { [N in ReportName]: ReportOf<N> }[ReportName];
/** What a report adds to the envelope that they all share. */
export type BodyOf<N extends ReportName> = Omit<ReportOf<N>, 'report' | keyof typeof envelope>;
/** One row of a report that has rows. */
export type RowOf<N extends ReportName> = ReportOf<N> extends { readonly rows: readonly (infer R)[] } ? R : never;
