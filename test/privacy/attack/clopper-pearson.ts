/**
 * The exact interval of a share (Clopper and Pearson, 1934), by bisection on the binomial tails. Its coverage is never below what
 * it says, at 0 of n too, where Wilson's and the normal approximation promise more than they hold; and several attackers' shares
 * are 0. Being wider than needed, it can only hide a small excess: how small, the half-noise control shows.
 * @param missed probability of missing on either side
 */
export function clopperPearson(hits: number, trials: number, missed: number): [number, number] {
  return [
    hits === 0 ? 0 : bisect((p) => upperTail(hits, trials, p) < missed),
    hits === trials ? 1 : bisect((p) => 1 - upperTail(hits + 1, trials, p) > missed),
  ];
}

/** The p at which `below` stops being true. */
function bisect(below: (p: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(X ≥ k) for X of the binomial distribution. */
function upperTail(k: number, n: number, p: number): number {
  if (p <= 0) return k <= 0 ? 1 : 0;
  if (p >= 1) return 1;
  let sum = 0;
  let log = n * Math.log1p(-p);
  for (let i = 0; i <= n; i++) {
    if (i >= k) sum += Math.exp(log);
    log += Math.log((n - i) / (i + 1)) + Math.log(p) - Math.log1p(-p);
  }
  return Math.min(1, sum);
}
