import type { CellDay, CellDimension, CellQuery, Cells, CellSum } from '../../cells.js';
import { CELL_SUMS, cellRows } from './cell-rows.js';
import type { ClickHouse } from './clickhouse.js';

export function readCells(sql: ClickHouse): Cells {
  return {
    sums<D extends CellDimension>(publisher: string, query: CellQuery, by: readonly D[]): Promise<CellSum<D>[]> {
      const keys = by.join(', ');
      return sql.rows<CellSum<D>>(
        `SELECT ${by.map((one) => `${one}, `).join('')}firstDay, lastDay, ${CELL_NAMES} FROM (
           SELECT ${by.map((one) => `${one}, `).join('')}min(day_) AS firstDay, max(day_) AS lastDay, count() AS cells,
             ${CELL_SUMS} FROM (SELECT *, day AS day_ FROM ${cellRows(sql, publisher, query)})
           ${by.length === 0 ? '' : `GROUP BY ${keys}`})
         WHERE cells > 0 ${by.length === 0 ? '' : `ORDER BY ${keys}`}`,
      );
    },
    days: (publisher, query) =>
      sql.rows<CellDay>(
        `SELECT item, community, day, shared, reshared2 + reshared3 AS reshared, quoted1 + quoted2 + quoted3 AS quoted
         FROM ${cellRows(sql, publisher, query)} ORDER BY item, version, community, day`,
      ),
  };
}

const CELL_NAMES = 'shared, reshared2, reshared3, quoted1, quoted2, quoted3';
