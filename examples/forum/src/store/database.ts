import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;

const TABLES = `
  CREATE TABLE IF NOT EXISTS doctors (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, specialty TEXT NOT NULL, verified INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS forums (
    slug TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, about TEXT NOT NULL,
    specialty TEXT NOT NULL, restricted INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS access (
    forum TEXT NOT NULL REFERENCES forums (slug), doctor TEXT NOT NULL REFERENCES doctors (id),
    PRIMARY KEY (forum, doctor)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS threads (
    id INTEGER PRIMARY KEY AUTOINCREMENT, forum TEXT NOT NULL REFERENCES forums (slug), title TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, thread INTEGER NOT NULL REFERENCES threads (id),
    author TEXT NOT NULL REFERENCES doctors (id), day TEXT NOT NULL, html TEXT NOT NULL, words TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS posts_of_thread ON posts (thread);
  CREATE TABLE IF NOT EXISTS sessions (
    hash TEXT PRIMARY KEY, doctor TEXT NOT NULL REFERENCES doctors (id), day TEXT NOT NULL
  ) STRICT;
`;

/** Opens the forum's database, and makes its tables when they are missing. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000;');
  database.exec(TABLES);
  return database;
}

/** Runs several writes as one: all of them happen, or none. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** A text column; a query that does not select it is a mistake in our own code and says so. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} is not text`);
  return value;
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} is not an integer`);
  return value;
}
