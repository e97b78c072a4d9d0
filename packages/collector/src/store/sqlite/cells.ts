import type { CellDimension, Cells, CellSum } from '../cells.js';
import type { Connection } from './connection.js';
import { FIRST, LAST } from './counters.js';

/** Counts every stored event anew. */
export const REFILL_CELLS = `
  DELETE FROM count_cells;
  INSERT INTO count_cells (item, version, community, day, shared, reshared2, reshared3, quoted1, quoted2, quoted3)
    SELECT item, version, community, day, sum(type = 1), sum(type = 2 AND depth = 2), sum(type = 2 AND depth = 3),
      sum(type = 3 AND depth = 1), sum(type = 3 AND depth = 2), sum(type = 3 AND depth = 3)
    FROM events WHERE type <= 3 GROUP BY item, version, community, day;
`;

/** What the counter is called in its table. */
const COLUMNS: Record<CellDimension, string> = {
  item: 'i.urn',
  version: 'c.version',
  community: 's.origin',
  day: 'c.day',
};
const FIGURES = ['shared', 'reshared2', 'reshared3', 'quoted1', 'quoted2', 'quoted3'];

export function readCells(sql: Connection): Cells {
  return {
    async sums<D extends CellDimension>(
      publisher: string,
      query: Parameters<Cells['sums']>[1],
      by: readonly D[],
    ): Promise<CellSum<D>[]> {
      const { from = FIRST, to = LAST, item = null, community = null } = query;
      const columns = by.map((dimension) => COLUMNS[dimension]).join(', ');
      // The small table of what was ever posted where leads, so that a range of days is looked up and never scanned for.
      return sql.all<CellSum<D>>(
        `SELECT ${by.map((dimension) => `${COLUMNS[dimension]} AS ${dimension}, `).join('')}
           min(c.day) AS firstDay, max(c.day) AS lastDay, ${FIGURES.map((one) => `sum(c.${one}) AS ${one}`).join(', ')}
         FROM publishers p
           CROSS JOIN items i ON i.publisher = p.num AND (i.urn = ?2 OR ?2 IS NULL)
           CROSS JOIN count_item_communities t ON t.item = i.num
           CROSS JOIN sources s ON s.num = t.community AND (s.origin = ?3 OR ?3 IS NULL)
           CROSS JOIN count_cells c ON c.item = t.item AND c.version = t.version AND c.community = t.community
             AND c.day BETWEEN ?4 AND ?5
         WHERE p.origin = ?1
         ${columns === '' ? 'HAVING count(*) > 0' : `GROUP BY ${columns} ORDER BY ${columns}`}`,
        publisher,
        item,
        community,
        from,
        to,
      );
    },
  };
}
