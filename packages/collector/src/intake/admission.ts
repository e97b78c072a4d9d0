/** Batches on their way through at once: at most 32 MB of bodies. */
export const MOST_INSIDE = 128;

/**
 * How many batches are on their way through at once. What is beyond that is sent away before its body is read, so that
 * a flood fills neither the memory nor the queue of the disk.
 */
export class Admission {
  #inside = 0;

  constructor(readonly most = MOST_INSIDE) {}

  get inside(): number {
    return this.#inside;
  }

  /** Runs `work` where there is room. @returns undefined where there is none */
  async admit<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#inside >= this.most) return undefined;
    this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#inside -= 1;
    }
  }
}
