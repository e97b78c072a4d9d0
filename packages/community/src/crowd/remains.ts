import type { Database } from '../store/database.js';
import { SCHEMA } from '../store/schema.js';
import type { Sliced } from '../store/in-slices.js';

/** Rows of a slice. Each slice waits for the disk once. */
const ROWS = 2_000;

const TABLES = ['crowd_remains', 'bound_remains'] as const;

/**
 * What a drawn week leaves behind: doctors whose cells are gone, and the bound's counts, both under a key that is destroyed. It stands in
 * tables of its own: where rows are deleted beside rows that stay, SQLite moves those that stay, and parts of a deleted tag may be left between them.
 */
export class Remains {
  constructor(private readonly db: Database) {}

  /** Gives the next week empty tables. In the transaction that draws the week; what an earlier one left must be gone. */
  setAside(): void {
    // The view would follow its table to the new name.
    this.db.exec(`DROP VIEW crowd;
      ALTER TABLE crowd_doctor RENAME TO crowd_remains;
      ALTER TABLE bound RENAME TO bound_remains;
      ${SCHEMA}`);
  }

  *delete(): Sliced<void> {
    for (const table of TABLES) {
      if (!this.db.get('SELECT 1 FROM sqlite_master WHERE name = ?', table)) continue;
      yield* this.#empty(table);
      this.db.exec(`DROP TABLE ${table}`);
    }
  }

  /** In the order of the primary key: each page is written once. */
  *#empty(table: (typeof TABLES)[number]): Sliced<void> {
    const nth = `SELECT tag FROM ${table} ORDER BY tag LIMIT 1 OFFSET ${ROWS}`;
    for (let row = this.#tag(nth); row; row = this.#tag(nth)) {
      this.db.run(`DELETE FROM ${table} WHERE tag <= ?`, row.tag);
      // Else the log would be written back when it is 32 MiB long, and all would wait for that.
      this.db.writeBack();
      yield;
    }
    this.db.run(`DELETE FROM ${table}`);
  }

  #tag(sql: string): { tag: Uint8Array } | undefined {
    return this.db.get(sql);
  }
}
