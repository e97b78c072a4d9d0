import type { CrowdAmount, CrowdPair, CrowdSumQuery, CrowdSums } from '../../crowd-sums.js';
import { range, text, where, type ClickHouse } from './clickhouse.js';
import { CROWD_SUM, crowdRows } from './crowd-rows.js';

export function readCrowdSums(sql: ClickHouse): CrowdSums {
  const chosen = (publisher: string, { fact, ...query }: CrowdSumQuery) => {
    const facts = fact === undefined ? {} : fact.endsWith('.') ? { beginning: fact } : { facts: [fact] };
    return crowdRows(sql, publisher, { ...query, ...facts });
  };
  const sums = <Row>(publisher: string, query: CrowdSumQuery, by: string) =>
    sql.rows<CrowdAmount & Row>(
      `SELECT ${by}, threshold, epsilon, count() AS cells, ${CROWD_SUM} FROM ${chosen(publisher, query)}
       GROUP BY ${by}, threshold, epsilon ORDER BY ${by}, threshold, epsilon`,
    );
  return {
    items: (publisher, query = {}) => sums<{ item: string; fact: string }>(publisher, query, 'item, fact'),
    weeks: (publisher, query = {}) => sums<{ fact: string; week: string }>(publisher, query, 'fact, week'),
    cells: async (publisher, query = {}) =>
      (await sql.row<{ n: number }>(`SELECT count() AS n FROM ${chosen(publisher, query)}`))?.n ?? 0,
    pairs(publisher, { facts, over, ...query }) {
      const keys = 'item, fact, threshold, epsilon, overThreshold, overEpsilon';
      return sql.rows<CrowdPair>(
        `SELECT ${keys}, count() AS cells, ${CROWD_SUM}, sum(overFigure) AS overFigure, sum(overLow) AS overLow,
           sum(overHigh) AS overHigh
         FROM ${crowdRows(sql, publisher, { ...query, facts })} AS some ALL INNER JOIN (
           SELECT item, week, community, figure AS overFigure, low AS overLow, high AS overHigh,
             threshold AS overThreshold, epsilon AS overEpsilon
           FROM ${crowdRows(sql, publisher, { ...query, facts: [over] })}) AS whole USING (item, week, community)
         GROUP BY ${keys} ORDER BY ${keys}`,
      );
    },
    lastWeeks: (publisher, to) =>
      sql.rows<{ community: string; week: string }>(
        `SELECT community, max(last) AS week FROM (SELECT community, week AS last FROM ${sql.table('crowd')}
           WHERE ${where(`publisher = ${text(publisher)}`, range('week', { to }))})
         GROUP BY community ORDER BY community`,
      ),
  };
}
