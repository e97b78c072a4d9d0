import type { DatabaseSync } from 'node:sqlite';
import { factOf, type PublicEvent } from '@pullquote/events';

export interface EventStore {
  /** Stores and counts one event; false when this community has sent this id before. Call it inside a transaction. */
  add(event: PublicEvent, publisher: string): boolean;
}

export function createEventStore(db: DatabaseSync): EventStore {
  const insert = db.prepare(
    `INSERT INTO events (community, id, publisher, country, item, version, fact, depth, day)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const count = db.prepare(
    `INSERT INTO counters (publisher, item, version, community, country, fact, depth, day, n)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1`,
  );
  return {
    add({ id, source, subject, type, data: { version, country, depth, day } }, publisher) {
      const fact = factOf(type);
      const { changes } = insert.run(source, id, publisher, country, subject, version, fact, depth, day);
      if (Number(changes) === 0) return false;
      count.run(publisher, subject, version, source, country, fact, depth, day);
      return true;
    },
  };
}

/** Counts every stored event anew. Call it inside a transaction. */
export function rebuildCounters(db: DatabaseSync): void {
  db.exec(
    `DELETE FROM counters;
     INSERT INTO counters (publisher, item, version, community, country, fact, depth, day, n)
     SELECT publisher, item, version, community, country, fact, depth, day, count(*)
     FROM events GROUP BY publisher, item, version, community, country, fact, depth, day;`,
  );
}
