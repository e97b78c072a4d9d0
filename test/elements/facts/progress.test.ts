import { describe, expect, it } from 'vitest';
import { markOf } from '../../../packages/elements/src/facts/progress.js';

const player = (duration: number, ...ranges: [from: number, to: number][]) => ({
  duration,
  played: {
    length: ranges.length,
    start: (i: number) => ranges[i]?.[0] ?? Number.NaN,
    end: (i: number) => ranges[i]?.[1] ?? Number.NaN,
  },
});

describe('the highest mark', () => {
  it.each([
    ['nothing played', player(100), undefined],
    ['less than a quarter', player(100, [0, 23.9]), undefined],
    ['a quarter', player(100, [0, 25]), 25],
    ['a moment short of half', player(100, [0, 49.2]), 50],
    ['two parts that make three quarters', player(100, [0, 30], [50, 95]), 75],
    ['the end, without what was jumped over', player(100, [0, 5], [95, 100]), undefined],
    ['all of it', player(100, [0, 99.8]), 100],
    ['more than all of it', player(1, [0, 1.1]), 100],
    ['a stream without an end', player(Infinity, [0, 4_000]), undefined],
    ['something of unknown length', player(Number.NaN, [0, 10]), undefined],
  ])('%s', (_, played, mark) => {
    expect(markOf(played)).toBe(mark);
  });
});
