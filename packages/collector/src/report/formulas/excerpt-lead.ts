import type { CrowdFigure } from '../types.js';

/** Does the first of two figures surely lead? Only where its interval lies wholly above the other's. */
export function leadOf(first: CrowdFigure, second: CrowdFigure | undefined): 'clear' | 'overlapping' | 'only-one' {
  if (second === undefined) return 'only-one';
  if (first.state === 'not-released' || second.state === 'not-released') return 'overlapping';
  return first.interval[0] > second.interval[1] ? 'clear' : 'overlapping';
}
