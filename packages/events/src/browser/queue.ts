import type { Fact, FACT_DAYS, MAX_FACTS, MAX_FACTS_BYTES } from '../fact.js';

// Only the types come from fact.ts, so that its schema library stays out of the browser; the compiler holds them in step.
const MOST: typeof MAX_FACTS = 20;
const MOST_BYTES: typeof MAX_FACTS_BYTES = 16_384;
const DAYS: typeof FACT_DAYS = 14;

/** Facts that may wait at once; beyond it the oldest goes. */
export const CAP = 1_000;

/** Why a fact was given up: more than `CAP` waited, or it waited for as long as the server knows ids. */
export type Loss = 'room' | 'age';

/** Did this many days pass for good? A clock that was set back by as much proves nothing, so it counts as well. */
export function isTooOld(age: number): boolean {
  return Math.abs(age) >= DAYS;
}

/** When a fact was made: whole days since 1970, and its place in the order of all. */
export interface Made {
  readonly day: number;
  readonly place: number;
}

/** Facts that wait in memory, oldest first, each with the day on which it was made. */
export class Queue {
  readonly #waiting: Fact[] = [];
  readonly #made = new Map<string, Made>();
  protected next = 0;

  /**
   * @param onLost told of every fact that is given up
   * @param today whole days since 1970, by the browser's own clock
   */
  constructor(
    readonly onLost: (facts: readonly Fact[], why: Loss) => void,
    readonly today: () => number,
  ) {}

  get size(): number {
    return this.#waiting.length;
  }

  add(fact: Fact): void {
    this.#made.set(fact.id, { day: this.today(), place: this.next++ });
    this.#waiting.push(fact);
    this.#makeRoom();
  }

  /** Takes the next batch out, as large as one request may be, each fact with its age. Whoever takes it settles it or puts it back. */
  take(): Fact[] {
    const batch: Fact[] = [];
    const old: Fact[] = [];
    let bytes = 2;
    let taken = 0;
    for (const fact of this.#waiting) {
      const age = this.today() - (this.#made.get(fact.id)?.day ?? 0);
      if (isTooOld(age)) {
        old.push(fact);
      } else {
        const aged = age > 0 ? { ...fact, age } : fact;
        bytes += bytesOf(aged) + 1;
        if (batch.length === MOST || (batch.length > 0 && bytes > MOST_BYTES)) break;
        batch.push(aged);
      }
      taken++;
    }
    this.#waiting.splice(0, taken);
    this.#giveUp(old, 'age');
    return batch;
  }

  /** A batch that could not be sent goes back to the front. */
  putBack(facts: readonly Fact[]): void {
    this.#waiting.unshift(...facts.map(({ age: _, ...fact }) => fact));
    this.#makeRoom();
  }

  /** Facts of an earlier page go before this page's own. */
  adopt(facts: readonly (Made & { readonly fact: Fact })[]): void {
    for (const { fact, day, place } of facts) this.#made.set(fact.id, { day, place });
    this.putBack(facts.map(({ fact }) => fact));
  }

  /** These need never be sent again. */
  settle(facts: readonly Fact[]): void {
    for (const { id } of facts) this.#made.delete(id);
  }

  /** Takes everything out. */
  drain(): Fact[] {
    this.#made.clear();
    return this.#waiting.splice(0);
  }

  /** When a fact that is not settled yet was made. */
  protected madeOf(id: string): Made | undefined {
    return this.#made.get(id);
  }

  #makeRoom(): void {
    this.#giveUp(this.#waiting.splice(0, this.#waiting.length - CAP), 'room');
  }

  #giveUp(facts: readonly Fact[], why: Loss): void {
    if (facts.length === 0) return;
    this.onLost(facts, why);
    this.settle(facts);
  }
}

/** Of a value as JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
