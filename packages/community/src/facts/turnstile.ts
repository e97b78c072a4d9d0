/** How many requests may be under way at once: what waits for a slow host or a slow sender is held in memory. */
export class Turnstile {
  #inside = 0;

  constructor(private readonly most: number) {}

  /** Runs `work`, or `refused` when the house is full. */
  async pass<T>(work: () => Promise<T>, refused: () => T): Promise<T> {
    if (this.#inside >= this.most) return refused();
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
    }
  }
}
