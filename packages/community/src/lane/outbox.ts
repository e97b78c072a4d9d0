import { dayStart, factOf, weekOf, type PublicEvent } from '@pullquote/events';
import type { Database } from '../store/database.js';

/** One signed batch on its way to a publisher. */
export interface OutboxEntry {
  readonly id: number;
  readonly publisher: string;
  readonly day: string;
  readonly events: number;
  /** `refused` waits for a person: it is not tried again by itself. */
  readonly state: 'waiting' | 'refused';
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly next_at: number;
  readonly reason: string | null;
}
export interface OutboxBatch extends OutboxEntry {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly signature: string;
}
/** What left, for moderators. */
export interface SentFigure {
  readonly publisher: string;
  readonly week: string;
  readonly fact: string;
  readonly n: number;
}

const COLUMNS = 'id, publisher, day, events, state, attempts, next_at, reason';

export class Outbox {
  constructor(private readonly db: Database) {}

  add(publisher: string, day: string, events: number, body: Uint8Array, signature: string): void {
    this.db.run(
      `INSERT INTO outbox (publisher, day, events, body, signature, state, attempts, next_at)
       VALUES (?, ?, ?, ?, ?, 'waiting', 0, 0)`,
      publisher,
      day,
      events,
      body,
      signature,
    );
  }

  list(): OutboxEntry[] {
    return this.db.all(`SELECT ${COLUMNS} FROM outbox ORDER BY id`);
  }

  batch(id: number): OutboxBatch | undefined {
    return this.db.get(`SELECT ${COLUMNS}, body, signature FROM outbox WHERE id = ?`, id);
  }

  postpone(id: number, nextAt: number, reason: string): void {
    this.db.run(
      "UPDATE outbox SET state = 'waiting', attempts = attempts + 1, next_at = ?, reason = ? WHERE id = ?",
      nextAt,
      reason,
      id,
    );
  }

  refuse(id: number, reason: string): void {
    this.db.run("UPDATE outbox SET state = 'refused', attempts = attempts + 1, reason = ? WHERE id = ?", reason, id);
  }

  /** Delivered: the batch goes, and what it told is added to what moderators see. */
  done({ id, publisher, body }: OutboxBatch, refusedIndexes: ReadonlySet<number>): void {
    const events = JSON.parse(new TextDecoder().decode(body)) as PublicEvent[];
    this.db.transaction(() => {
      if (this.db.run('DELETE FROM outbox WHERE id = ?', id) === 0) return;
      for (const [i, { type, data }] of events.entries()) {
        if (refusedIndexes.has(i)) continue;
        this.db.run(
          'INSERT INTO sent (publisher, week, fact, n) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1',
          publisher,
          weekOf(dayStart(data.day)),
          factOf(type),
        );
      }
    });
  }

  sent(): SentFigure[] {
    return this.db.all('SELECT publisher, week, fact, n FROM sent ORDER BY publisher, week, fact');
  }
}
