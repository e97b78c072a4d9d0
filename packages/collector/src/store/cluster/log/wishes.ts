import type { JudgedBatch, StoredBatch } from '../../batch-intake.js';
import type { Refused } from './entry.js';
import type { Judged } from './judge.js';

/** Events of one message, about: a message of a megabyte is the most that NATS takes as it comes. */
const MOST_EVENTS = 4_000;

export type Granted = StoredBatch & { readonly newestDay: string };

/** What somebody wants to have appended. */
export interface Wanted {
  readonly batch?: JudgedBatch | undefined;
  readonly refused?: Refused | undefined;
  readonly keptFrom?: string | undefined;
}

interface Wish extends Wanted {
  readonly done: (stored: Granted) => void;
  readonly failed: (error: unknown) => void;
}

const NOTHING: Granted = { accepted: 0, duplicates: 0, refused: [], newestDay: '' };

/** What waits to be appended: whoever comes while a message is on its way shares the next one. */
export class Wishes {
  #waiting: Wish[] = [];
  #running: Promise<void> | undefined;

  /** @param commit appends some of them in one message. @returns what became of each batch, in their order */
  constructor(private readonly commit: (wanted: readonly Wanted[]) => Promise<readonly (Judged | undefined)[]>) {}

  add(wanted: Wanted): Promise<Granted> {
    return new Promise((done, failed) => {
      this.#waiting.push({ ...wanted, done, failed });
      this.#running ??= this.#work().finally(() => (this.#running = undefined));
    });
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const wishes = this.#some();
      try {
        const judged = await this.commit(wishes);
        for (const [i, { done }] of wishes.entries()) {
          const one = judged[i];
          done(one ? { ...one.stored, newestDay: one.newestDay } : NOTHING);
        }
      } catch (error) {
        for (const { failed } of wishes) failed(error);
      }
    }
  }

  /** As many as one message takes. */
  #some(): Wish[] {
    let [n, events] = [0, 0];
    for (const { batch } of this.#waiting) {
      if (batch)
        events += batch.cells.reduce((sum, { ids }) => sum + ids.length, 0) + batch.crowds.length + batch.held.length;
      if (n > 0 && events > MOST_EVENTS) break;
      n += 1;
    }
    return this.#waiting.splice(0, n);
  }
}
