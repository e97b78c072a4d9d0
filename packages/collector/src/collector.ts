import { createApp } from './app.js';
import { parseSettings, type CollectorSettings } from './config.js';
import { CollectorError } from './errors.js';
import { createLog, type Log } from './log.js';
import { makeReport, type Report } from './report/report.js';
import { openSqliteStore } from './store/sqlite/sqlite-store.js';
import type { Store } from './store/store.js';
import { createTrustStore, type Trust } from './trust/store.js';

export interface CollectorConfig extends Pick<CollectorSettings, 'dataFile' | 'publishers'> {
  readonly titles?: Readonly<Record<string, string>>;
  readonly allowFutureDays?: number;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly log?: Log;
  /** `here` for a command that does one thing and ends; a server writes in a thread. */
  readonly writing?: 'thread' | 'here';
}

export interface Collector {
  /** Web-standard handler: the batches of communities come in, reports go out. */
  fetch(request: Request): Promise<Response>;
  readonly trust: Trust;
  readonly store: Store;
  /** @throws CollectorError `config` when this collector does not serve the publisher */
  report(publisher: string): Promise<Report>;
  /** Finishes what it has acknowledged, then closes the store. */
  close(): Promise<void>;
}

/** @throws CollectorError `config` that names the field, or `store` */
export async function createCollector({
  clock = Date.now,
  log = createLog(),
  writing = 'thread',
  ...config
}: CollectorConfig): Promise<Collector> {
  const settings = parseSettings(config);
  const store = await openSqliteStore({ file: settings.dataFile, writing });
  const trust = createTrustStore(store.communities, clock);
  const app = createApp({ ...settings, store, trust, clock, log });
  return {
    fetch: async (request) => app.fetch(request),
    trust: { add: trust.add, list: trust.list },
    store,
    async report(origin) {
      const publisher = settings.publishers.find((one) => one.origin === origin);
      if (!publisher) throw new CollectorError('config', `publishers: ${origin} is not among them.`);
      return makeReport({ store, trust, titles: settings.titles, clock }, publisher);
    },
    close: () => store.close(),
  };
}
