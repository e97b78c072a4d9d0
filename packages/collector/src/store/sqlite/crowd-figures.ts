import type { CrowdFigures, CrowdRow, CrowdSum } from '../crowd-figures.js';
import type { Connection } from './connection.js';
import { FIRST, LAST } from './counters.js';

const PUBLISHER = '(SELECT num FROM publishers WHERE origin = ?1)';
const FACTS = '(?3 IS NULL OR fact IN (SELECT value FROM json_each(?3)))';
const WEEKS = 'week BETWEEN ?4 AND ?5';
const SUM = 'fact, week, threshold, epsilon, cells, figure, low, high';

export function readCrowdFigures(sql: Connection): CrowdFigures {
  return {
    figures: async (publisher, { item = null, community = null, facts, from = FIRST, to = LAST } = {}) =>
      sql.all<CrowdRow>(
        `SELECT urn AS item, fact, week, s.origin AS community, figure, low, high, threshold, epsilon
         FROM items i JOIN crowd ON item = i.num JOIN sources s ON s.num = community
         WHERE i.publisher = ${PUBLISHER} AND (urn = ?2 OR ?2 IS NULL) AND ${FACTS} AND ${WEEKS}
           AND (s.origin = ?6 OR ?6 IS NULL)
         ORDER BY urn, fact, week, s.origin`,
        publisher,
        item,
        json(facts),
        from,
        to,
        community,
      ),
    itemWeeks: async (publisher, { item = null, facts, from = FIRST, to = LAST } = {}) =>
      sql.all<CrowdSum & { item: string }>(
        `SELECT urn AS item, ${SUM} FROM items JOIN crowd_item_weeks ON item = num
         WHERE publisher = ${PUBLISHER} AND (urn = ?2 OR ?2 IS NULL) AND ${FACTS} AND ${WEEKS}
         ORDER BY urn, fact, week, threshold, epsilon`,
        publisher,
        item,
        json(facts),
        from,
        to,
      ),
    communityWeeks: async (publisher, { community = null, facts, from = FIRST, to = LAST } = {}) =>
      sql.all<CrowdSum & { community: string }>(
        `SELECT origin AS community, ${SUM} FROM crowd_community_weeks JOIN sources ON num = community
         WHERE publisher = ${PUBLISHER} AND (origin = ?2 OR ?2 IS NULL) AND ${FACTS} AND ${WEEKS}
         ORDER BY origin, fact, week, threshold, epsilon`,
        publisher,
        community,
        json(facts),
        from,
        to,
      ),
  };
}

function json(facts: readonly string[] | undefined): string | null {
  return facts === undefined ? null : JSON.stringify(facts);
}
