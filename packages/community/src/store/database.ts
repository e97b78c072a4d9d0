import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { addColumns } from './add-columns.js';
import { laySchema } from './lay-schema.js';

/** The community's one SQLite file. What is acknowledged is on disk: WAL with synchronous=FULL. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #epoch = 0;

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    this.#db = new DatabaseSync(join(dataDir, 'community.sqlite'));
    // secure_delete: what is deleted is overwritten, so that a copy of the file does not still hold it. temp_store: nothing of
    // what is counted spills into a folder that others clean up. Ids come in no order, so each touches a page of its own: the
    // last two keep those pages in memory (64 MiB) and write them back to the file less often (each 32 MiB of log).
    this.#db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000; ' +
        'PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8192;',
    );
    laySchema(this.#db);
    addColumns(this.#db);
  }

  /** What was read in one epoch may be remembered until the next, and no longer. */
  get epoch(): number {
    return this.#epoch;
  }

  /** To be called by whoever changes which publisher is counted for, or takes away a cell; and when facts could not be written. */
  beginEpoch(): void {
    this.#epoch += 1;
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }

  /** Statements that change what tables there are. */
  exec(sql: string): void {
    this.#db.exec(sql);
  }

  /** One row, typed by its caller: the columns are this package's own. */
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  /** Row by row, without holding them all. Nothing may be written until the last one has come, or its loop was left. */
  each<Row>(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.#prepare(sql).iterate(...values) as Iterable<Row>;
  }

  /** All of it or none of it. `work` must not wait for anything: other requests use the same connection. */
  transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Empties the write-ahead log: its pages still hold what has been deleted, in the order in which it came. @returns false when somebody reads it */
  forget(): boolean {
    return this.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0;
  }

  /** Writes what stands in the write-ahead log back to the file, as far as nobody reads it. */
  writeBack(): void {
    this.get('PRAGMA wal_checkpoint(PASSIVE)');
  }

  close(): void {
    this.#db.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
