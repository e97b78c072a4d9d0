import { computed, notComputable } from '../computed.js';
import type { Computed } from '../types.js';

export const HALF_LIFE_DAYS = 90;

export interface HalfLife {
  /** Days; the day of the first post is day 1. */
  readonly halfLife: Computed;
  /** All posts up to the end of day 1, 2, …; at most 90 values, fewer where fewer days have been reported. */
  readonly curve: number[];
}

/**
 * The days that it took to reach half of the posts of the first 90 days.
 * @param daily posts on day 1, 2, …: the first is not 0, and there is one number for each day that has been reported
 */
export function halfLife(daily: readonly number[]): HalfLife {
  const curve: number[] = [];
  let sum = 0;
  for (const posts of daily.slice(0, HALF_LIFE_DAYS)) curve.push((sum += posts));
  if (sum === 0) return { halfLife: notComputable('no-reuse'), curve };
  if (curve.length < HALF_LIFE_DAYS) return { halfLife: notComputable('not-90-days-yet'), curve };
  return { halfLife: computed(curve.findIndex((posts) => posts >= sum / 2) + 1), curve };
}
