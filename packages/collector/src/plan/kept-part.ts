import { CROWD_CELLS } from '@pullquote/events';

/** Of the cells that doctors stand in, the part that counts: E[min(c, 4)] ÷ E[c] for a Poisson number of cells c with this mean. */
export function keptPart(mean: number): number {
  if (mean <= 0) return 1;
  let p = Math.exp(-mean);
  let below = 0;
  let sum = 0;
  for (let c = 0; c < CROWD_CELLS; c++) {
    below += p;
    sum += p * c;
    p *= mean / (c + 1);
  }
  return (sum + (1 - below) * CROWD_CELLS) / mean;
}
