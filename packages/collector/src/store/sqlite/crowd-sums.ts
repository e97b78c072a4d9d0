import type { DatabaseSync } from 'node:sqlite';
import type { CrowdAmount, CrowdPair, CrowdSumQuery, CrowdSums } from '../crowd-sums.js';

const FIRST = '';
const LAST = '~';
const AMOUNT = `threshold, epsilon, CAST(total(cells) AS INTEGER) AS cells, CAST(total(figure) AS INTEGER) AS figure,
  CAST(total(low) AS INTEGER) AS low, CAST(total(high) AS INTEGER) AS high`;

export function createCrowdSums(db: DatabaseSync): CrowdSums {
  /** One row for each released figure, or for each sum that was kept at intake, whichever has fewer. */
  const sourceOf = ({ item, community }: CrowdSumQuery): string =>
    community === undefined
      ? `SELECT i.urn AS item, c.fact, c.week, c.threshold, c.epsilon, c.cells, c.figure, c.low, c.high
         FROM publishers p CROSS JOIN items i ON i.publisher = p.num ${item === undefined ? '' : 'AND i.urn = :item'}
           CROSS JOIN crowd_item_weeks c ON c.item = i.num
         WHERE p.origin = :publisher AND c.fact BETWEEN :first AND :last AND c.week BETWEEN :from AND :to`
      : `SELECT i.urn AS item, c.fact, c.week, c.threshold, c.epsilon, 1 AS cells, c.figure, c.low, c.high
         FROM publishers p CROSS JOIN items i ON i.publisher = p.num ${item === undefined ? '' : 'AND i.urn = :item'}
           CROSS JOIN sources s ON s.origin = :community
           CROSS JOIN crowd c ON c.item = i.num AND c.community = s.num
         WHERE p.origin = :publisher AND c.fact BETWEEN :first AND :last AND c.week BETWEEN :from AND :to`;
  const all = (sql: string, publisher: string, { from, to, item, community, fact }: CrowdSumQuery): unknown[] =>
    db.prepare(sql).all({
      publisher,
      from: from ?? FIRST,
      to: to ?? LAST,
      // Codes are letters, digits, dots and hyphens: `~` comes after every one of them.
      first: fact ?? FIRST,
      last: fact === undefined ? LAST : fact.endsWith('.') ? `${fact}${LAST}` : fact,
      ...(item === undefined ? {} : { item }),
      ...(community === undefined ? {} : { community }),
    });

  return {
    async items(publisher, query = {}) {
      const sql = `SELECT item, fact, ${AMOUNT} FROM (${sourceOf(query)})
        GROUP BY item, fact, threshold, epsilon ORDER BY item, fact, threshold, epsilon`;
      return all(sql, publisher, query) as (CrowdAmount & { item: string; fact: string })[];
    },
    async weeks(publisher, query = {}) {
      const sql = `SELECT fact, week, ${AMOUNT} FROM (${sourceOf(query)})
        GROUP BY fact, week, threshold, epsilon ORDER BY fact, week, threshold, epsilon`;
      return all(sql, publisher, query) as (CrowdAmount & { fact: string; week: string })[];
    },
    async pairs(publisher, { from = FIRST, to = LAST, item, community, facts, over }) {
      const rows = db
        .prepare(
          `SELECT i.urn AS item, n.fact AS fact, n.threshold AS threshold, n.epsilon AS epsilon, count(*) AS cells,
             sum(n.figure) AS figure, sum(n.low) AS low, sum(n.high) AS high, d.threshold AS overThreshold,
             d.epsilon AS overEpsilon, sum(d.figure) AS overFigure, sum(d.low) AS overLow, sum(d.high) AS overHigh
           FROM publishers p CROSS JOIN items i ON i.publisher = p.num ${item === undefined ? '' : 'AND i.urn = :item'}
             CROSS JOIN json_each(:facts) f
             CROSS JOIN crowd n ON n.item = i.num AND n.fact = f.value AND n.week BETWEEN :from AND :to
               ${community === undefined ? '' : 'AND n.community = (SELECT num FROM sources WHERE origin = :community)'}
             CROSS JOIN crowd d ON d.item = n.item AND d.fact = :over AND d.week = n.week AND d.community = n.community
           WHERE p.origin = :publisher
           GROUP BY i.urn, n.fact, n.threshold, n.epsilon, d.threshold, d.epsilon
           ORDER BY i.urn, n.fact, n.threshold, n.epsilon, d.threshold, d.epsilon`,
        )
        .all({
          publisher,
          from,
          to,
          over,
          facts: JSON.stringify(facts),
          ...(item === undefined ? {} : { item }),
          ...(community === undefined ? {} : { community }),
        });
      return rows as unknown as CrowdPair[];
    },
    async lastWeeks(publisher) {
      const rows = db
        .prepare(
          `SELECT s.origin AS community, max(c.week) AS week
           FROM publishers p JOIN crowd_community_weeks c ON c.publisher = p.num JOIN sources s ON s.num = c.community
           WHERE p.origin = ? GROUP BY s.origin ORDER BY s.origin`,
        )
        .all(publisher);
      return rows as unknown as { community: string; week: string }[];
    },
  };
}
