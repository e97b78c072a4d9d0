/** Chance that is the same in every run (mulberry32); nothing secret depends on it. @returns numbers in [0, 1) */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Of things that come independently of each other. @param mean of the waits between them */
export function exponential(random: () => number, mean: number): number {
  return -Math.log(1 - random()) * mean;
}
