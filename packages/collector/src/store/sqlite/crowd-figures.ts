import type { CrowdFigures, CrowdQuery, CrowdRow, CrowdSum } from '../crowd-figures.js';
import type { Connection } from './connection.js';
import { FIRST, LAST } from './counters.js';

const PUBLISHER = '(SELECT num FROM publishers WHERE origin = ?1)';
const FACTS = '(?3 IS NULL OR fact IN (SELECT value FROM json_each(?3)))';
const WEEKS = 'week BETWEEN ?4 AND ?5';
const SUM = 'fact, week, threshold, epsilon, cells, figure, low, high';

export function readCrowdFigures(sql: Connection): CrowdFigures {
  const sums = <Of>(
    named: string,
    rows: string,
    name: string,
    publisher: string,
    only: string | null,
    { facts, from = FIRST, to = LAST }: Pick<CrowdQuery, 'facts' | 'from' | 'to'>,
  ) =>
    sql.all<CrowdSum & Of>(
      `SELECT ${named}, ${SUM} FROM ${rows}
       WHERE publisher = ${PUBLISHER} AND (${name} = ?2 OR ?2 IS NULL) AND ${FACTS} AND ${WEEKS}
       ORDER BY ${name}, fact, week, threshold, epsilon`,
      publisher,
      only,
      json(facts),
      from,
      to,
    );
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
    itemWeeks: async (publisher, { item = null, ...query } = {}) =>
      sums<{ item: string }>('urn AS item', 'items JOIN crowd_item_weeks ON item = num', 'urn', publisher, item, query),
    communityWeeks: async (publisher, { community = null, ...query } = {}) =>
      sums<{ community: string }>(
        'origin AS community',
        'crowd_community_weeks JOIN sources ON num = community',
        'origin',
        publisher,
        community,
        query,
      ),
  };
}

function json(facts: readonly string[] | undefined): string | null {
  return facts === undefined ? null : JSON.stringify(facts);
}
