import { DatabaseSync } from 'node:sqlite';
import { CollectorError } from './errors.js';

const SCHEMA_VERSION = 1;

/**
 * No table is ordered by arrival and none has a time: a day is the finest thing in here. The event's key is the
 * community's own id, so a batch that is sent twice counts once.
 */
const SCHEMA = `
  CREATE TABLE communities (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, funding TEXT, since TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE community_keys (
    kid TEXT PRIMARY KEY, community TEXT NOT NULL REFERENCES communities (id), thumbprint TEXT NOT NULL, jwk TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX community_keys_by_community ON community_keys (community);
  CREATE TABLE events (
    community TEXT NOT NULL, id TEXT NOT NULL, publisher TEXT NOT NULL, country TEXT NOT NULL, item TEXT NOT NULL,
    version INTEGER NOT NULL, fact TEXT NOT NULL, depth INTEGER NOT NULL, day TEXT NOT NULL,
    PRIMARY KEY (community, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE counters (
    publisher TEXT NOT NULL, item TEXT NOT NULL, version INTEGER NOT NULL, community TEXT NOT NULL,
    country TEXT NOT NULL, fact TEXT NOT NULL, depth INTEGER NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (publisher, item, version, community, country, fact, depth, day)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE refusals (
    day TEXT NOT NULL, community TEXT NOT NULL, code TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (day, community, code)
  ) STRICT, WITHOUT ROWID;
`;

/** Opens or creates the store. An acknowledged batch survives a power cut: WAL with full synchronisation. */
export function openDatabase(file: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: 5_000 });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    const opened = db;
    transaction(opened, () => prepareSchema(opened));
    return opened;
  } catch (error) {
    db?.close();
    if (error instanceof CollectorError) throw error;
    throw new CollectorError('store', `dataFile cannot be opened as a collector's store: ${(error as Error).message}.`);
  }
}

function prepareSchema(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version === SCHEMA_VERSION) return;
  if (version !== 0)
    throw new CollectorError('store', 'dataFile was written by another version of the collector. Use that version.');
  const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'] ?? 0);
  if (tables > 0) throw new CollectorError('store', 'dataFile belongs to another program. Name a file of its own.');
  db.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION};`);
}

/** All or nothing. Begins by locking, so that two processes never both think that they may write. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
