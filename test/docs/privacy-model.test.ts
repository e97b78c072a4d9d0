import { CROWD_DELTA, CROWD_EPSILON, CROWD_THRESHOLD, tail, worstCase } from '@pullquote/events';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ATTACKERS } from '../privacy/attack/attackers.js';

const page = await readFile(new URL('../../docs/developers/privacy-model.md', import.meta.url), 'utf8');
const flat = page.replace(/\s+/g, ' ');

const EPSILON = CROWD_EPSILON.numerator / CROWD_EPSILON.denominator;
/** One cell above the threshold is a coin that tells the truth so often. */
const TRUE = 1 / (1 + Math.exp(-EPSILON));

/** P(so many of k coins tell the truth). */
function coins(k: number): number[] {
  const shares = [(1 - TRUE) ** k];
  for (let hits = 0; hits < k; hits++)
    shares.push(((shares[hits] ?? 0) * (k - hits) * TRUE) / ((hits + 1) * (1 - TRUE)));
  return shares;
}
/** The best advantage that k cells allow. */
const best = (k: number) =>
  coins(k).reduce((sum, share, hits) => sum + (2 * hits > k ? share - (coins(k)[k - hits] ?? 0) : 0), 0);

/** The least ε for which k cells keep to (ε, δ): δ(ε) is the mean of what the loss has beyond ε. */
function exactEpsilon(k: number, delta: number): number {
  const shares = coins(k);
  const beyond = (epsilon: number) =>
    shares.reduce((sum, share, hits) => sum + share * Math.max(0, 1 - Math.exp(epsilon - EPSILON * (2 * hits - k))), 0);
  let [low, high] = [0, k * EPSILON];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (beyond(middle) > delta) low = middle;
    else high = middle;
  }
  return high;
}

describe('docs/developers/privacy-model.md', () => {
  it('has the code’s threshold, and what δ comes to there', () => {
    expect(flat).toContain(`= ${CROWD_THRESHOLD}, with δ = 10⁻⁶`);
    expect(CROWD_DELTA).toBe(1e-6);
    expect((tail(CROWD_THRESHOLD - 1, EPSILON) * 1e7).toFixed(1)).toBe('6.1');
    expect(flat).toContain('6.1·10⁻⁷');
  });

  it('composes as the code does', () => {
    expect(worstCase(1)).toEqual({ epsilon: 4, delta: 4e-6 });
    expect(worstCase(4)).toEqual({ epsilon: 16, delta: 1.6e-5 });
    expect(worstCase(53).epsilon).toBe(212);
    expect(worstCase(53).delta).toBeCloseTo(2.12e-4, 10);
    for (const figures of ['(4, 4·10⁻⁶)', '(16, 1.6·10⁻⁵)', '(212, 2.12·10⁻⁴)']) expect(page).toContain(figures);
  });

  it('gives advanced and exact composition of a year as its formulas do', () => {
    const spread = EPSILON * Math.sqrt(2 * 212 * Math.log(1e6));
    expect((EPSILON * 212 * Math.tanh(EPSILON / 2) + spread).toFixed(1)).toBe('174.5');
    expect((EPSILON * 212 * (Math.exp(EPSILON) - 1) + spread).toFixed(1)).toBe('440.8');
    expect(exactEpsilon(212, 1e-6).toFixed(1)).toBe('154.5');
    for (const figure of ['(174.5, 2.13·10⁻⁴)', '440.8', '154.5']) expect(page).toContain(figure);
    for (const cells of [1, 4, 16]) expect(exactEpsilon(cells, 1e-6)).toBeCloseTo(cells, 1);
  });

  it('gives the best advantages as they can be computed', () => {
    expect([1, 4, 16, 40].map((k) => best(k).toFixed(3))).toEqual(['0.462', '0.644', '0.946', '0.998']);
    for (const figure of ['0.462', '0.644', '0.946', '0.998', '0.731']) expect(page).toContain(figure);
  });

  it('has a row for each attacker, with its cells', () => {
    const rows = [...page.matchAll(/^\| ([^|]+?) +\| +(\d+) \| +[\d.]+ \| +[\d.]+ \|/gm)];
    expect(rows.map(([, name, cells]) => [name, Number(cells)])).toEqual(
      ATTACKERS.map(({ name, cells }) => [name, cells]),
    );
  });
});
