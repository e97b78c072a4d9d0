import type { DatabaseSync } from 'node:sqlite';

/**
 * Marginal counters instead of the cross product, a log that can be read on from a cursor, crowd figures, held lists, and
 * what access, campaigns, webhooks and the audit keep.
 *
 * Nothing in here has a time finer than a day, apart from `deliveries.next_at`, which is about our own next attempt.
 * Origins and URNs stand once, in `publishers`, `sources` and `items`; everything else points at their numbers.
 */
const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE publishers (
    num INTEGER PRIMARY KEY, origin TEXT NOT NULL UNIQUE,
    last_seq INTEGER NOT NULL DEFAULT 0, -- of the newest event, kept or not
    gone_seq INTEGER NOT NULL DEFAULT 0  -- of the newest event that was removed
  ) STRICT;
  CREATE TABLE sources (num INTEGER PRIMARY KEY, origin TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE items (
    num INTEGER PRIMARY KEY, publisher INTEGER NOT NULL, urn TEXT NOT NULL, UNIQUE (publisher, urn)
  ) STRICT;

  -- type: 1 shared, 2 reshared, 3 quoted, 4 crowd, 5 status-held. day: of a crowd figure, its week's Sunday.
  -- data: JSON of what the columns do not hold, for types 4 and 5.
  CREATE TABLE events (
    publisher INTEGER NOT NULL, seq INTEGER NOT NULL, community INTEGER NOT NULL, id TEXT NOT NULL, type INTEGER NOT NULL,
    item INTEGER, version INTEGER, country TEXT, depth INTEGER, day TEXT NOT NULL, data TEXT,
    PRIMARY KEY (publisher, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX events_by_id ON events (community, id);

  CREATE TABLE count_days (
    publisher INTEGER NOT NULL, day TEXT NOT NULL,
    shared INTEGER NOT NULL, reshared INTEGER NOT NULL, quoted INTEGER NOT NULL,
    PRIMARY KEY (publisher, day)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE count_item_days (
    item INTEGER NOT NULL, day TEXT NOT NULL,
    shared INTEGER NOT NULL, reshared INTEGER NOT NULL, quoted INTEGER NOT NULL,
    PRIMARY KEY (item, day)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE count_community_days (
    publisher INTEGER NOT NULL, community INTEGER NOT NULL, country TEXT NOT NULL, day TEXT NOT NULL,
    shared INTEGER NOT NULL, reshared INTEGER NOT NULL, quoted INTEGER NOT NULL,
    PRIMARY KEY (publisher, community, country, day)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE count_item_weeks (
    item INTEGER NOT NULL, version INTEGER NOT NULL, depth INTEGER NOT NULL, week TEXT NOT NULL,
    shared INTEGER NOT NULL, reshared INTEGER NOT NULL, quoted INTEGER NOT NULL,
    PRIMARY KEY (item, version, depth, week)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE count_item_communities (
    item INTEGER NOT NULL, version INTEGER NOT NULL, community INTEGER NOT NULL,
    first_day TEXT NOT NULL, last_day TEXT NOT NULL,
    shared INTEGER NOT NULL, reshared INTEGER NOT NULL, quoted INTEGER NOT NULL,
    PRIMARY KEY (item, version, community)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE crowd (
    item INTEGER NOT NULL, fact TEXT NOT NULL, week TEXT NOT NULL, community INTEGER NOT NULL,
    figure INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, threshold INTEGER NOT NULL, epsilon REAL NOT NULL,
    PRIMARY KEY (item, fact, week, community)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE crowd_item_weeks (
    item INTEGER NOT NULL, fact TEXT NOT NULL, week TEXT NOT NULL, threshold INTEGER NOT NULL, epsilon REAL NOT NULL,
    cells INTEGER NOT NULL, figure INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL,
    PRIMARY KEY (item, fact, week, threshold, epsilon)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE crowd_community_weeks (
    publisher INTEGER NOT NULL, community INTEGER NOT NULL, fact TEXT NOT NULL, week TEXT NOT NULL,
    threshold INTEGER NOT NULL, epsilon REAL NOT NULL,
    cells INTEGER NOT NULL, figure INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL,
    PRIMARY KEY (publisher, community, fact, week, threshold, epsilon)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE held (
    publisher INTEGER NOT NULL, list TEXT NOT NULL, community INTEGER NOT NULL, day TEXT NOT NULL, iat INTEGER NOT NULL,
    PRIMARY KEY (publisher, list, community, day)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE refused (
    day TEXT NOT NULL, publisher TEXT NOT NULL, community TEXT NOT NULL, code TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (day, publisher, community, code)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE access_keys (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, scope TEXT NOT NULL, publisher TEXT,
    created_day TEXT NOT NULL, last_day TEXT, used_day TEXT, revoked_day TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions (
    hash TEXT PRIMARY KEY, access_key TEXT NOT NULL REFERENCES access_keys (id), last_day TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE audit (
    n INTEGER PRIMARY KEY, day TEXT NOT NULL, actor TEXT NOT NULL, publisher TEXT, action TEXT NOT NULL, subject TEXT
  ) STRICT;

  CREATE TABLE campaigns (
    publisher TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    first_day TEXT NOT NULL, last_day TEXT NOT NULL, item TEXT,
    PRIMARY KEY (publisher, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE webhooks (
    id TEXT PRIMARY KEY, publisher TEXT NOT NULL, url TEXT NOT NULL, secret TEXT NOT NULL,
    created_day TEXT NOT NULL, state TEXT NOT NULL, cursor TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE deliveries (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, webhook TEXT NOT NULL REFERENCES webhooks (id),
    after TEXT, until TEXT NOT NULL, events INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL, reason TEXT, day TEXT NOT NULL
  ) STRICT;
  CREATE INDEX deliveries_by_webhook ON deliveries (webhook, state);
`;

/** Version 1 never removed an event, so its counters and events agree, and either tells the whole. */
const CARRY_OVER = `
  INSERT INTO publishers (origin) SELECT DISTINCT publisher FROM old_events ORDER BY publisher;
  INSERT INTO sources (origin) SELECT DISTINCT community FROM old_events ORDER BY community;
  INSERT INTO items (publisher, urn)
    SELECT DISTINCT p.num, e.item FROM old_events e JOIN publishers p ON p.origin = e.publisher ORDER BY p.num, e.item;

  -- By day, then by random id: the old table knew no order, and none is made up.
  INSERT INTO events (publisher, seq, community, id, type, item, version, country, depth, day)
    SELECT p.num, row_number() OVER (PARTITION BY p.num ORDER BY e.day, e.id, e.community), s.num, e.id,
      CASE e.fact WHEN 'shared' THEN 1 WHEN 'reshared' THEN 2 ELSE 3 END, i.num, e.version, e.country, e.depth, e.day
    FROM old_events e JOIN publishers p ON p.origin = e.publisher JOIN sources s ON s.origin = e.community
      JOIN items i ON i.publisher = p.num AND i.urn = e.item;
  UPDATE publishers SET last_seq = coalesce((SELECT max(seq) FROM events WHERE publisher = num), 0);
  INSERT INTO meta (key, value) SELECT 'newest_day', max(day) FROM events HAVING count(*) > 0;

  CREATE TEMP TABLE cells AS
    SELECT p.num AS publisher, s.num AS community, i.num AS item, c.version, c.country, c.depth, c.day,
      strftime('%G-W%V', c.day) AS week,
      CASE c.fact WHEN 'shared' THEN c.n ELSE 0 END AS shared,
      CASE c.fact WHEN 'reshared' THEN c.n ELSE 0 END AS reshared,
      CASE c.fact WHEN 'quoted' THEN c.n ELSE 0 END AS quoted
    FROM old_counters c JOIN publishers p ON p.origin = c.publisher JOIN sources s ON s.origin = c.community
      JOIN items i ON i.publisher = p.num AND i.urn = c.item;
  INSERT INTO count_days
    SELECT publisher, day, sum(shared), sum(reshared), sum(quoted) FROM cells GROUP BY 1, 2;
  INSERT INTO count_item_days
    SELECT item, day, sum(shared), sum(reshared), sum(quoted) FROM cells GROUP BY 1, 2;
  INSERT INTO count_community_days
    SELECT publisher, community, country, day, sum(shared), sum(reshared), sum(quoted) FROM cells GROUP BY 1, 2, 3, 4;
  INSERT INTO count_item_weeks
    SELECT item, version, depth, week, sum(shared), sum(reshared), sum(quoted) FROM cells GROUP BY 1, 2, 3, 4;
  INSERT INTO count_item_communities
    SELECT item, version, community, min(day), max(day), sum(shared), sum(reshared), sum(quoted) FROM cells
    GROUP BY 1, 2, 3;
  DROP TABLE cells;

  INSERT INTO refused (day, publisher, community, code, n) SELECT day, 'unknown', community, code, n FROM refusals;
  DROP TABLE refusals;
  DROP TABLE old_events;
  DROP TABLE old_counters;
`;

export function version2(db: DatabaseSync): void {
  db.exec('ALTER TABLE events RENAME TO old_events; ALTER TABLE counters RENAME TO old_counters;');
  db.exec(SCHEMA);
  db.exec(CARRY_OVER);
}
