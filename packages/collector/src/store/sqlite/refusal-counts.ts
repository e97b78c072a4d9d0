import type { RefusalCounts, RefusalRow } from '../refusal-counts.js';
import type { Connection } from './connection.js';
import { FIRST, LAST } from './counters.js';

export function readRefusals(sql: Connection): Pick<RefusalCounts, 'list'> {
  return {
    list: async ({ publisher = null, from = FIRST, to = LAST } = {}) =>
      sql.all<RefusalRow>(
        `SELECT day, publisher, community, code, n FROM refused
         WHERE (publisher = ?1 OR ?1 IS NULL) AND day BETWEEN ?2 AND ?3 ORDER BY day DESC, publisher, community, code`,
        publisher,
        from,
        to,
      ),
  };
}

export function writeRefusals(sql: Connection) {
  return {
    add({ day, publisher, community, code, n }: RefusalRow): void {
      sql.run(
        `INSERT INTO refused (day, publisher, community, code, n) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET n = n + excluded.n`,
        day,
        publisher,
        community,
        code,
        n,
      );
    },
  };
}
