import type { CrowdRate } from '../types.js';
import type { CrowdTotals, Noise } from './crowd-sum.js';

/**
 * Doctors who did one thing ÷ doctors who did another (label expanded ÷ viewed), both over the cells in which both were released. Its
 * interval goes from the lowest ÷ the highest to the highest ÷ the lowest. It may reach above 1: each doctor counts in four cells of
 * a week at most, drawn at random, so the two crowds are not one within the other.
 */
export function crowdRate(numerator: CrowdTotals, denominator: CrowdTotals, noise: Noise): CrowdRate {
  // The least denominator is 1: an interval's low end is a count of a crowd that exists.
  if (numerator.cells === 0 || denominator.low < 1) return { state: 'not-released' };
  return {
    state: 'released',
    value: numerator.figure / denominator.figure,
    interval: [numerator.low / denominator.high, numerator.high / denominator.low],
    cells: numerator.cells,
    noise,
  };
}
