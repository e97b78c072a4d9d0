/** P(noise ≥ k) of the discrete Laplace distribution with parameter ε. */
export function tail(k: number, epsilon: number): number {
  return k >= 1 ? Math.exp(-epsilon * k) / (1 + Math.exp(-epsilon)) : 1 - tail(1 - k, epsilon);
}

/**
 * The least figure that may be released: a crowd of one doctor reaches it with probability δ at most, so that the figure's being
 * there tells of nobody. T = 1 + ⌈ln(1 ∕ (δ(1 + e^−ε))) ∕ ε⌉.
 */
export function thresholdFor(epsilon: number, delta: number): number {
  return 1 + Math.ceil(Math.log(1 / (delta * (1 + Math.exp(-epsilon)))) / epsilon);
}

/** On either side of the interval. */
const MISSED = 0.025;

/**
 * The true counts, lowest and highest, that a released figure goes with: 95 of 100 released intervals hold theirs, whatever the
 * true count is. Only what passed the threshold is ever seen, and chance lifts small crowds over it: so a figure just above it
 * says little of how small the crowd was, and its interval begins at 1.
 */
export function intervalOf(figure: number, threshold: number, epsilon: number): [number, number] {
  const goesWith = (count: number): boolean => {
    const released = tail(threshold - count, epsilon);
    const asHigh = tail(figure - count, epsilon) / released;
    // P(threshold ≤ figure drawn ≤ figure); above the figure, the small tails are subtracted rather than numbers near 1.
    const between =
      count > figure
        ? tail(count - figure, epsilon) - tail(count - threshold + 1, epsilon)
        : released - tail(figure + 1 - count, epsilon);
    return asHigh > MISSED && between / released > MISSED;
  };
  // Where chance alone is too unlikely to have lifted a small crowd so far over the threshold, only counts near the figure need a look.
  const isFarAbove = Math.exp(-epsilon * (figure - threshold)) <= MISSED;
  let low = isFarAbove ? Math.max(1, figure - Math.ceil(Math.log(2 / MISSED) / epsilon) - 1) : 1;
  while (low < figure && !goesWith(low)) low += 1;
  let high = figure;
  while (goesWith(high + 1)) high += 1;
  return [low, high];
}
