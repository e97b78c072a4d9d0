import { nanoid } from 'nanoid';
import type { Fact } from '../fact.js';
import { holdLock, ifFree } from './lock.js';
import { isTooOld, Queue, type Loss } from './queue.js';
import { StoredFacts, type Fate, type StoredFact } from './stored-facts.js';

/** Facts that one login's store holds, those whose fate is known included; beyond it the oldest of these go. */
const KEPT = 2_000;

export interface PersistentQueueOptions {
  readonly login: string;
  /** Whole days since 1970. */
  readonly today: () => number;
  readonly onLost: (facts: readonly Fact[], why: Loss) => void;
  /** Told when this browser refuses to store: from then on the queue is as good as one in memory. */
  readonly onDenied: () => void;
  /** What became of a fact, to be kept beside it; undefined while it waits. */
  readonly fateOf: (id: string) => Fate | undefined;
}

/**
 * A queue that outlives its page. Memory is what is sent from, so that a page can still send while it is being left;
 * IndexedDB follows behind. Each page keeps its own facts under a name that only the store sees, and holds a lock of that
 * name: facts whose lock is free were left by a page that is gone, and exactly one page adopts them.
 */
export class PersistentQueue extends Queue {
  readonly #page = nanoid();
  readonly #options: PersistentQueueOptions;
  readonly #stored: StoredFacts;
  #release: () => void = () => undefined;

  constructor(options: PersistentQueueOptions) {
    super(options.onLost, options.today);
    this.#options = options;
    this.#stored = new StoredFacts(options.login, options.onDenied);
    this.hold();
  }

  /**
   * Adopts what pages that are gone left waiting, and clears away what is too old.
   * → all that is kept, oldest first; what was adopted is already in the queue
   */
  async look(): Promise<StoredFact[]> {
    const all = await this.#stored.all();
    this.next = all.reduce((next, { place }) => Math.max(next, place + 1), this.next);
    const isOld = ({ day }: StoredFact) => isTooOld(this.today() - day);
    // What still waits makes room in the queue; here it is the accounts of what is settled.
    let most = all.length - KEPT;
    const gone = all.filter((one) => isOld(one) || (one.status !== undefined && most-- > 0));
    await this.#stored.remove(gone);
    const left = all.filter((one) => !gone.includes(one));
    for (const page of new Set(left.filter((one) => this.#isLeft(one)).map((one) => one.page)))
      await ifFree(this.#lock(page), () => this.#adopt(page));
    const lost = gone.filter(({ status }) => status === undefined);
    return [...lost.map((one): StoredFact => ({ ...one, status: 'lost' })), ...left];
  }

  /** A held lock keeps a page out of the back/forward cache, so a page that is left lets go and takes it again on return. */
  hold(): void {
    this.#release();
    this.#release = holdLock(this.#lock(this.#page));
  }

  release(): void {
    this.#release();
  }

  override add(fact: Fact): void {
    super.add(fact);
    void this.#put([fact]);
  }

  override settle(facts: readonly Fact[]): void {
    void this.#put(facts);
    super.settle(facts);
  }

  /** Forgets what every page of this login left. */
  eraseStored(): Promise<unknown> {
    return this.#stored.clear();
  }

  /** Each as the ledger knows it; what was erased while it was on its way stays so. */
  #put(facts: readonly Fact[]): Promise<unknown> {
    return this.#stored.put(
      facts.flatMap(({ age: _, ...fact }) => {
        const made = this.madeOf(fact.id);
        return made ? [{ fact, page: this.#page, ...made, ...this.#options.fateOf(fact.id) }] : [];
      }),
    );
  }

  #isLeft({ fact, page, status }: StoredFact): boolean {
    return status === undefined && page !== this.#page && this.madeOf(fact.id) === undefined;
  }

  /** Under the other page's lock, from what is there now: another page may have come first. */
  async #adopt(page: string): Promise<void> {
    const left = (await this.#stored.all()).filter((one) => one.page === page && this.#isLeft(one));
    await this.#stored.put(left.map((one) => ({ ...one, page: this.#page })));
    super.adopt(left);
  }

  #lock(page: string): string {
    return `${this.#stored.name}:${page}`;
  }
}
