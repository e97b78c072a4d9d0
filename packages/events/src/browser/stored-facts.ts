import { clear, createStore, delMany, setMany, values, type UseStore } from 'idb-keyval';
import type { Fact } from '../fact.js';
import type { FactStatus } from './ledger.js';

/** What this browser keeps of one fact, by its id. No time: nothing finer than a day is ever stored. */
export interface StoredFact {
  readonly fact: Fact;
  /** Whole days since 1970. */
  readonly day: number;
  /** The random name of the page that sends it, and the fact's place in the order of all. */
  readonly page: string;
  readonly place: number;
  /** What became of it; absent while it waits. */
  readonly status?: FactStatus | undefined;
  readonly reason?: string | undefined;
}

const PREFIX = 'pullquote:';

/** One login's facts in IndexedDB, in a database of its own. A full or denied store costs what it was meant to save, and never more. */
export class StoredFacts {
  readonly #store: UseStore | undefined;
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
    const all = (await this.#try((store) => values<Partial<StoredFact> | null>(store))) ?? [];
    return all.filter(isStoredFact).sort((a, b) => a.day - b.day || a.place - b.place);
  }

  put(...facts: readonly StoredFact[]): Promise<unknown> {
    return this.#try((store) =>
      setMany(
        facts.map((one) => [one.fact.id, one]),
        store,
      ),
    );
  }

  remove(facts: readonly StoredFact[]): Promise<unknown> {
    return this.#try((store) =>
      delMany(
        facts.map(({ fact }) => fact.id),
        store,
      ),
    );
  }

  clear(): Promise<unknown> {
    return this.#try(clear);
  }

  async #try<T>(work: (store: UseStore) => Promise<T>): Promise<T | undefined> {
    try {
      return this.#store && (await work(this.#store));
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
function isStoredFact(one: Partial<StoredFact> | null): one is StoredFact {
  return typeof one?.fact?.id === 'string' && Number.isInteger(one.day);
}
