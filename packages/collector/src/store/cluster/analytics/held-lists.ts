import type { HeldLists, HeldRow } from '../../held-lists.js';
import type { DayRange } from '../../range.js';
import { equal, range, text, where, type ClickHouse } from './clickhouse.js';

export function readHeldLists(sql: ClickHouse): HeldLists {
  const rows = (publisher: string, { list, ...days }: DayRange & { readonly list?: string | undefined } = {}) =>
    `(SELECT community, list, day, max(iat) AS iat FROM ${sql.table('held')}
      WHERE ${where(`publisher = ${text(publisher)}`, equal('list', list), range('day', days))}
      GROUP BY community, list, day)`;
  return {
    latest: (publisher) =>
      sql.rows<HeldRow>(
        `SELECT community, list, max(on_day) AS day, argMax(said, on_day) AS iat
         FROM (SELECT community, list, day AS on_day, iat AS said FROM ${rows(publisher)})
         GROUP BY list, community ORDER BY list, community`,
      ),
    since: (publisher, list, iat) =>
      sql.rows<HeldRow>(
        `SELECT community, list, min(on_day) AS day, argMin(said, on_day) AS iat
         FROM (SELECT community, list, day AS on_day, iat AS said FROM ${rows(publisher, { list })} WHERE said >= ${iat})
         GROUP BY list, community ORDER BY day, community`,
      ),
    days: (publisher, query = {}) =>
      sql.rows<HeldRow>(`SELECT * FROM ${rows(publisher, query)} ORDER BY list, community, day`),
  };
}
