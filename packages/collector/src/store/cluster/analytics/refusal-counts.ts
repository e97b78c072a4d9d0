import type { RefusalCounts, RefusalRow } from '../../refusal-counts.js';
import { equal, range, where, type ClickHouse } from './clickhouse.js';

export function readRefusals(sql: ClickHouse): Pick<RefusalCounts, 'list'> {
  return {
    list: ({ publisher, ...days } = {}) =>
      sql.rows<RefusalRow>(
        `SELECT day, publisher, community, code, sum(n) AS n FROM (
           SELECT DISTINCT day, publisher, community, code, log, place, n FROM ${sql.table('refused')}
           WHERE ${where(equal('publisher', publisher), range('day', days))})
         GROUP BY day, publisher, community, code ORDER BY day DESC, publisher, community, code`,
      ),
  };
}
