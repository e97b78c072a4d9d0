import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Fact } from '../fact.js';
import type { FactStatus } from './ledger.js';
import type { Made } from './queue.js';

/** What became of a fact: absent while it waits. */
export interface Fate {
  readonly status?: FactStatus | undefined;
  readonly reason?: string | undefined;
}

/** What this browser keeps of one fact, by its id. No time: nothing finer than a day is ever stored. */
export interface StoredFact extends Made, Fate {
  readonly fact: Fact;
  /** The random name of the page that sends it. */
  readonly page: string;
}

const PREFIX = 'pullquote:';

/** One login's facts in IndexedDB, in a database of its own. A full or denied store costs what it was meant to save, and never more. */
export class StoredFacts {
  readonly #store: UseStore | undefined;
  readonly #coming: StoredFact[] = [];
  readonly name: string;

  /** @param onDenied told when this browser refuses to store */
  constructor(
    login: string,
    readonly onDenied: () => void,
  ) {
    this.name = PREFIX + login;
    try {
      this.#store = createStore(this.name, 'facts');
    } catch {
      onDenied();
    }
  }

  /** In the order in which they were made. */
  async all(): Promise<StoredFact[]> {
    const all = await this.#try('readonly', (store) => promisifyRequest<unknown[]>(store.getAll()));
    return (all ?? []).filter(isStoredFact).sort((a, b) => a.day - b.day || a.place - b.place);
  }

  /** What comes in one go is stored in one go: a page that is closed right afterwards has less to lose. */
  async put(facts: readonly StoredFact[]): Promise<void> {
    this.#coming.push(...facts);
    await undefined;
    const all = this.#coming.splice(0);
    if (all.length) await this.#change((store) => all.forEach((one) => store.put(one, one.fact.id)));
  }

  remove(facts: readonly StoredFact[]): Promise<unknown> {
    return this.#change((store) => facts.forEach(({ fact }) => store.delete(fact.id)));
  }

  clear(): Promise<unknown> {
    this.#coming.splice(0);
    return this.#change((store) => store.clear());
  }

  #change(work: (store: IDBObjectStore) => unknown): Promise<unknown> {
    return this.#try('readwrite', (store) => {
      work(store);
      return promisifyRequest(store.transaction);
    });
  }

  async #try<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.#store?.(mode, work);
    } catch {
      this.onDenied();
      return undefined;
    }
  }
}

/**
 * Deletes what logins before this one left: nothing of it could go out any more except as another member's. A page that still
 * has it open holds the deletion up; that page forgets by itself (login.ts).
 */
export async function forgetOthers(login: string): Promise<void> {
  try {
    for (const { name } of (await indexedDB.databases?.()) ?? [])
      if (name?.startsWith(PREFIX) && name !== PREFIX + login) indexedDB.deleteDatabase(name);
  } catch {
    // What cannot be read here was not written here.
  }
}

/** Any script of the site can write here, and so could an older copy of this one. */
function isStoredFact(one: unknown): one is StoredFact {
  const { fact, day } = (one ?? {}) as Partial<StoredFact>;
  return typeof fact?.id === 'string' && Number.isInteger(day);
}
