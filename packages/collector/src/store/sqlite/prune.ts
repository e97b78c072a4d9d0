import type { Connection } from './connection.js';
import { raiseMeta, readMeta } from './meta.js';

/** Places of the log that one step looks at: short enough that batches need not wait. */
const STEP = 5_000;

export interface PrunePlace {
  readonly publisher: number;
  readonly after: number;
}

/** By the counters, which are few: has anything earlier than this day ever come in? */
const EARLIER = `
  SELECT 1 WHERE EXISTS (SELECT 1 FROM count_days WHERE day < ?1) OR EXISTS (SELECT 1 FROM held WHERE day < ?1)
    OR EXISTS (SELECT 1 FROM crowd_community_weeks WHERE week < strftime('%G-W%V', ?1))`;

/**
 * From now on, events of earlier days are refused: before the first is removed, so that none can come back. Where there
 * is none, nothing changes, and a store that still has every event can still count them all anew.
 * @returns whether there is anything to look for
 */
export function beginPrune(sql: Connection, day: string): boolean {
  if (!sql.get(EARLIER, day)) return false;
  raiseMeta(sql, 'kept_from', day);
  return true;
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
