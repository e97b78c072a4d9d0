import type { DatabaseSync } from 'node:sqlite';

/** Trusted communities, events, one table of counters over the full cross product. Kept as it was: files of it exist. */
export function version1(db: DatabaseSync): void {
  db.exec(`
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
  `);
}
