import type { DatabaseSync } from 'node:sqlite';

export interface Figures {
  readonly shared: number;
  readonly reshared: number;
  readonly quoted: number;
}
export const NOTHING: Figures = { shared: 0, reshared: 0, quoted: 0 };

export function totalOf({ shared, reshared, quoted }: Figures): number {
  return shared + reshared + quoted;
}

interface Dimensions {
  readonly item: string;
  readonly version: number;
  readonly community: string;
  readonly country: string;
  readonly depth: number;
  readonly day: string;
}
export type Dimension = keyof Dimensions;

/** A publisher's counters summed along some dimensions, the largest first; `lastDay` is the latest day in each sum. */
export function figuresBy<D extends Dimension>(
  db: DatabaseSync,
  publisher: string,
  dimensions: readonly D[],
): (Figures & Pick<Dimensions, D> & { readonly lastDay: string })[] {
  const columns = dimensions.join(', ');
  const rows = db
    .prepare(
      `SELECT ${dimensions.length > 0 ? `${columns}, ` : ''}max(day) AS lastDay,
         coalesce(sum(n) FILTER (WHERE fact = 'shared'), 0) AS shared,
         coalesce(sum(n) FILTER (WHERE fact = 'reshared'), 0) AS reshared,
         coalesce(sum(n) FILTER (WHERE fact = 'quoted'), 0) AS quoted
       FROM counters WHERE publisher = ?
       ${dimensions.length > 0 ? `GROUP BY ${columns} ORDER BY sum(n) DESC, ${columns}` : 'HAVING count(*) > 0'}`,
    )
    .all(publisher);
  // SQLite's rows have no prototype; spreading makes plain objects of them.
  return rows.map((row) => ({ ...row })) as unknown as (Figures & Pick<Dimensions, D> & { lastDay: string })[];
}
