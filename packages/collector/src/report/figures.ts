import type { Figures } from '../store/counters.js';

export type { Figures } from '../store/counters.js';
export const NOTHING: Figures = { shared: 0, reshared: 0, quoted: 0 };

export function totalOf({ shared, reshared, quoted }: Figures): number {
  return shared + reshared + quoted;
}

/** Rows added up by a number that each has, in the order of that number. */
export function sumBy<R extends Figures>(rows: readonly R[], key: (row: R) => number): [number, Figures][] {
  const sums = new Map<number, Figures>();
  for (const row of rows) {
    const { shared, reshared, quoted } = sums.get(key(row)) ?? NOTHING;
    sums.set(key(row), {
      shared: shared + row.shared,
      reshared: reshared + row.reshared,
      quoted: quoted + row.quoted,
    });
  }
  return [...sums].sort(([a], [b]) => a - b);
}

/** For `sort`; equal ones stay in the order in which they were. */
export function largestFirst(a: Figures, b: Figures): number {
  return totalOf(b) - totalOf(a);
}
