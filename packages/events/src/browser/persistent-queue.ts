import { clear, createStore, delMany, entries, set, type UseStore } from 'idb-keyval';
import { nanoid } from 'nanoid';
import type { Fact } from '../fact.js';
import { holdLock, ifFree } from './lock.js';
import { Queue } from './queue.js';

/** The page that keeps a fact, and the fact's place in that page's order. No time: nothing finer than a day is ever stored. */
type Key = [page: string, place: number];

export interface PersistentQueueOptions {
  readonly database: string;
  readonly onLost: (facts: readonly Fact[]) => void;
  /** Told when this browser refuses to store: from then on the queue is as good as one in memory. */
  readonly onDenied: () => void;
}

/**
 * A queue that outlives its page. Memory is what is sent from, so that a page can still send while it is being left;
 * IndexedDB follows behind. Each page keeps its own facts under a name that only the store sees, and holds a lock of that
 * name: facts whose lock is free were left by a page that is gone, and exactly one page adopts them.
 */
export class PersistentQueue extends Queue {
  readonly #page = nanoid();
  readonly #keys = new Map<string, Key>();
  readonly #options: PersistentQueueOptions;
  #store: UseStore | undefined;
  #place = 0;
  #release: () => void = () => undefined;

  constructor(options: PersistentQueueOptions) {
    super(options.onLost);
    this.#options = options;
  }

  /** Claims this page's name and adopts what earlier pages left. → the adopted facts; they are already in the queue. */
  async open(): Promise<Fact[]> {
    this.hold();
    const adopted: Fact[] = [];
    try {
      const store = (this.#store = createStore(this.#options.database, 'facts'));
      const pages = new Set((await entries<Key, Fact>(store)).map(([[page]]) => page));
      pages.delete(this.#page);
      for (const page of pages)
        await ifFree(this.#lock(page), async () => adopted.push(...(await this.#adopt(page, store))));
    } catch {
      this.#options.onDenied();
    }
    return adopted;
  }

  /** A held lock keeps a page out of the back/forward cache, so a page that is left lets go and takes it again on return. */
  hold(): void {
    this.#release();
    this.#release = holdLock(this.#lock(this.#page));
  }

  release(): void {
    this.#release();
  }

  override add(...facts: readonly Fact[]): void {
    for (const fact of facts) this.#keep(fact);
    super.add(...facts);
  }

  override settle(facts: readonly Fact[]): void {
    const keys = facts.map(({ id }) => this.#keys.get(id)).filter((key) => key !== undefined);
    for (const { id } of facts) this.#keys.delete(id);
    if (keys.length > 0) void this.#write((store) => delMany(keys, store));
  }

  /** Forgets what every page of this database left: they all belong to the login that ends. */
  async eraseStored(): Promise<void> {
    this.#keys.clear();
    await this.#write(clear);
  }

  #keep(fact: Fact): Promise<void> {
    const key: Key = [this.#page, this.#place++];
    this.#keys.set(fact.id, key);
    return this.#write((store) => set(key, fact, store));
  }

  /** A full or denied store costs what it was meant to save, and never more. */
  async #write(work: (store: UseStore) => Promise<void>): Promise<void> {
    try {
      if (this.#store) await work(this.#store);
    } catch {
      this.#options.onDenied();
    }
  }

  /** Writes the facts under this page's name first and forgets the old name after: a crash in between costs a repeat, no loss. */
  async #adopt(page: string, store: UseStore): Promise<Fact[]> {
    const left = (await entries<Key, Fact>(store)).filter(([key]) => key[0] === page);
    const facts = left.map(([, fact]) => fact);
    await Promise.all(facts.map((fact) => this.#keep(fact)));
    await delMany(
      left.map(([key]) => key),
      store,
    );
    super.add(...facts);
    return facts;
  }

  #lock(page: string): string {
    return `${this.#options.database}:${page}`;
  }
}
