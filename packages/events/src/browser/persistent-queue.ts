import { nanoid } from 'nanoid';
import type { Fact } from '../fact.js';
import type { LedgerEntry } from './ledger.js';
import { holdLock, ifFree } from './lock.js';
import { isTooOld, Queue, type Loss } from './queue.js';
import { StoredFacts, type StoredFact } from './stored-facts.js';

/** Facts that one login's store holds, those whose fate is known included; beyond it the oldest of these go. */
const KEPT = 2_000;

export interface PersistentQueueOptions {
  readonly login: string;
  /** Whole days since 1970. */
  readonly today: () => number;
  readonly onLost: (facts: readonly Fact[], why: Loss) => void;
  /** Told when this browser refuses to store: from then on the queue is as good as one in memory. */
  readonly onDenied: () => void;
  /** What became of a fact that is settled, to be kept beside it. */
  readonly fateOf: (id: string) => LedgerEntry | undefined;
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
  /** Places of the facts that still wait. */
  readonly #places = new Map<string, number>();
  #next = 0;
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
    this.#next = all.reduce((next, { place }) => Math.max(next, place + 1), this.#next);
    const isOld = ({ day }: StoredFact) => isTooOld(this.today() - day);
    // What still waits makes room in the queue; here it is the accounts of what is settled.
    let most = all.length - KEPT;
    const gone = all.filter((one) => isOld(one) || (one.status !== undefined && most-- > 0));
    if (gone.length > 0) await this.#stored.remove(gone);
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

  override add(fact: Fact, day = this.today()): void {
    const place = this.#next++;
    this.#places.set(fact.id, place);
    void this.#stored.put({ fact, day, page: this.#page, place });
    super.add(fact, day);
  }

  override settle(facts: readonly Fact[]): void {
    const settled = facts.flatMap(({ age: _, ...fact }): StoredFact[] => {
      const fate = this.#options.fateOf(fact.id);
      const day = this.dayOf(fact.id);
      const place = this.#places.get(fact.id);
      if (!fate || day === undefined || place === undefined) return []; // Erased while it was on its way.
      this.#places.delete(fact.id);
      return [{ fact, day, page: this.#page, place, status: fate.status, reason: fate.reason }];
    });
    super.settle(facts);
    if (settled.length > 0) void this.#stored.put(...settled);
  }

  override drain(): Fact[] {
    this.#places.clear();
    return super.drain();
  }

  /** Forgets what every page of this login left. */
  eraseStored(): Promise<unknown> {
    return this.#stored.clear();
  }

  #isLeft({ fact, page, status }: StoredFact): boolean {
    return status === undefined && page !== this.#page && this.dayOf(fact.id) === undefined;
  }

  /** Under the other page's lock, from what is there now: another page may have come first. */
  async #adopt(page: string): Promise<void> {
    const left = (await this.#stored.all()).filter((one) => one.page === page && this.#isLeft(one));
    if (left.length === 0) return;
    await this.#stored.put(...left.map((one) => ({ ...one, page: this.#page })));
    for (const { fact, place } of left) this.#places.set(fact.id, place);
    super.adopt(left.map(({ fact, day }) => [fact, day]));
  }

  #lock(page: string): string {
    return `${this.#stored.name}:${page}`;
  }
}
