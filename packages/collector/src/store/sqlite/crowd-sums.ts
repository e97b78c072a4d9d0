import type { CrowdAmount, CrowdPair, CrowdSumQuery, CrowdSums } from '../crowd-sums.js';
import type { Connection } from './connection.js';
import { FIRST, LAST } from './counters.js';

const AMOUNT = `threshold, epsilon, sum(cells) AS cells, sum(figure) AS figure, sum(low) AS low, sum(high) AS high`;
const CHOSEN = 'c.fact BETWEEN ?4 AND ?5 AND c.week BETWEEN ?6 AND ?7';
const ITEMS = 'publishers p CROSS JOIN items i ON i.publisher = p.num AND (i.urn = ?2 OR ?2 IS NULL)';

/** Sums that were kept at intake, or, of one community, its released figures themselves: those are fewer. */
const OF_ALL = `SELECT i.urn AS item, c.* FROM ${ITEMS} CROSS JOIN crowd_item_weeks c ON c.item = i.num AND ${CHOSEN}
  WHERE p.origin = ?1 AND ?3 IS NULL`;
const OF_ONE = `SELECT i.urn AS item, c.*, 1 AS cells FROM ${ITEMS} CROSS JOIN sources s ON s.origin = ?3
  CROSS JOIN crowd c ON c.item = i.num AND c.community = s.num AND ${CHOSEN} WHERE p.origin = ?1`;

export function readCrowdSums(sql: Connection): CrowdSums {
  const sums = <Row>(by: string, publisher: string, query: CrowdSumQuery): Row[] => {
    const { item = null, community = null, fact, from = FIRST, to = LAST } = query;
    return sql.all<Row>(
      `SELECT ${by}, ${AMOUNT} FROM (${community === null ? OF_ALL : OF_ONE})
       GROUP BY ${by}, threshold, epsilon ORDER BY ${by}, threshold, epsilon`,
      publisher,
      item,
      community,
      fact ?? '',
      // Codes are letters, digits, dots and hyphens: `~` comes after every one of them.
      fact === undefined ? '~' : fact.endsWith('.') ? `${fact}~` : fact,
      from,
      to,
    );
  };

  return {
    items: async (publisher, query = {}) =>
      sums<CrowdAmount & { item: string; fact: string }>('item, fact', publisher, query),
    weeks: async (publisher, query = {}) =>
      sums<CrowdAmount & { fact: string; week: string }>('fact, week', publisher, query),
    pairs: async (publisher, { from = FIRST, to = LAST, item = null, community = null, facts, over }) =>
      sql.all<CrowdPair>(
        `SELECT i.urn AS item, n.fact AS fact, n.threshold AS threshold, n.epsilon AS epsilon, count(*) AS cells,
           sum(n.figure) AS figure, sum(n.low) AS low, sum(n.high) AS high, d.threshold AS overThreshold,
           d.epsilon AS overEpsilon, sum(d.figure) AS overFigure, sum(d.low) AS overLow, sum(d.high) AS overHigh
         FROM ${ITEMS} CROSS JOIN json_each(?4) f
           CROSS JOIN crowd n ON n.item = i.num AND n.fact = f.value AND n.week BETWEEN ?6 AND ?7
             AND (n.community = (SELECT num FROM sources WHERE origin = ?3) OR ?3 IS NULL)
           CROSS JOIN crowd d ON d.item = n.item AND d.fact = ?5 AND d.week = n.week AND d.community = n.community
         WHERE p.origin = ?1
         GROUP BY i.urn, n.fact, n.threshold, n.epsilon, d.threshold, d.epsilon
         ORDER BY i.urn, n.fact, n.threshold, n.epsilon, d.threshold, d.epsilon`,
        publisher,
        item,
        community,
        JSON.stringify(facts),
        over,
        from,
        to,
      ),
    lastWeeks: async (publisher, to = LAST) =>
      sql.all<{ community: string; week: string }>(
        `SELECT s.origin AS community, max(c.week) AS week
         FROM publishers p JOIN crowd_community_weeks c ON c.publisher = p.num JOIN sources s ON s.num = c.community
         WHERE p.origin = ? AND c.week <= ? GROUP BY s.origin ORDER BY s.origin`,
        publisher,
        to,
      ),
  };
}
