/** Remembers what was used until it would have ended anyway. In memory alone. */
export class OnceOnly {
  readonly #until = new Map<string, number>();

  constructor(
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** @returns false when it was taken before */
  take(name: string, until: number): boolean {
    const now = this.now();
    // In the order in which they came, which is nearly that in which they end: the front is cleared as far as it is over.
    for (const [old, end] of this.#until) {
      if (end > now) break;
      this.#until.delete(old);
    }
    if (this.#until.has(name)) return false;
    this.#until.set(name, until);
    return true;
  }
}
