import type { DatabaseSync } from 'node:sqlite';
import type { CellDimension, Cells, CellSum } from '../cells.js';

/** Counts every stored event anew. */
export const REFILL_CELLS = `
  DELETE FROM count_cells;
  INSERT INTO count_cells (item, version, community, day, shared, reshared2, reshared3, quoted1, quoted2, quoted3)
    SELECT item, version, community, day, sum(type = 1), sum(type = 2 AND depth = 2), sum(type = 2 AND depth = 3),
      sum(type = 3 AND depth = 1), sum(type = 3 AND depth = 2), sum(type = 3 AND depth = 3)
    FROM events WHERE type <= 3 GROUP BY item, version, community, day;
`;

const COLUMNS: Record<CellDimension, string> = {
  item: 'i.urn AS item',
  version: 'c.version AS version',
  community: 's.origin AS community',
  day: 'c.day AS day',
};
const KEYS: Record<CellDimension, string> = {
  item: 'i.urn',
  version: 'c.version',
  community: 's.origin',
  day: 'c.day',
};

export function createCells(db: DatabaseSync): Cells {
  return {
    async sums<D extends CellDimension>(
      publisher: string,
      { from = '', to = '~', item, community }: Parameters<Cells['sums']>[1],
      by: readonly D[],
    ): Promise<CellSum<D>[]> {
      // The small table of what was ever posted where leads, so that a range of days is looked up and never scanned for.
      const sql = `
        SELECT ${by.map((dimension) => `${COLUMNS[dimension]},`).join(' ')}
          min(c.day) AS firstDay, max(c.day) AS lastDay, total(c.shared) AS shared, total(c.reshared2) AS reshared2,
          total(c.reshared3) AS reshared3, total(c.quoted1) AS quoted1, total(c.quoted2) AS quoted2, total(c.quoted3) AS quoted3
        FROM publishers p
          CROSS JOIN items i ON i.publisher = p.num ${item === undefined ? '' : 'AND i.urn = :item'}
          CROSS JOIN count_item_communities t ON t.item = i.num
          CROSS JOIN sources s ON s.num = t.community ${community === undefined ? '' : 'AND s.origin = :community'}
          CROSS JOIN count_cells c ON c.item = t.item AND c.version = t.version AND c.community = t.community
            AND c.day BETWEEN :from AND :to
        WHERE p.origin = :publisher
        ${by.length === 0 ? 'HAVING count(*) > 0' : `GROUP BY ${by.map((one) => KEYS[one]).join(', ')} ORDER BY ${by.map((one) => KEYS[one]).join(', ')}`}`;
      const rows = db.prepare(sql).all({
        publisher,
        from,
        to,
        ...(item === undefined ? {} : { item }),
        ...(community === undefined ? {} : { community }),
      });
      return rows as unknown as CellSum<D>[];
    },
  };
}
