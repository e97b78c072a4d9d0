import { asked } from '../connect.js';
import type { ClickHouse } from '../analytics/clickhouse.js';
import { text } from '../analytics/clickhouse.js';
import type { Documents } from '../documents/documents.js';
import type { Meta } from '../documents/meta.js';
import { allLogs, tokenOf } from '../names.js';
import { PublisherLog, type LogLimits } from './publisher-log.js';
import { LogStream, type Nats } from './stream.js';
import { TakeOver } from './take-over.js';

/** How soon a collector also takes over a publisher's log that another one began. */
const LOOK_MS = 5_000;

export interface OpenLog {
  readonly log: PublisherLog;
  readonly takeOver: TakeOver;
}

export interface LogsOptions extends LogLimits {
  readonly nats: Nats;
  readonly sql: ClickHouse;
  readonly documents: Documents;
  readonly meta: Meta;
  readonly name: string;
  /** One collector at a time mends what all share. */
  readonly mayMend: () => Promise<boolean>;
}

/** The number of the last event that a publisher has from another store. */
export const endKey = (publisher: string): string => `end.${tokenOf(publisher)}`;

/** The logs of all publishers. Whichever collector begins one, every collector takes it over. */
export class Logs {
  readonly #open = new Map<string, Promise<OpenLog>>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(private readonly options: LogsOptions) {}

  async start(): Promise<void> {
    await this.#look();
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#tidy().catch(() => undefined));
    }, LOOK_MS).unref();
  }

  /** Opens it, or makes it. @throws CollectorError `store` */
  of(publisher: string): Promise<OpenLog> {
    const known = this.#open.get(publisher);
    if (known) return known;
    const opening = this.#begin(publisher);
    this.#open.set(publisher, opening);
    // What could not be opened is tried again.
    opening.catch(() => this.#open.delete(publisher));
    return opening;
  }

  /** Those that this collector knows of. */
  async all(): Promise<OpenLog[]> {
    await this.#look();
    return Promise.all(this.#open.values());
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    const open = await Promise.allSettled(this.#open.values());
    await Promise.all(
      open.map(async (one) => {
        if (one.status !== 'fulfilled') return;
        await one.value.log.close();
        await one.value.takeOver.stop();
      }),
    );
  }

  async #begin(publisher: string): Promise<OpenLog> {
    const { nats, sql, documents, meta, name, mayMend: _, ...limits } = this.options;
    const stream = new LogStream(nats, name, publisher);
    const [moved, stored] = await Promise.all([
      documents.get<{ seq: number }>(endKey(publisher)),
      sql.row<{ seq: number }>(`SELECT max(seq) AS seq FROM ${sql.table('log')} WHERE publisher = ${text(publisher)}`),
    ]);
    const end = Math.max(moved?.seq ?? 0, stored?.seq ?? 0);
    const keptFrom = async () => (await meta.read()).keptFrom ?? '';
    const log = await PublisherLog.open(stream, sql, limits, { keptFrom, end });
    return { log, takeOver: new TakeOver(stream, sql, limits.log) };
  }

  async #tidy(): Promise<void> {
    for (const { log } of await this.all())
      // What fails is tried again soon, and one log does not keep the others waiting.
      await tidy(log, this.options.mayMend).catch(() => undefined);
  }

  async #look(): Promise<void> {
    const { nats, name } = this.options;
    await asked('store.log', async () => {
      for await (const { config } of nats.jsm.streams.list(allLogs(name)))
        if (config.description !== undefined) await this.of(config.description);
    });
  }
}

async function tidy(log: PublisherLog, mayMend: () => Promise<boolean>): Promise<void> {
  const info = await log.stream.info();
  await log.seekItsEnd(info);
  await log.progress.trim(info);
  await log.progress.unstick(info, mayMend);
}
