import { dayOf, dayStart, nextWeek, weekOf, weekStart } from '@pullquote/events';
import type { CellDay, CellDimension, CellQuery, Cells, CellSum } from '../cells.js';
import type { Connection } from './connection.js';
import { FIRST, LAST } from './counters.js';

const DAY_MS = 86_400_000;

/** Counts every stored event anew. */
export const REFILL_CELLS = `
  DELETE FROM count_cells;
  INSERT INTO count_cells (item, version, community, day, shared, reshared2, reshared3, quoted1, quoted2, quoted3)
    SELECT item, version, community, day, sum(type = 1), sum(type = 2 AND depth = 2), sum(type = 2 AND depth = 3),
      sum(type = 3 AND depth = 1), sum(type = 3 AND depth = 2), sum(type = 3 AND depth = 3)
    FROM events WHERE type <= 3 GROUP BY item, version, community, day;
`;

/** What each dimension is called in the tables. */
const COLUMNS: Record<CellDimension, string> = {
  item: 'i.urn',
  version: 't.version',
  community: 's.origin',
  day: 'c.day',
};
const FIGURES = ['shared', 'reshared2', 'reshared3', 'quoted1', 'quoted2', 'quoted3'];
const FIGURE_SUMS = FIGURES.map((one) => `sum(${one}) AS ${one}`).join(', ');

/** The small table of what was ever posted where leads, so that a range of days is looked up and never scanned for. */
const PLACES = `publishers p
  CROSS JOIN items i ON i.publisher = p.num AND (i.urn = ?2 OR ?2 IS NULL)
  CROSS JOIN count_item_communities t ON t.item = i.num
  CROSS JOIN sources s ON s.num = t.community AND (s.origin = ?3 OR ?3 IS NULL)`;
const SAME = 'c.item = t.item AND c.version = t.version AND c.community = t.community';

/** Whole weeks come from the coarser counter, what is left of the days on either side from the fine one. */
const WEEKS_AND_EDGES = `
  SELECT i.urn, t.version, sum(t.shared) AS shared, sum(iif(t.depth = 2, t.reshared, 0)) AS reshared2,
    sum(iif(t.depth = 3, t.reshared, 0)) AS reshared3, sum(iif(t.depth = 1, t.quoted, 0)) AS quoted1,
    sum(iif(t.depth = 2, t.quoted, 0)) AS quoted2, sum(iif(t.depth = 3, t.quoted, 0)) AS quoted3
  FROM publishers p CROSS JOIN items i ON i.publisher = p.num AND (i.urn = ?2 OR ?2 IS NULL)
    CROSS JOIN count_item_weeks t ON t.item = i.num AND t.week BETWEEN ?6 AND ?7
  WHERE p.origin = ?1 GROUP BY i.urn, t.version
  UNION ALL
  SELECT i.urn, t.version, ${FIGURES.map((one) => `c.${one}`).join(', ')} FROM ${PLACES}
    CROSS JOIN count_cells c ON ${SAME} AND c.day >= ?4 AND c.day < ?8 WHERE p.origin = ?1
  UNION ALL
  SELECT i.urn, t.version, ${FIGURES.map((one) => `c.${one}`).join(', ')} FROM ${PLACES}
    CROSS JOIN count_cells c ON ${SAME} AND c.day > ?9 AND c.day <= ?5 WHERE p.origin = ?1`;
/** First and last day of each version in a range, by looking at both ends of each run of days. */
const SPANS = `
  SELECT urn, version, min(first) AS firstDay, max(last) AS lastDay FROM (
    SELECT i.urn, t.version,
      (SELECT min(day) FROM count_cells c WHERE ${SAME} AND c.day BETWEEN ?4 AND ?5) AS first,
      (SELECT max(day) FROM count_cells c WHERE ${SAME} AND c.day BETWEEN ?4 AND ?5) AS last
    FROM ${PLACES} WHERE p.origin = ?1)
  WHERE first IS NOT NULL GROUP BY urn, version`;

const ROUGH: Partial<Record<CellDimension, string>> = { item: 't.urn', version: 't.version' };

export function readCells(sql: Connection): Cells {
  return {
    async sums<D extends CellDimension>(publisher: string, query: CellQuery, by: readonly D[]): Promise<CellSum<D>[]> {
      const { from = FIRST, to = LAST, item = null, community = null } = query;
      const values = [publisher, item, community, from, to] as const;
      const rough = by.flatMap((dimension) => ROUGH[dimension] ?? []);
      const weeks = community === null && rough.length === by.length ? wholeWeeks(from, to) : undefined;
      if (weeks)
        return sql.rows<CellSum<D>>(
          `SELECT ${named(by, rough)} min(firstDay) AS firstDay, max(lastDay) AS lastDay, ${FIGURE_SUMS}
           FROM (SELECT urn, version, ${FIGURE_SUMS} FROM (${WEEKS_AND_EDGES}) GROUP BY urn, version) AS t
             JOIN (${SPANS}) USING (urn, version) ${grouped(rough)}`,
          ...values,
          ...weeks,
        );
      const fine = by.map((dimension) => COLUMNS[dimension]);
      return sql.rows<CellSum<D>>(
        `SELECT ${named(by, fine)} min(c.day) AS firstDay, max(c.day) AS lastDay,
           ${FIGURES.map((one) => `sum(c.${one}) AS ${one}`).join(', ')}
         FROM ${PLACES} CROSS JOIN count_cells c ON ${SAME} AND c.day BETWEEN ?4 AND ?5
         WHERE p.origin = ?1 ${grouped(fine)}`,
        ...values,
      );
    },
    async days(publisher, query) {
      const { from = FIRST, to = LAST, item = null, community = null } = query;
      return sql.rows<CellDay>(
        `SELECT i.urn AS item, s.origin AS community, c.day AS day, c.shared AS shared,
           c.reshared2 + c.reshared3 AS reshared, c.quoted1 + c.quoted2 + c.quoted3 AS quoted
         FROM ${PLACES} CROSS JOIN count_cells c ON ${SAME} AND c.day BETWEEN ?4 AND ?5 WHERE p.origin = ?1`,
        publisher,
        item,
        community,
        from,
        to,
      );
    },
  };
}

function named(dimensions: readonly CellDimension[], columns: readonly string[]): string {
  return dimensions.map((dimension, i) => `${columns[i] ?? ''} AS ${dimension}, `).join('');
}

function grouped(columns: readonly string[]): string {
  return columns.length === 0 ? 'HAVING count(*) > 0' : `GROUP BY ${columns.join(', ')} ORDER BY ${columns.join(', ')}`;
}

/** The weeks that lie wholly within some days, the first one's Monday and the last one's Sunday; undefined where there is none. */
function wholeWeeks(
  from: string,
  to: string,
): [first: string, last: string, monday: string, sunday: string] | undefined {
  const first = from === FIRST ? FIRST : firstWeek(from);
  const last = to === LAST ? LAST : weekOf(dayStart(to) - 6 * DAY_MS);
  if (first > last) return undefined;
  const monday = first === FIRST ? FIRST : dayOf(weekStart(first));
  const sunday = last === LAST ? LAST : dayOf(weekStart(last) + 6 * DAY_MS);
  return [first, last, monday, sunday];
}

/** The first week whose Monday is not before a day. */
function firstWeek(day: string): string {
  const week = weekOf(dayStart(day));
  return weekStart(week) === dayStart(day) ? week : nextWeek(week);
}
