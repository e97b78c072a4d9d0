import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/** One connection and its prepared statements. Rows are typed by their caller: the columns are this package's own. */
export class Connection {
  readonly #statements = new Map<string, StatementSync>();

  constructor(readonly db: DatabaseSync) {}

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.prepare(sql).run(...values).changes);
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.prepare(sql).get(...values) as Row | undefined;
  }

  /** SQLite's rows have no prototype; these are plain objects. */
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.prepare(sql)
      .all(...values)
      .map((row) => ({ ...row })) as Row[];
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
