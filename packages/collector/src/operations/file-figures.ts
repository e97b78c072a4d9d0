import type { DatabaseSync } from 'node:sqlite';

/** What a store's file holds, in figures that a copy of it must have as well. */
export interface FileFigures {
  /** Number of the schema. */
  readonly schema: number;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The sum of every counter of each table that counts. */
  readonly counted: Readonly<Record<string, number>>;
}

/** Columns that hold a figure, in whichever table they stand. */
const FIGURES = new Set(['n', 'shared', 'reshared', 'quoted', 'figure', 'cells', 'last_seq']);

/** Reads the file's own schema, so that a table of a later version is counted too. Call it inside a transaction. */
export function readFigures(db: DatabaseSync): FileFigures {
  const rows: Record<string, number> = {};
  const counted: Record<string, number> = {};
  const tables = db.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  for (const { name } of tables.all()) {
    const table = String(name);
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all(table);
    const sums = columns
      .map((column) => String(column['name']))
      .filter((column) => FIGURES.has(column))
      .map((column) => `coalesce(sum("${column}"), 0)`);
    const row = db.prepare(`SELECT count(*) AS n, ${sums.join(' + ') || '0'} AS sum FROM "${table}"`).get();
    rows[table] = Number(row?.['n'] ?? 0);
    if (sums.length > 0) counted[table] = Number(row?.['sum'] ?? 0);
  }
  return { schema: Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0), rows, counted };
}

/** The first difference between two, in words; undefined when they agree to the unit. */
export function differenceOf(a: FileFigures, b: FileFigures): string | undefined {
  if (a.schema !== b.schema) return `the schema is ${b.schema}, not ${a.schema}`;
  for (const kind of ['rows', 'counted'] as const)
    for (const table of new Set([...Object.keys(a[kind]), ...Object.keys(b[kind])]))
      if (a[kind][table] !== b[kind][table])
        return `${table} has ${b[kind][table] ?? 'no'} ${kind === 'rows' ? 'rows' : 'counted'}, not ${a[kind][table] ?? 'any'}`;
  return undefined;
}
