import { bernoulliExp, CROWD_EPSILON, discreteLaplace, tail, uniformFrom, type Epsilon } from '@pullquote/events';
import { describe, expect, it } from 'vitest';
import { seededBytes } from '../fixtures.js';

const DRAWS = 60_000;

/** Pearson's statistic of counts against exact probabilities; the last class takes all that is left. */
function chiSquare(counts: ReadonlyMap<number, number>, classes: ReadonlyMap<number, number>): number {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  let [statistic, inside, left] = [0, 0, 1];
  for (const [value, probability] of classes) {
    const n = counts.get(value) ?? 0;
    statistic += (n - total * probability) ** 2 / (total * probability);
    inside += n;
    left -= probability;
  }
  return statistic + (total - inside - total * left) ** 2 / (total * left);
}

function drawn(draw: () => number, times = DRAWS): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < times; i++) {
    const value = draw();
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** P(x) = (1 − q) ∕ (1 + q) · q^|x| with q = e^−ε, for −reach … reach. */
function exact(epsilon: number, reach: number): Map<number, number> {
  const q = Math.exp(-epsilon);
  const classes = new Map<number, number>();
  for (let x = -reach; x <= reach; x++) classes.set(x, ((1 - q) / (1 + q)) * q ** Math.abs(x));
  return classes;
}

describe('discrete Laplace noise', () => {
  // Degrees of freedom: 2 · reach + 1. The bounds are passed once in a thousand on either side by a true sampler; the seeds are fixed.
  it.each<[string, Epsilon, number, number, number]>([
    ['ε = 1', { numerator: 1, denominator: 1 }, 6, 34.5, 2.6],
    ['ε = 1/3', { numerator: 1, denominator: 3 }, 12, 52.6, 8.6],
    ['ε = 5/2', { numerator: 5, denominator: 2 }, 2, 20.5, 0.2],
  ])('follows the exact distribution at %s (chi-square)', (_, epsilon, reach, most, least) => {
    const random = uniformFrom(seededBytes(20_261_122));
    const counts = drawn(() => discreteLaplace(epsilon, random));
    const statistic = chiSquare(counts, exact(epsilon.numerator / epsilon.denominator, reach));
    expect(statistic).toBeLessThan(most);
    expect(statistic).toBeGreaterThan(least);
  });

  it('is told from a rounded continuous Laplace by the same test', () => {
    const random = uniformFrom(seededBytes(7));
    const counts = drawn(() => {
      const u = (random(2 ** 30) + 0.5) / 2 ** 30 - 0.5;
      return Math.round(-Math.sign(u) * Math.log(1 - 2 * Math.abs(u)));
    });
    expect(chiSquare(counts, exact(1, 6))).toBeGreaterThan(500);
  });

  it('has the tail that the threshold is computed from', () => {
    const random = uniformFrom(seededBytes(99));
    const counts = drawn(() => discreteLaplace(CROWD_EPSILON, random));
    for (const k of [-2, 0, 1, 3, 5]) {
      const share = [...counts].reduce((sum, [value, n]) => sum + (value >= k ? n : 0), 0) / DRAWS;
      const p = tail(k, 1);
      expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / DRAWS));
    }
  });

  it.each<Epsilon>([
    { numerator: 0, denominator: 1 },
    { numerator: 1, denominator: 0 },
    { numerator: 0.5, denominator: 1 },
    { numerator: 1, denominator: Number.NaN },
    { numerator: 2 ** 21, denominator: 1 },
  ])('refuses $numerator/$denominator', (epsilon) => {
    expect(() => discreteLaplace(epsilon, uniformFrom(seededBytes(1)))).toThrow(RangeError);
  });
});

it.each([
  [0, 1],
  [1, 7],
  [1, 2],
  [1, 1],
])('Bernoulli(e^−%d/%d) comes up as often as it should', (numerator, denominator) => {
  const random = uniformFrom(seededBytes(5));
  const share = (drawn(() => Number(bernoulliExp(numerator, denominator, random))).get(1) ?? 0) / DRAWS;
  const p = Math.exp(-numerator / denominator);
  expect(Math.abs(share - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / DRAWS));
});

describe('uniform numbers', () => {
  it('come equally often (chi-square), also where 2⁴⁸ is no multiple of the range', () => {
    const random = uniformFrom(seededBytes(3));
    const counts = drawn(() => random(10));
    const classes = new Map(Array.from({ length: 9 }, (_, value) => [value, 0.1]));
    expect(chiSquare(counts, classes)).toBeLessThan(27.9); // 9 degrees of freedom, once in a thousand.
  });

  it('are drawn again where rounding would favour the small ones', () => {
    const rolls = [
      [255, 255, 255, 255, 255, 255], // 2⁴⁸ − 1: the one number beyond the last whole multiple of 5.
      [0, 0, 0, 0, 0, 7],
    ];
    expect(2 ** 48 % 5).toBe(1);
    expect(uniformFrom(() => Uint8Array.from(rolls.shift() ?? []))(5)).toBe(2);
    expect(rolls).toEqual([]);
  });

  it.each([0, -1, 1.5, 2 ** 48 + 1, Number.NaN, Number.POSITIVE_INFINITY])('refuse a range of %d', (below) => {
    expect(() => uniformFrom(seededBytes(1))(below)).toThrow(RangeError);
  });
});
