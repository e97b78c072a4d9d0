import { CROWD_EPSILON, CROWD_THRESHOLD, tail } from '@pullquote/events';
import * as v from 'valibot';
import { keptPart } from './kept-part.js';

const EPSILON = CROWD_EPSILON.numerator / CROWD_EPSILON.denominator;
const share = v.pipe(v.number(), v.gtValue(0, 'must be above 0'), v.maxValue(1, 'must be 1 at most'));

/** What is assumed of a community. The forecast is worth as much as these are. */
export const assumptionsSchema = v.strictObject({
  /** Active doctors, verified. */
  doctors: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  /** Part of them who open the community in a week. */
  weeklyReaders: v.optional(share, 0.4),
  /** Items of the publisher that are about in a week. */
  items: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 10),
  /** Part of the week's readers who see the card of one such item. */
  reach: v.optional(share, 0.1),
});
export type Assumptions = v.InferOutput<typeof assumptionsSchema>;

/** Of those who see a card, the part who do this. Assumed; your own figures will show it, as soon as there are any. */
export const USUAL_RATES: Readonly<Record<string, number>> = {
  viewed: 1,
  'room.SPECIALTY': 0.5,
  'label-expanded': 0.06,
  'source-opened': 0.055,
  'pi-opened': 0.034,
  'citation-opened': 0.03,
  saved: 0.022,
  'sent-privately': 0.016,
  copied: 0.012,
  'excerpt.ID': 0.01,
  'share-blocked.RULE': 0.005,
};

export interface FactForecast {
  readonly fact: string;
  /** Doctors in one cell (item × week), after each doctor's bound. */
  readonly expected: number;
  /** Probability that the cell's figure is ever seen. */
  readonly released: number;
  /** Doctors that such a community would need for every second cell to be released. */
  readonly doctorsForHalf: number;
}

export interface Forecast {
  readonly assumptions: Assumptions;
  readonly threshold: number;
  readonly epsilon: number;
  /** Of all cells of all facts in a week, the part that is released. */
  readonly released: number;
  readonly facts: readonly FactForecast[];
}

/** Which crowd figures can ever be released for a community: by the threshold and the noise of the format itself. */
export function forecast(assumptions: Assumptions): Forecast {
  const { doctors, weeklyReaders, items, reach } = assumptions;
  const all = Object.values(USUAL_RATES).reduce((sum, rate) => sum + rate, 0);
  // A doctor who sees several cards stands in many cells, of which four count.
  const kept = keptPart(items * reach * all);
  const each = weeklyReaders * reach * kept;
  const facts = Object.entries(USUAL_RATES).map(([fact, rate]): FactForecast => {
    const expected = doctors * each * rate;
    return { fact, expected, released: chanceOfRelease(expected), doctorsForHalf: Math.ceil(HALF / (each * rate)) };
  });
  return {
    assumptions,
    threshold: CROWD_THRESHOLD,
    epsilon: EPSILON,
    released: facts.reduce((sum, { released }) => sum + released, 0) / facts.length,
    facts,
  };
}

/** P(figure ≥ T) for a crowd of a Poisson number of doctors; an empty cell does not exist. */
export function chanceOfRelease(mean: number): number {
  const spread = 8 * Math.sqrt(mean) + 12;
  const first = Math.max(1, Math.floor(mean - spread));
  const last = Math.ceil(mean + spread);
  let chance = 0;
  for (let n = first; n <= last; n++) chance += poisson(n, mean) * tail(CROWD_THRESHOLD - n, EPSILON);
  return Math.min(1, chance);
}

function poisson(n: number, mean: number): number {
  let log = n * Math.log(mean) - mean;
  for (let k = 2; k <= n; k++) log -= Math.log(k);
  return Math.exp(log);
}

/** The mean at which every second cell is released. */
const HALF = ((): number => {
  let [low, high] = [1, 2 * CROWD_THRESHOLD];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (chanceOfRelease(middle) < 0.5) low = middle;
    else high = middle;
  }
  return high;
})();
