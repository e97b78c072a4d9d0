import { CROWD_DELTA, CROWD_EPSILON } from '@pullquote/events';
import { clopperPearson } from './clopper-pearson.js';

/** How often an attacker said "did it", among victims that did and that did not. */
export interface Score {
  said: { did: number; didNot: number };
  of: { did: number; didNot: number };
}

export interface Finding {
  /** P(says so | did), P(says so | did not). */
  readonly hit: number;
  readonly falseAlarm: number;
  /** Their difference: 0 is guessing, 1 is knowing. */
  readonly advantage: number;
  /** With 95 % confidence. */
  readonly interval: readonly [number, number];
  /** No advantage is greater under the bound. */
  readonly most: number;
  /** False when, with 95 % confidence, the shares are such as the bound rules out. */
  readonly within: boolean;
}

/** On each side of each of the two shares: what is said of both together misses in 5 of 100 at most (Bonferroni). */
const MISSED = 0.0125;

/**
 * Does what an attacker reached fit (ε, δ) of so many cells? Differential privacy says of every set of outcomes
 * P₁ ≤ e^ε·P₀ + δ and P₀ ≤ e^ε·P₁ + δ. "Says so" and "does not" are two such sets, so there are four inequalities.
 */
export function judge({ said, of }: Score, cells: number): Finding {
  const factor = Math.exp((cells * CROWD_EPSILON.numerator) / CROWD_EPSILON.denominator);
  const delta = cells * CROWD_DELTA;
  const did = clopperPearson(said.did, of.did, MISSED);
  const didNot = clopperPearson(said.didNot, of.didNot, MISSED);
  const not = ([low, high]: readonly [number, number]): [number, number] => [1 - high, 1 - low];
  const allows = ([low]: readonly [number, number], [, high]: readonly [number, number]) =>
    low <= factor * high + delta;
  const [hit, falseAlarm] = [said.did / of.did, said.didNot / of.didNot];
  return {
    hit,
    falseAlarm,
    advantage: hit - falseAlarm,
    interval: [did[0] - didNot[1], did[1] - didNot[0]],
    most: (factor - 1 + 2 * delta) / (factor + 1),
    within:
      allows(did, didNot) && allows(didNot, did) && allows(not(did), not(didNot)) && allows(not(didNot), not(did)),
  };
}
