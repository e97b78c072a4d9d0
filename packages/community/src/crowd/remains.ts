import type { Database } from '../store/database.js';
import type { Sliced } from './in-slices.js';

/** Rows of a slice. Each slice waits for the disk once. */
const ROWS = 2_000;

/** Smaller than every tag. No empty blob: SQLite would be handed NULL for it. */
const BEFORE_ALL = Uint8Array.of(0);

/**
 * Deletes what a drawn week leaves behind: doctors whose cell is gone, and the bound's counts. Nobody asks for them any more, by any
 * name: the week's key is destroyed, and under the next one no doctor has the same tag.
 */
export class Remains {
  constructor(private readonly db: Database) {}

  *delete(week: string): Sliced<void> {
    // A week that is open has all its cells, so none of its doctors goes.
    yield* this.#sweep('crowd_doctor', 'cell NOT IN (SELECT id FROM crowd_cell)');
    yield* this.#sweep('bound', 'week = ?', week);
  }

  /** In the order of the primary key: each page is written once. */
  *#sweep(table: 'crowd_doctor' | 'bound', which: string, ...values: string[]): Sliced<void> {
    const end = `SELECT tag FROM ${table} WHERE tag > ? ORDER BY tag LIMIT 1 OFFSET ${ROWS - 1}`;
    let after: Uint8Array = BEFORE_ALL;
    for (;;) {
      const last = this.db.get<{ tag: Uint8Array }>(end, after)?.tag;
      if (!last) break;
      this.db.run(`DELETE FROM ${table} WHERE tag > ? AND tag <= ? AND ${which}`, after, last, ...values);
      // Else the log would be written back when it is 32 MiB long, and all would wait for that.
      this.db.writeBack();
      after = last;
      yield;
    }
    this.db.run(`DELETE FROM ${table} WHERE tag > ? AND ${which}`, after, ...values);
  }
}
