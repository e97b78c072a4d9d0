import { dayStart, factOf, weekOf, type CrowdEvent, type PullquoteEvent } from '@pullquote/events';
import type { Database } from '../store/database.js';
import type { Refusals } from '../store/refusals.js';
import type { SealedBatch } from './seal.js';

/** One signed batch on its way to a publisher. */
export interface OutboxEntry {
  readonly id: number;
  readonly publisher: string;
  /** The day it tells of; of crowd figures, the week. */
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
/** Public posts that left, for moderators. */
export interface SentFigure {
  readonly publisher: string;
  readonly week: string;
  readonly fact: string;
  readonly n: number;
}

/** A crowd figure that left, exactly as the publisher has it. */
export interface SentCrowd {
  readonly publisher: string;
  readonly week: string;
  readonly item: string;
  readonly fact: string;
  readonly figure: number;
  readonly interval: readonly [number, number];
}

/** Batches that may wait for one publisher: a year of days and weeks, and more. */
const MOST_WAITING = 1_000;

const COLUMNS = 'id, publisher, day, events, state, attempts, next_at, reason';

export class Outbox {
  constructor(
    private readonly db: Database,
    private readonly refusals: Refusals,
  ) {}

  /** Where a collector has been away for years, the oldest batches make room. */
  add(publisher: string, day: string, { events, body, signature }: SealedBatch): void {
    const old = this.db.all<{ id: number; events: number }>(
      'SELECT id, events FROM outbox WHERE publisher = ? ORDER BY id DESC LIMIT -1 OFFSET ?',
      publisher,
      MOST_WAITING - 1,
    );
    for (const { id, events } of old) {
      this.db.run('DELETE FROM outbox WHERE id = ?', id);
      this.refusals.count('outbox-full', events);
    }
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
    const events = JSON.parse(new TextDecoder().decode(body)) as PullquoteEvent[];
    this.db.transaction(() => {
      if (this.db.run('DELETE FROM outbox WHERE id = ?', id) === 0) return;
      for (const [i, event] of events.entries())
        // A crowd figure that was refused has been read all the same: moderators see every one that left.
        if (!refusedIndexes.has(i) || event.type === 'org.pullquote.crowd.v1') this.#tell(publisher, event);
    });
  }

  sent(): SentFigure[] {
    return this.db.all('SELECT publisher, week, fact, n FROM sent ORDER BY publisher, week, fact');
  }

  crowds(): SentCrowd[] {
    return this.db
      .all<Omit<SentCrowd, 'interval'> & { low: number; high: number }>(
        'SELECT publisher, week, item, fact, figure, low, high FROM sent_crowd ORDER BY publisher, week, item, fact',
      )
      .map(({ low, high, ...figure }) => ({ ...figure, interval: [low, high] }));
  }

  #tell(publisher: string, event: PullquoteEvent): void {
    switch (event.type) {
      case 'org.pullquote.shared.v1':
      case 'org.pullquote.reshared.v1':
      case 'org.pullquote.quoted.v1':
        this.db.run(
          'INSERT INTO sent (publisher, week, fact, n) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1',
          publisher,
          weekOf(dayStart(event.data.day)),
          factOf(event.type),
        );
        break;
      case 'org.pullquote.crowd.v1':
        this.#tellCrowd(publisher, event);
        break;
      case 'org.pullquote.status-held.v1':
        break; // Nobody's act: there is nothing to show.
    }
  }

  #tellCrowd(publisher: string, { subject, data: { fact, week, figure, interval } }: CrowdEvent): void {
    this.db.run(
      'INSERT OR REPLACE INTO sent_crowd (publisher, week, item, fact, figure, low, high) VALUES (?, ?, ?, ?, ?, ?, ?)',
      publisher,
      week,
      subject,
      fact,
      figure,
      ...interval,
    );
  }
}
