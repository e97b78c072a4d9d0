import type { Epsilon } from './laplace.js';
import { thresholdFor } from './threshold.js';

/** What one cell costs a doctor (DESIGN.md section 4). */
export const CROWD_EPSILON: Epsilon = { numerator: 1, denominator: 1 };
export const CROWD_DELTA = 1e-6;
/** A doctor stands in at most so many cells of one publisher and week. */
export const CROWD_CELLS = 4;
/** Smaller figures are never released: 15. */
export const CROWD_THRESHOLD = thresholdFor(CROWD_EPSILON.numerator / CROWD_EPSILON.denominator, CROWD_DELTA);

/** What all that a publisher ever learned of a doctor's private acts in so many weeks amounts to, at worst. */
export interface PrivacyLoss {
  readonly epsilon: number;
  readonly delta: number;
}

/** By basic composition: each cell of each week adds its own ε and δ, and nothing is assumed about what doctors do. */
export function worstCase(weeks: number): PrivacyLoss {
  const cells = weeks * CROWD_CELLS;
  return { epsilon: (cells * CROWD_EPSILON.numerator) / CROWD_EPSILON.denominator, delta: cells * CROWD_DELTA };
}
