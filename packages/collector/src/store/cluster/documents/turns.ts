import { randomUUID } from 'node:crypto';
import type { Documents } from './documents.js';

/** Whoever has a turn and does not say for so long that it still has it, has lost it. */
const LEASE_MS = 20_000;

interface Turn {
  readonly holder: string;
  /** Another number each time that the holder says it is there. */
  readonly n: number;
}

/**
 * Work that one collector does for all, such as sending webhooks. No clock is compared with another one: whoever waits counts for
 * itself how long the holder has said nothing.
 */
export class Turns {
  readonly #me = randomUUID();
  readonly #mine = new Set<string>();
  readonly #seen = new Map<string, { readonly turn: Turn; readonly at: number }>();

  constructor(private readonly documents: Documents) {}

  /** Is it this collector's turn? Ask again before each piece of work, and at least every ten seconds. */
  async mine(task: string): Promise<boolean> {
    const mine = await this.#ask(task);
    if (mine) this.#mine.add(task);
    else this.#mine.delete(task);
    return mine;
  }

  #ask(task: string): Promise<boolean> {
    return this.documents.change<Turn, boolean>(`turn.${task}`, (turn) => {
      const taken = { after: { holder: this.#me, n: (turn?.n ?? 0) + 1 }, result: true };
      if (turn === undefined || turn.holder === this.#me) return taken;
      const seen = this.#seen.get(task);
      if (seen?.turn.holder !== turn.holder || seen.turn.n !== turn.n) {
        this.#seen.set(task, { turn, at: performance.now() });
        return { result: false };
      }
      return performance.now() - seen.at < LEASE_MS ? { result: false } : taken;
    });
  }

  /** Gives back what is this collector's, so that nobody has to wait for it. */
  async close(): Promise<void> {
    for (const task of this.#mine)
      await this.documents.change<Turn, undefined>(`turn.${task}`, (turn) =>
        turn?.holder === this.#me ? { after: 'removed', result: undefined } : { result: undefined },
      );
  }
}
