import { beforeAll, describe, expect, it } from 'vitest';
import { ATTACKERS } from './attack/attackers.js';
import { judge, type Finding } from './attack/judge.js';
import { halfTheNoise, noThreshold, raw, real, type Release } from './attack/release.js';
import { simulate } from './attack/simulate.js';

// The short form of test/soak/attack.soak.ts; docs/developers/privacy-model.md has the proof and the figures of the long one.
const MONTHS = 100;
const SEED = 'short';

function attack(release: Release, months = MONTHS): Map<string, Finding> {
  const scores = simulate(ATTACKERS, release, months, SEED);
  return new Map([...scores].map(([{ name, cells }, score]) => [name, judge(score, cells)]));
}
const names = ATTACKERS.map(({ name }) => name);
const broken = (findings: Map<string, Finding>) => names.filter((name) => findings.get(name)?.within === false);

describe('private facts, against attackers that hold all that the publisher gets and all that the forum shows', () => {
  let told = new Map<string, Finding>();
  beforeAll(() => {
    told = attack(real);
  });

  it.each(names)('%s: stays within the bound', (name) => {
    expect(told.get(name)).toMatchObject({ within: true });
  });

  it('are attacked as well as can be: the best guess about one cell reaches what ε = 1 allows', () => {
    const { interval: [low, high] = [1, 0], most = 0 } = told.get('fourteen planted accounts') ?? {};
    expect(most).toBeCloseTo(Math.tanh(0.5), 5);
    expect(low).toBeLessThan(most);
    expect(high).toBeGreaterThan(most);
    expect(low).toBeGreaterThan(0.15);
  });
});

describe('the same attackers', () => {
  let exact = new Map<string, Finding>();
  beforeAll(() => {
    exact = attack(raw, 12);
  });

  it.each(names)('%s: succeeds where each act is told as it is', (name) => {
    expect(exact.get(name)?.advantage).toBeGreaterThan(0.95);
  });

  it('break the bound with half the noise', () => {
    expect(broken(attack(halfTheNoise))).toContain('fourteen planted accounts');
  });

  it('break it without the threshold', () => {
    expect(broken(attack(noThreshold, 15))).toContain('rarity: an act that nobody else did');
  });
});

it('every month is the same in every run, and no two months are', () => {
  const some = ATTACKERS.slice(0, 4);
  const scores = (seed: string) => [...simulate(some, real, 3, seed).values()];
  expect(scores('one')).toEqual(scores('one'));
  expect(scores('one')).not.toEqual(scores('another'));
});
