import { dayOf, dayStart, FACT_DAYS } from '@pullquote/events';
import type { Database } from '../store/database.js';
import type { Sliced } from '../store/in-slices.js';

/** So many ids wait to be sorted in at most. */
const MOST_FRESH = 8_192;
/** Ids that are looked through in one slice. */
const ROWS = 10_000;
/** Greater than every id. */
const AFTER_ALL = '\u{10ffff}';

/** The ids of one request. */
export interface Ids {
  has(id: string): boolean;
  add(id: string): void;
  /** Puts on disk what was added; in the transaction that counts the facts. */
  write(day: string): void;
}

/**
 * Bare fact ids, so that nothing is counted twice. They are linked to nothing. An id is random, so each would touch a page of its own
 * in the sorted table; so it is appended to a small one first, and many are sorted in together.
 */
export class Seen {
  /** What stands in the small table; undefined when that isn't certain. */
  #fresh: Set<string> | undefined;
  /** The day on which old ids were last looked for. */
  #purged = '';

  constructor(private readonly db: Database) {
    this.sortIn();
  }

  /** @param candidates the ids that will be asked about */
  of(candidates: readonly string[]): Ids {
    const fresh = this.#known();
    // One question and one answer for a request: each way into SQLite costs as much as what it does there.
    const sorted = new Set(
      this.db
        .all<{ id: string }>(
          'SELECT id FROM seen_sorted WHERE id IN (SELECT value FROM json_each(?))',
          JSON.stringify(candidates),
        )
        .map(({ id }) => id),
    );
    const added: string[] = [];
    return {
      has: (id) => fresh.has(id) || sorted.has(id),
      add: (id) => {
        fresh.add(id);
        added.push(id);
      },
      write: (day) => {
        if (added.length === 0) return;
        const ids = JSON.stringify(added);
        this.db.run('INSERT INTO seen_fresh (id, day) SELECT value, ? FROM json_each(?)', day, ids);
      },
    };
  }

  /** To be called when a transaction failed: an id that is not on disk must not be taken for known. */
  recall(): void {
    this.#fresh = undefined;
  }

  /** To be called when one went well. */
  sortInWhenFull(): void {
    if ((this.#fresh?.size ?? 0) < MOST_FRESH) return;
    try {
      this.sortIn();
    } catch {
      // The facts are safe where they are. The minute's round tries again, and says what is wrong.
    }
  }

  /** Also called each minute, because the small table shows in which order ids came. */
  sortIn(): void {
    if (this.db.get('SELECT 1 FROM seen_fresh LIMIT 1') === undefined) return;
    this.db.transaction(() => {
      this.db.run('INSERT OR IGNORE INTO seen_sorted (id, day) SELECT id, day FROM seen_fresh ORDER BY id');
      this.db.run('DELETE FROM seen_fresh');
    });
    this.#fresh = new Set();
  }

  /** Sorts in what came, and once a day forgets the ids of facts that would be refused for their age. */
  *purge(today: string): Sliced<void> {
    this.sortIn();
    if (this.#purged === today) return;
    const kept = dayOf(dayStart(today) - FACT_DAYS * 86_400_000);
    let after = '';
    for (;;) {
      const end = this.db.get<{ id: string }>(
        'SELECT id FROM seen_sorted WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?',
        after,
        ROWS,
      )?.id;
      this.db.run('DELETE FROM seen_sorted WHERE id > ? AND id <= ? AND day < ?', after, end ?? AFTER_ALL, kept);
      if (end === undefined) break;
      after = end;
      yield;
    }
    this.#purged = today;
  }

  #known(): Set<string> {
    this.#fresh ??= new Set(this.db.all<{ id: string }>('SELECT id FROM seen_fresh').map(({ id }) => id));
    return this.#fresh;
  }
}
