import * as v from 'valibot';

export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
export const week = v.pipe(v.string(), v.regex(/^\d{4}-W\d{2}$/));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const item = v.pipe(v.string(), v.description('URN of the item'));
export const title = v.optional(v.pipe(v.string(), v.description('Title of the item, where it is known')));
export const community = v.pipe(v.string(), v.description('Origin of the community'));
export const name = v.string();

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
