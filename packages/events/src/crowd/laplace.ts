import type { Uniform } from '../uniform.js';

/** A privacy parameter as a fraction of whole numbers: the sampler knows no others. */
export interface Epsilon {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * One draw of the discrete Laplace distribution, P(x) ∝ e^(−ε·|x|), after Canonne, Kamath and Steinke, "The Discrete Gaussian for
 * Differential Privacy" (2020), algorithm 2. Whole numbers alone: a sampler in floating point gives figures away by their last
 * bits (Mironov, CCS 2012).
 * @throws RangeError when ε is no fraction of positive whole numbers
 */
export function discreteLaplace({ numerator, denominator }: Epsilon, random: Uniform): number {
  if (![numerator, denominator].every((part) => Number.isSafeInteger(part) && part >= 1 && part <= 2 ** 20))
    throw new RangeError('epsilon: must be a fraction of whole numbers from 1 to 2²⁰.');
  for (;;) {
    const low = random(denominator);
    if (!bernoulliExp(low, denominator, random)) continue;
    let high = 0;
    while (bernoulliExp(1, 1, random)) high += 1;
    const drawn = low + denominator * high;
    const size = (drawn - (drawn % numerator)) / numerator;
    const negative = random(2) === 1;
    // Zero has no sign: without this it would come twice as often as it should.
    if (negative && size === 0) continue;
    return negative ? -size : size;
  }
}

/** True with probability exactly e^(−numerator/denominator), for a fraction in [0, 1] (the same paper, algorithm 1). */
export function bernoulliExp(numerator: number, denominator: number, random: Uniform): boolean {
  let k = 1;
  while (random(denominator * k) < numerator) k += 1;
  return k % 2 === 1;
}
