import { DatabaseSync } from 'node:sqlite';
import { CollectorError } from '../../errors.js';
import { migrate } from './migrate.js';

/** Keeps this many KiB of the file in memory at most, whatever the file's size. */
const CACHE_KIB = 65_536;

/**
 * Pages of the write-ahead log (4 KiB each) before it is put into the file. Ids are random, so each batch changes pages all
 * over their index: the longer the log, the more often such a page is written once for several batches.
 */
const CHECKPOINT_PAGES = 8_000;

/** Opens or creates the file for writing. What is committed survives a power cut: WAL with full synchronisation. @throws CollectorError `store` */
export function openForWriting(file: string): DatabaseSync {
  return open(() => {
    const db = new DatabaseSync(file, { timeout: 5_000 });
    return prepared(db, () => {
      db.exec(
        `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -${CACHE_KIB};
         PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA journal_size_limit = 67108864;`,
      );
      migrate(db);
    });
  });
}

/** Opens a file that `openForWriting` has prepared. Reading never waits for the writer, nor the writer for it. @throws CollectorError `store` */
export function openForReading(file: string): DatabaseSync {
  return open(() => {
    const db = new DatabaseSync(file, { timeout: 5_000, readOnly: true });
    return prepared(db, () => db.exec(`PRAGMA query_only = ON; PRAGMA cache_size = -${CACHE_KIB};`));
  });
}

function open(work: () => DatabaseSync): DatabaseSync {
  try {
    return work();
  } catch (error) {
    if (error instanceof CollectorError) throw error;
    throw new CollectorError('store', `dataFile cannot be opened as a collector's store: ${(error as Error).message}.`);
  }
}

function prepared(db: DatabaseSync, work: () => void): DatabaseSync {
  try {
    work();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
