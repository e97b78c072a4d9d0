import { describe, expect, it } from 'vitest';
import { clopperPearson } from './attack/clopper-pearson.js';
import { judge } from './attack/judge.js';

describe('the exact interval of a share', () => {
  // By the closed form of 0 of n: 1 − missed^(1/n); the others from the F quantiles, as R's binom.test prints them.
  it.each([
    [0, 10, 0.025, 0, 0.3085],
    [10, 10, 0.025, 0.6915, 1],
    [5, 10, 0.025, 0.1871, 0.8129],
    [8, 20, 0.025, 0.1912, 0.6395],
    [0, 1_500, 0.0125, 0, 0.002917],
  ])('%i of %i, missing %f on either side', (hits, trials, missed, low, high) => {
    const interval = clopperPearson(hits, trials, missed);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });
});

describe('the verdict on an attacker', () => {
  const score = (did: number, didNot: number, each = 1_000) => ({
    said: { did, didNot },
    of: { did: each, didNot: each },
  });

  it('takes what e^ε allows, to the last, in every direction', () => {
    expect(judge(score(731, 269), 1).within).toBe(true);
    expect(judge(score(269, 731), 1).within).toBe(true);
    expect(judge(score(0, 0), 1).within).toBe(true);
    expect(judge(score(1_000, 1_000), 1).within).toBe(true);
  });

  it.each([
    ['says so too often of those who did', 850, 150],
    ['says so too often of those who did not', 150, 850],
    ['almost never says so, and then rightly', 30, 0],
    ['almost always says so, and is wrong only about those who did not', 1_000, 970],
  ])('refuses one that %s', (_, did, didNot) => {
    expect(judge(score(did, didNot), 1).within).toBe(false);
  });

  it('counts every cell that differs', () => {
    expect(judge(score(850, 150), 2).within).toBe(true);
    expect(judge(score(850, 150), 2).most).toBeCloseTo(Math.tanh(1), 5);
  });
});
