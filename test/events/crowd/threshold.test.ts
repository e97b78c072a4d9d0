import {
  CROWD_DELTA,
  CROWD_THRESHOLD,
  discreteLaplace,
  intervalOf,
  tail,
  thresholdFor,
  uniformFrom,
  worstCase,
} from '@pullquote/events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededBytes } from '../fixtures.js';

interface Vectors {
  readonly thresholds: readonly { epsilon: number; delta: number; threshold: number }[];
  readonly intervals: readonly { figure: number; threshold: number; epsilon: number; interval: [number, number] }[];
}
const file = new URL('../../../docs/developers/spec/vectors/crowd.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

describe('the test vectors of spec/event.md', () => {
  it.each(vectors.thresholds)('threshold: ε = $epsilon, δ = $delta', ({ epsilon, delta, threshold }) => {
    expect(thresholdFor(epsilon, delta)).toBe(threshold);
  });
  it.each(vectors.intervals)('interval: $figure', ({ figure, threshold, epsilon, interval }) => {
    expect(intervalOf(figure, threshold, epsilon)).toEqual(interval);
  });
});

describe('the threshold', () => {
  it('is 15 for ε = 1 and δ = 10⁻⁶', () => {
    expect(CROWD_THRESHOLD).toBe(15);
    expect(thresholdFor(1, 1e-6)).toBe(15);
  });

  it.each([
    [1, 1e-6],
    [1, 1e-9],
    [0.5, 1e-6],
    [0.1, 1e-5],
    [2, 1e-6],
  ])(
    'lets a crowd of one pass with probability δ at most, and no larger than it needs: ε = %d, δ = %d',
    (epsilon, delta) => {
      const T = thresholdFor(epsilon, delta);
      expect(tail(T - 1, epsilon)).toBeLessThanOrEqual(delta);
      expect(tail(T - 2, epsilon)).toBeGreaterThan(delta);
    },
  );
});

it('says the worst case of a week and of a year', () => {
  expect(worstCase(1)).toEqual({ epsilon: 4, delta: 4 * CROWD_DELTA });
  expect(worstCase(52).epsilon).toBe(208);
  expect(worstCase(52).delta).toBeCloseTo(2.08e-4, 12);
});

describe('the interval of a released figure', () => {
  it('is three on either side, once the figure is well above the threshold', () => {
    for (const figure of [19, 20, 21, 22, 41, 1_000])
      expect(intervalOf(figure, 15, 1)).toEqual([figure - 3, figure + 3]);
  });

  it('begins at 1 just above the threshold: any small crowd could have been lifted there', () => {
    for (const figure of [15, 16, 17, 18]) expect(intervalOf(figure, 15, 1)[0]).toBe(1);
    expect(intervalOf(19, 15, 1)[0]).toBe(16);
  });

  it('holds the true count in 95 of 100 releases, whatever that count is', () => {
    for (const doctors of [1, 5, 12, 15, 16, 18, 20, 30, 200]) {
      let [released, held] = [0, 0];
      // The exact distribution rather than draws: a crowd of one passes once in a million.
      for (let noise = 15 - doctors; noise < 45; noise++) {
        const p = tail(noise, 1) - tail(noise + 1, 1);
        const [low, high] = intervalOf(doctors + noise, 15, 1);
        released += p;
        if (low <= doctors && doctors <= high) held += p;
      }
      expect(held / released, `${doctors} doctors`).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('does so with the real sampler, too', () => {
    const random = uniformFrom(seededBytes(11));
    let [released, held] = [0, 0];
    for (let i = 0; i < 20_000; i++) {
      const figure = 13 + discreteLaplace({ numerator: 1, denominator: 1 }, random);
      if (figure < 15) continue;
      released += 1;
      const [low, high] = intervalOf(figure, 15, 1);
      if (low <= 13 && 13 <= high) held += 1;
    }
    expect(released).toBeGreaterThan(1_000);
    expect(held / released).toBeGreaterThan(0.94);
  });
});
