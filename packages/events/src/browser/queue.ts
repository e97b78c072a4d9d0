import type { Fact, MAX_FACTS, MAX_FACTS_BYTES } from '../fact.js';

// Only the types come from fact.ts, so that its schema library stays out of the browser; the compiler holds the two in step.
const MOST: typeof MAX_FACTS = 20;
const MOST_BYTES: typeof MAX_FACTS_BYTES = 16_384;

/** Facts that may wait at once; beyond it the oldest goes. */
export const CAP = 1_000;

/** Facts that wait in memory, oldest first. */
export class Queue {
  readonly #waiting: Fact[] = [];

  /** @param onLost told of every fact that had to make room */
  constructor(readonly onLost: (facts: readonly Fact[]) => void) {}

  get size(): number {
    return this.#waiting.length;
  }

  add(...facts: readonly Fact[]): void {
    this.#waiting.push(...facts);
    this.#makeRoom();
  }

  /** Takes the next batch out, as large as one request may be. Whoever takes it settles it or puts it back. */
  take(): Fact[] {
    let bytes = 2;
    let count = 0;
    for (const fact of this.#waiting.slice(0, MOST)) {
      bytes += new TextEncoder().encode(JSON.stringify(fact)).length + 1;
      if (count > 0 && bytes > MOST_BYTES) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  /** A batch that could not be sent goes back to the front. */
  putBack(facts: readonly Fact[]): void {
    this.#waiting.unshift(...facts);
    this.#makeRoom();
  }

  /** These need never be sent again. */
  settle(_facts: readonly Fact[]): void {
    // Nothing was kept anywhere but in the batch.
  }

  /** Takes everything out. */
  drain(): Fact[] {
    return this.#waiting.splice(0);
  }

  #makeRoom(): void {
    const lost = this.#waiting.splice(0, this.#waiting.length - CAP);
    if (lost.length === 0) return;
    this.settle(lost);
    this.onLost(lost);
  }
}
