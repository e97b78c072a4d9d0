import { expect } from 'vitest';
import type { CollectorDrill } from './collector-drill.js';

/** No acknowledged event lost, none twice, and the counters say so too. */
export function expectCountedOnce(
  drill: CollectorDrill,
  kills: number,
  { atLeast = kills * 20, sentAgain = kills / 2 }: { readonly atLeast?: number; readonly sentAgain?: number } = {},
): void {
  expect(drill.kills).toBe(kills);
  expect(drill.acknowledged.size).toBeGreaterThan(atLeast);
  // The kills have fallen into the work: answers were taken away.
  expect(drill.sentAgain).toBeGreaterThan(sentAgain);
  expect(new Set(drill.stored).size).toBe(drill.stored.length);
  expect([...drill.stored].sort()).toEqual([...drill.acknowledged].sort());
  expect(drill.counted).toEqual(drill.sent);
  expect(drill.figuresKept).toBe(drill.figuresSent);
  expect(drill.wrong).toBe(0);
}
