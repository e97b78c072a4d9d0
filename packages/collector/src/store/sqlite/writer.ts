import { CollectorError, type CollectorErrorCode } from '../../errors.js';
import type { RebuildProgress } from '../keeping.js';
import { Connection } from './connection.js';
import { openForWriting } from './open.js';
import { transaction } from './transaction.js';
import { createWrites, type Operation } from './writes.js';

/** One thing to do, as it goes from thread to thread. */
export interface Job {
  readonly n: number;
  readonly operation: Operation;
  readonly values: readonly unknown[];
}

export type Done =
  | { readonly n: number; readonly result: unknown }
  | { readonly n: number; readonly error: { readonly code: CollectorErrorCode; readonly message: string } };

/** The only connection that writes. */
export class Writer {
  readonly #sql: Connection;
  readonly #writes: ReturnType<typeof createWrites>;

  /** @throws CollectorError `store` */
  constructor(file: string, say: (progress: RebuildProgress) => void) {
    this.#sql = new Connection(openForWriting(file));
    this.#writes = createWrites(this.#sql, say);
  }

  /**
   * Many jobs in one transaction: one wait for the disk for all of them. Where that fails, each is tried by itself, so
   * that one that cannot be done takes no other with it.
   */
  run(jobs: readonly Job[]): Done[] {
    try {
      return this.#together(jobs);
    } catch (error) {
      return jobs.map((job) => (jobs.length === 1 ? failed(job, error) : this.#alone(job)));
    }
  }

  close(): void {
    if (this.#sql.db.isOpen) this.#sql.db.close();
  }

  #alone(job: Job): Done {
    try {
      return this.#together([job])[0] ?? failed(job, new Error('Nothing was done.'));
    } catch (error) {
      return failed(job, error);
    }
  }

  #together(jobs: readonly Job[]): Done[] {
    try {
      return transaction(this.#sql.db, () => {
        const done = jobs.map((job) => ({ n: job.n, result: this.#do(job) }));
        this.#writes.flush();
        return done;
      });
    } catch (error) {
      this.#writes.forget();
      throw error;
    }
  }

  /** Its caller on the other thread is typed by the operation; here the two have come apart. */
  #do({ operation, values }: Job): unknown {
    return (this.#writes.operations[operation] as (...values: readonly unknown[]) => unknown)(...values);
  }
}

function failed({ n }: Job, error: unknown): Done {
  if (error instanceof CollectorError) return { n, error: { code: error.code, message: error.message } };
  return { n, error: { code: 'store', message: whyNot(error) } };
}

/** What SQLite says in words that name the fix. */
function whyNot(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const nothing = 'Nothing of this was stored.';
  // Result codes of SQLite; the lowest byte is the kind.
  const code = Number((error as { errcode?: unknown }).errcode ?? 0) & 0xff;
  switch (code) {
    case 5:
      return `dataFile is locked by another process. ${nothing}`;
    case 8:
      return `dataFile cannot be written: ${message}. Check its permissions and its disk. ${nothing}`;
    case 10:
      return `The disk of dataFile failed: ${message}. ${nothing}`;
    case 11:
    case 26:
      return `dataFile is damaged: ${message}. Stop the collector and restore a backup. ${nothing}`;
    case 13:
      return `The disk of dataFile is full. Make room. ${nothing}`;
    default:
      return `${message}. ${nothing}`;
  }
}
