import type { DatabaseSync } from 'node:sqlite';
import { REFILL_CELLS } from '../cells.js';

/** The fine counter that reports filter by, and the publisher's catalogue. */
export function version3(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE count_cells (
      item INTEGER NOT NULL, version INTEGER NOT NULL, community INTEGER NOT NULL, day TEXT NOT NULL,
      shared INTEGER NOT NULL, reshared2 INTEGER NOT NULL, reshared3 INTEGER NOT NULL,
      quoted1 INTEGER NOT NULL, quoted2 INTEGER NOT NULL, quoted3 INTEGER NOT NULL,
      PRIMARY KEY (item, version, community, day)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE catalogue (
      publisher TEXT NOT NULL, item TEXT NOT NULL, version INTEGER NOT NULL, title TEXT, since TEXT NOT NULL,
      recall_iat INTEGER, recall_day TEXT, recall_reason TEXT,
      PRIMARY KEY (publisher, item, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE catalogue_read (publisher TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `);
  db.exec(REFILL_CELLS);
}
