import type { CrowdFigure } from '../types.js';

/** What is added up of released cells, in the store or here. */
export interface CrowdTotals {
  readonly cells: number;
  readonly figure: number;
  readonly low: number;
  readonly high: number;
}

export type Noise = Extract<CrowdFigure, { state: 'released' }>['noise'];

/**
 * A sum of released figures. Its interval goes from the sum of the lowest to the sum of the highest true values: wider than it would
 * have to be, and never narrower, whatever lifted small crowds over the threshold. Cells that were not released are not in it: it
 * is no count of everybody. Without a released cell there is no figure, and that is not zero.
 */
export function crowdSum({ cells, figure, low, high }: CrowdTotals, noise: Noise): CrowdFigure {
  if (cells === 0) return { state: 'not-released' };
  return { state: 'released', figure, interval: [low, high], cells, noise };
}
