import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

/** One connection and its prepared statements. Rows are typed by their caller: the columns are this package's own. */
export class Connection {
  readonly #statements = new Map<string, StatementSync>();
  /** Those that give rows as lists, and the names of their columns. */
  readonly #lists = new Map<string, { readonly statement: StatementSync; readonly columns: readonly string[] }>();

  constructor(readonly db: DatabaseSync) {}

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.prepare(sql).run(...values).changes);
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.prepare(sql).get(...values) as Row | undefined;
  }

  /**
   * Plain objects. `node:sqlite`'s own have no prototype, and to copy one costs five times what it costs to read it: so
   * they are read as lists.
   */
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    const { statement, columns } = this.#list(sql);
    return (statement.all(...values) as unknown as SQLOutputValue[][]).map((list) => {
      const row: Record<string, SQLOutputValue | undefined> = {};
      for (let i = 0; i < columns.length; i++) row[columns[i] ?? ''] = list[i];
      return row as Row;
    });
  }

  #list(sql: string) {
    const known = this.#lists.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    statement.setReturnArrays(true);
    const made = { statement, columns: statement.columns().map(({ name }) => name) };
    this.#lists.set(sql, made);
    return made;
  }

  /** Thousands of rows, as SQLite gives them: without a prototype, but also without a copy of each. */
  rows<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.prepare(sql).all(...values) as Row[];
  }

  prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Text columns that may be NULL → properties that are there or not. */
export function withoutNulls<Row extends object>(row: Row): { [K in keyof Row]: Exclude<Row[K], null> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as {
    [K in keyof Row]: Exclude<Row[K], null>;
  };
}
