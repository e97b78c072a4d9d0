/**
 * Everything that a community keeps, except its key files. There is no column for a member, a time finer than a day
 * (of a fact), an address or a thread.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What publishers say. A publisher that has no keys here has not been reached yet.
CREATE TABLE IF NOT EXISTS publisher (
  origin TEXT PRIMARY KEY, name TEXT NOT NULL, listed INTEGER NOT NULL,
  record_keys TEXT, status_keys TEXT, status_uri TEXT, events TEXT, checked INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS version (
  digest TEXT PRIMARY KEY, publisher TEXT NOT NULL, item TEXT NOT NULL, version INTEGER NOT NULL, url TEXT NOT NULL,
  title TEXT NOT NULL, promotional_status TEXT, excerpts INTEGER NOT NULL, countries TEXT NOT NULL,
  hcp_only INTEGER, supersedes TEXT, exp INTEGER, idx INTEGER, state TEXT, kid TEXT, jws TEXT,
  UNIQUE (item, version)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS version_url ON version (url, version);
CREATE INDEX IF NOT EXISTS version_publisher ON version (publisher);
-- Withdrawn once is withdrawn for good: nothing ever deletes from here.
CREATE TABLE IF NOT EXISTS withdrawn (
  digest TEXT PRIMARY KEY, publisher TEXT NOT NULL, kid TEXT, tombstone TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS status_list (
  publisher TEXT PRIMARY KEY, uri TEXT NOT NULL, iat INTEGER NOT NULL, exp INTEGER NOT NULL, token TEXT NOT NULL,
  checked INTEGER NOT NULL
) WITHOUT ROWID;

-- What happened. Counters have no order, so none can be read out of them.
CREATE TABLE IF NOT EXISTS public_row (
  day TEXT, publisher TEXT, item TEXT, version INTEGER, fact TEXT, depth INTEGER, n INTEGER NOT NULL,
  PRIMARY KEY (day, publisher, item, version, fact, depth)
) WITHOUT ROWID;
-- Bare ids of facts: those of the last minute as they came, the others sorted.
CREATE TABLE IF NOT EXISTS seen_sorted (id TEXT PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen_fresh (id TEXT NOT NULL, day TEXT NOT NULL);
CREATE VIEW IF NOT EXISTS seen AS SELECT id, day FROM seen_sorted UNION ALL SELECT id, day FROM seen_fresh;
CREATE TABLE IF NOT EXISTS bound (tag BLOB PRIMARY KEY, week TEXT NOT NULL, n INTEGER NOT NULL) WITHOUT ROWID;
-- Who stands in which cell of the open week, under tags of the week's key. All of it goes when the week closes: as crowd_remains and
-- bound_remains, which are there only until they are empty. A cell's number is drawn at random: it doesn't say which was there first.
CREATE TABLE IF NOT EXISTS crowd_cell (
  id INTEGER PRIMARY KEY, week TEXT NOT NULL, publisher TEXT NOT NULL, item TEXT NOT NULL, fact TEXT NOT NULL,
  UNIQUE (week, publisher, item, fact)
);
CREATE TABLE IF NOT EXISTS crowd_doctor (tag BLOB, cell INTEGER, PRIMARY KEY (tag, cell)) WITHOUT ROWID;
CREATE VIEW IF NOT EXISTS crowd AS
  SELECT c.week, c.publisher, d.tag, c.item, c.fact FROM crowd_doctor d CROSS JOIN crowd_cell c ON c.id = d.cell;
-- Which sums an author has a post in, under tags of the day's key. All of it goes when the day leaves.
CREATE TABLE IF NOT EXISTS post_tag (
  day TEXT, tag BLOB, n INTEGER NOT NULL, PRIMARY KEY (day, tag)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS week (
  week TEXT PRIMARY KEY, state TEXT NOT NULL, released INTEGER NOT NULL DEFAULT 0, discarded INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- What leaves. A crowd figure stands in crowd_result from the moment it is drawn: it is never drawn again.
CREATE TABLE IF NOT EXISTS crowd_result (
  id TEXT PRIMARY KEY, week TEXT NOT NULL, publisher TEXT NOT NULL, event TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS status_told (publisher TEXT PRIMARY KEY, next_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS muted (publisher TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS day (
  day TEXT PRIMARY KEY, release_at INTEGER NOT NULL, released INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outbox (
  id INTEGER PRIMARY KEY, publisher TEXT NOT NULL, day TEXT NOT NULL, events INTEGER NOT NULL, body BLOB NOT NULL,
  signature TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, reason TEXT
);
CREATE TABLE IF NOT EXISTS sent (
  publisher TEXT, week TEXT, fact TEXT, n INTEGER NOT NULL, PRIMARY KEY (publisher, week, fact)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent_crowd (
  publisher TEXT, week TEXT, item TEXT, fact TEXT, figure INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL,
  PRIMARY KEY (publisher, week, item, fact)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS refusal (
  day TEXT, code TEXT, n INTEGER NOT NULL, PRIMARY KEY (day, code)
) WITHOUT ROWID;
`;
