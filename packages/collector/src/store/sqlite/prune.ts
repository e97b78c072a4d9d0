import type { Connection } from './connection.js';
import { raiseMeta, readMeta } from './meta.js';

/** Places of the log that one step looks at: short enough that batches need not wait. */
const STEP = 5_000;

export interface PrunePlace {
  readonly publisher: number;
  readonly after: number;
}

/** From now on, events of earlier days are refused. Before the first is removed, so that none can come back. */
export function beginPrune(sql: Connection, day: string): void {
  raiseMeta(sql, 'kept_from', day);
}

/** Looks at one stretch of the log. @returns what went, and where to go on, as long as there is more */
export function pruneSome(sql: Connection, place?: PrunePlace): { removed: number; next?: PrunePlace } {
  const { publisher, after } = place ?? { publisher: 0, after: Number.MAX_SAFE_INTEGER };
  const first = sql.get<{ publisher: number; seq: number }>(
    `SELECT publisher, seq FROM events WHERE (publisher, seq) > (?, ?) ORDER BY publisher, seq LIMIT 1`,
    publisher,
    after,
  );
  if (!first) return { removed: 0 };
  const until = first.seq + STEP - 1;
  const gone = sql.all<{ seq: number }>(
    'DELETE FROM events WHERE publisher = ? AND seq BETWEEN ? AND ? AND day < ? RETURNING seq',
    first.publisher,
    first.seq,
    until,
    readMeta(sql, 'kept_from') ?? '',
  );
  const last = gone.reduce((most, { seq }) => Math.max(most, seq), 0);
  if (last > 0) sql.run('UPDATE publishers SET gone_seq = max(gone_seq, ?) WHERE num = ?', last, first.publisher);
  return { removed: gone.length, next: { publisher: first.publisher, after: until } };
}
