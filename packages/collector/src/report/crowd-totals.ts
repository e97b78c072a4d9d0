import type { CrowdAmount } from '../store/crowd-sums.js';
import { crowdSum, type CrowdTotals, type Noise } from './formulas/crowd-sum.js';
import type { CrowdFigure } from './types.js';

/** Amounts of one or of several T and ε → one figure that names each of them. */
export function figureOf(amounts: readonly CrowdAmount[]): CrowdFigure {
  return crowdSum(totalsOf(amounts), noiseOf(amounts));
}

export function totalsOf(amounts: readonly Omit<CrowdAmount, 'threshold' | 'epsilon'>[]): CrowdTotals {
  return amounts.reduce<CrowdTotals>(
    (sum, one) => ({
      cells: sum.cells + one.cells,
      figure: sum.figure + one.figure,
      low: sum.low + one.low,
      high: sum.high + one.high,
    }),
    { cells: 0, figure: 0, low: 0, high: 0 },
  );
}

export function noiseOf(amounts: readonly Pick<CrowdAmount, 'threshold' | 'epsilon'>[]): Noise {
  const each = new Map(amounts.map(({ threshold, epsilon }) => [`${threshold}/${epsilon}`, { threshold, epsilon }]));
  return [...each.values()].sort((a, b) => a.threshold - b.threshold || a.epsilon - b.epsilon);
}

/** What is released comes first, the largest first. */
export function rankOf(figure: CrowdFigure): number {
  return figure.state === 'released' ? -figure.figure : 1;
}

export function group<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(key(row));
    if (own) own.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
