import type { CrowdAmount, CrowdPair, CrowdSumQuery, CrowdSums } from '../crowd-sums.js';
import type { Connection } from './connection.js';
import { FIRST, LAST } from './counters.js';

const AMOUNT = `sum(cells) AS cells, sum(figure) AS figure, sum(low) AS low, sum(high) AS high`;
const CHOSEN = 'c.fact BETWEEN ?4 AND ?5 AND c.week BETWEEN ?6 AND ?7';
const ITEMS = 'publishers p CROSS JOIN items i ON i.publisher = p.num AND (i.urn = ?2 OR ?2 IS NULL)';

/** Sums that were kept at intake, or, of one community, its released figures themselves: those are fewer. */
const OF_ALL = `SELECT i.urn AS item, c.* FROM ${ITEMS} CROSS JOIN crowd_item_weeks c ON c.item = i.num AND ${CHOSEN}
  WHERE p.origin = ?1 AND ?3 IS NULL`;
const OF_ONE = `SELECT i.urn AS item, c.*, 1 AS cells FROM ${ITEMS} CROSS JOIN sources s ON s.origin = ?3
  CROSS JOIN crowd c ON c.item = i.num AND c.community = s.num AND ${CHOSEN} WHERE p.origin = ?1`;

/** Over items, without looking at each. */
const OF_PUBLISHER = `SELECT c.* FROM publishers p CROSS JOIN sources s ON (s.origin = ?3 OR ?3 IS NULL)
  CROSS JOIN crowd_community_weeks c ON c.publisher = p.num AND c.community = s.num AND ${CHOSEN}
  WHERE p.origin = ?1 AND ?2 IS NULL`;

export function readCrowdSums(sql: Connection): CrowdSums {
  const sums = <Row>(rows: string, by: string, publisher: string, query: CrowdSumQuery): Row[] => {
    const { item = null, community = null, fact, from = FIRST, to = LAST } = query;
    const keys = by === '' ? '' : `GROUP BY ${by} ORDER BY ${by}`;
    return sql.rows<Row>(
      `SELECT ${by === '' ? '' : `${by}, `}${AMOUNT} FROM (${rows}) ${keys}`,
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
  const fewest = ({ item, community }: CrowdSumQuery) =>
    item === undefined ? OF_PUBLISHER : community === undefined ? OF_ALL : OF_ONE;

  return {
    items: async (publisher, query = {}) =>
      sums<CrowdAmount & { item: string; fact: string }>(
        query.community === undefined ? OF_ALL : OF_ONE,
        'item, fact, threshold, epsilon',
        publisher,
        query,
      ),
    weeks: async (publisher, query = {}) =>
      sums<CrowdAmount & { fact: string; week: string }>(
        fewest(query),
        'fact, week, threshold, epsilon',
        publisher,
        query,
      ),
    cells: async (publisher, query = {}) =>
      sums<{ cells: number | null }>(fewest(query), '', publisher, query)[0]?.cells ?? 0,
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
