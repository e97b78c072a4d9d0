import type { Connection } from './connection.js';

/**
 * `kept_from`: events of earlier days are kept no more. `newest_day`: of any event. `clock_day`: a day that our own clock
 * has certainly reached.
 */
export type MetaKey = 'kept_from' | 'newest_day' | 'clock_day';

export function readMeta(sql: Connection, key: MetaKey): string | undefined {
  return sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value;
}

/** A day only ever moves forward. */
export function raiseMeta(sql: Connection, key: MetaKey, day: string): void {
  sql.run(
    `INSERT INTO meta (key, value) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value WHERE value < excluded.value`,
    key,
    day,
  );
}
