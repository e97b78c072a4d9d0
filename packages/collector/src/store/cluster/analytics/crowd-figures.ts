import type { CrowdFigures, CrowdRow } from '../../crowd-figures.js';
import type { ClickHouse } from './clickhouse.js';
import { CROWD_SUM, crowdRows } from './crowd-rows.js';

export function readCrowdFigures(sql: ClickHouse): CrowdFigures {
  const sums = <Row>(rows: string, by: 'item' | 'community') =>
    sql.rows<Row>(
      `SELECT ${by}, fact, week, threshold, epsilon, count() AS cells, ${CROWD_SUM} FROM ${rows}
       GROUP BY ${by}, fact, week, threshold, epsilon ORDER BY ${by}, fact, week, threshold, epsilon`,
    );
  return {
    figures: (publisher, query = {}) =>
      sql.rows<CrowdRow>(`SELECT * FROM ${crowdRows(sql, publisher, query)} ORDER BY item, fact, week, community`),
    itemWeeks: (publisher, query = {}) => sums(crowdRows(sql, publisher, query), 'item'),
    communityWeeks: (publisher, query = {}) => sums(crowdRows(sql, publisher, query), 'community'),
  };
}
