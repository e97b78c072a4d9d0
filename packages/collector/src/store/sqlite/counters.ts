import type { CommunityDayRow, Counters, DayRow, ItemCommunityRow, ItemDayRow, ItemWeekRow } from '../counters.js';
import type { Connection } from './connection.js';

/** Days and weeks are compared as text: an open side is the least and the greatest that there can be. */
export const FIRST = '0000';
export const LAST = '9999-99';

const FIGURES = 'shared, reshared, quoted';
const SUMS = 'sum(shared) AS shared, sum(reshared) AS reshared, sum(quoted) AS quoted';
const PUBLISHER = '(SELECT num FROM publishers WHERE origin = ?)';

export function readCounters(sql: Connection): Counters {
  return {
    days: async (publisher, { from = FIRST, to = LAST } = {}) =>
      sql.all<DayRow>(
        `SELECT day, ${FIGURES} FROM count_days WHERE publisher = ${PUBLISHER} AND day BETWEEN ? AND ? ORDER BY day`,
        publisher,
        from,
        to,
      ),
    itemDays: async (publisher, { item = null, from = FIRST, to = LAST } = {}) =>
      sql.rows<ItemDayRow>(
        `SELECT urn AS item, day, ${FIGURES} FROM items JOIN count_item_days ON item = num
         WHERE publisher = ${PUBLISHER} AND (urn = ?2 OR ?2 IS NULL) AND day BETWEEN ? AND ? ORDER BY urn, day`,
        publisher,
        item,
        from,
        to,
      ),
    items: async (publisher, { from = FIRST, to = LAST } = {}) =>
      sql.all(
        `SELECT urn AS item, min(day) AS firstDay, max(day) AS lastDay, ${SUMS} FROM items JOIN count_item_days ON item = num
         WHERE publisher = ${PUBLISHER} AND day BETWEEN ? AND ? GROUP BY urn ORDER BY urn`,
        publisher,
        from,
        to,
      ),
    communityDays: async (publisher, { community = null, from = FIRST, to = LAST } = {}) =>
      sql.rows<CommunityDayRow>(
        `SELECT origin AS community, country, day, ${FIGURES} FROM count_community_days JOIN sources ON num = community
         WHERE publisher = ${PUBLISHER} AND (origin = ?2 OR ?2 IS NULL) AND day BETWEEN ? AND ?
         ORDER BY origin, country, day`,
        publisher,
        community,
        from,
        to,
      ),
    communities: async (publisher, { from = FIRST, to = LAST } = {}) =>
      sql.all(
        `SELECT origin AS community, country, min(day) AS firstDay, max(day) AS lastDay, ${SUMS}
         FROM count_community_days JOIN sources ON num = community
         WHERE publisher = ${PUBLISHER} AND day BETWEEN ? AND ? GROUP BY origin, country ORDER BY origin, country`,
        publisher,
        from,
        to,
      ),
    itemWeeks: async (publisher, { item = null, from = FIRST, to = LAST } = {}) =>
      sql.all<ItemWeekRow>(
        `SELECT urn AS item, version, depth, week, ${FIGURES} FROM items JOIN count_item_weeks ON item = num
         WHERE publisher = ${PUBLISHER} AND (urn = ?2 OR ?2 IS NULL) AND week BETWEEN ? AND ?
         ORDER BY urn, version, depth, week`,
        publisher,
        item,
        from,
        to,
      ),
    itemCommunities: async (publisher, { item = null, community = null } = {}) =>
      sql.all<ItemCommunityRow>(
        `SELECT urn AS item, version, s.origin AS community, first_day AS firstDay, last_day AS lastDay, ${FIGURES}
         FROM items i JOIN count_item_communities ON item = i.num JOIN sources s ON s.num = community
         WHERE i.publisher = ${PUBLISHER} AND (urn = ?2 OR ?2 IS NULL) AND (s.origin = ?3 OR ?3 IS NULL)
         ORDER BY urn, version, s.origin`,
        publisher,
        item,
        community,
      ),
  };
}
