import type { PublisherFolder } from '@pullquote/record';
import type { Database } from './database.js';

type KeySet = PublisherFolder['jwks'];

/** What a publisher's last accepted descriptor said, under the keys that are pinned. */
export interface Pin {
  readonly recordKeys: KeySet;
  readonly statusKeys: KeySet;
  readonly statusUri: string;
  readonly events: string | undefined;
}
interface Row {
  origin: string;
  name: string;
  record_keys: string | null;
  status_keys: string | null;
  status_uri: string | null;
  events: string | null;
  checked: number | null;
}

/** The publishers that this community lists, and the keys it has pinned for each. */
export class Publishers {
  constructor(private readonly db: Database) {}

  /** The configuration decides who is listed; what an unlisted one sent is kept, but no longer served. */
  list(publishers: readonly { readonly origin: string; readonly name: string }[]): void {
    this.db.beginEpoch();
    this.db.transaction(() => {
      this.db.run('UPDATE publisher SET listed = 0');
      for (const { origin, name } of publishers) {
        this.db.run(
          `INSERT INTO publisher (origin, name, listed) VALUES (?, ?, 1)
           ON CONFLICT DO UPDATE SET listed = 1, name = excluded.name`,
          origin,
          name,
        );
      }
    });
  }

  all(): { origin: string; name: string; pin: Pin | undefined; checked: number | null }[] {
    return this.db
      .all<Row>('SELECT * FROM publisher WHERE listed = 1 ORDER BY origin')
      .map((row) => ({ origin: row.origin, name: row.name, pin: readPin(row), checked: row.checked }));
  }

  pin(origin: string): Pin | undefined {
    const row = this.db.get<Row>('SELECT * FROM publisher WHERE origin = ? AND listed = 1', origin);
    return row && readPin(row);
  }

  /**
   * Takes new keys. Records and tombstones that only a dropped key signed are let go, to be fetched again as re-signed;
   * that they were withdrawn stays known.
   */
  setPin(origin: string, { recordKeys, statusKeys, statusUri, events }: Pin): void {
    const kids = JSON.stringify(recordKeys.keys.map((key) => key.kid));
    this.db.beginEpoch();
    const foreign = 'publisher = ? AND kid NOT IN (SELECT value FROM json_each(?))';
    this.db.transaction(() => {
      this.db.run(
        'UPDATE publisher SET record_keys = ?, status_keys = ?, status_uri = ?, events = ? WHERE origin = ?',
        JSON.stringify(recordKeys),
        JSON.stringify(statusKeys),
        statusUri,
        events ?? null,
        origin,
      );
      this.db.run(`UPDATE version SET jws = NULL, kid = NULL WHERE ${foreign}`, origin, kids);
      this.db.run(`UPDATE withdrawn SET tombstone = NULL, kid = NULL WHERE ${foreign}`, origin, kids);
    });
  }

  /** Drops the keys: the publisher is not shown until its next descriptor names keys that moderators confirmed. */
  unpin(origin: string): void {
    this.db.beginEpoch();
    this.db.run('UPDATE publisher SET record_keys = NULL, status_keys = NULL, events = NULL WHERE origin = ?', origin);
  }

  reached(origin: string, now: number): void {
    this.db.run('UPDATE publisher SET checked = ? WHERE origin = ?', now, origin);
  }
}

function readPin(row: Row): Pin | undefined {
  if (row.record_keys === null || row.status_keys === null || row.status_uri === null) return undefined;
  return {
    recordKeys: JSON.parse(row.record_keys) as KeySet,
    statusKeys: JSON.parse(row.status_keys) as KeySet,
    statusUri: row.status_uri,
    events: row.events ?? undefined,
  };
}
