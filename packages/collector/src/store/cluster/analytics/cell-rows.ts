import { equal, range, text, where, type ClickHouse } from './clickhouse.js';
import type { DayRange } from '../../range.js';

const NUMBERS = ['shared', 'reshared2', 'reshared3', 'quoted1', 'quoted2', 'quoted3'] as const;

interface CellChoice extends DayRange {
  readonly item?: string | undefined;
  readonly community?: string | undefined;
}

/** The fine counter, each cell once: of several rows of a cell, the greatest is the newest. */
export function cellRows(sql: ClickHouse, publisher: string, { item, community, ...days }: CellChoice): string {
  return `(SELECT item, version, community, day, ${NUMBERS.map((one) => `max(${one}) AS ${one}`).join(', ')}
    FROM ${sql.table('cells')}
    WHERE ${where(`publisher = ${text(publisher)}`, equal('item', item), equal('community', community), range('day', days))}
    GROUP BY item, version, community, day)`;
}

export const CELL_SUMS = NUMBERS.map((one) => `sum(${one}) AS ${one}`).join(', ');
export const KIND_SUMS = `sum(shared) AS shared, sum(reshared2 + reshared3) AS reshared,
  sum(quoted1 + quoted2 + quoted3) AS quoted`;
