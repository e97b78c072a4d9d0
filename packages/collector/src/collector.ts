import { createApp } from './app.js';
import { parseSettings, type CollectorSettings } from './config.js';
import { openDatabase } from './database.js';
import { CollectorError } from './errors.js';
import { createLog, type Log } from './log.js';
import { makeReport, type Report } from './report/report.js';
import { createTrustStore, type Trust } from './trust/store.js';

export interface CollectorConfig extends Pick<CollectorSettings, 'dataFile' | 'publishers'> {
  readonly titles?: Readonly<Record<string, string>>;
  readonly allowFutureDays?: number;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly log?: Log;
}

export interface Collector {
  /** Web-standard handler: the batches of communities come in, reports go out. */
  fetch(request: Request): Promise<Response>;
  readonly trust: Trust;
  /** @throws CollectorError `config` when this collector does not serve the publisher */
  report(publisher: string): Report;
  close(): void;
}

/** @throws CollectorError `config` that names the field, or `store` */
export async function createCollector({
  clock = Date.now,
  log = createLog(),
  ...config
}: CollectorConfig): Promise<Collector> {
  const settings = parseSettings(config);
  const db = openDatabase(settings.dataFile);
  const trust = createTrustStore(db, clock);
  const app = createApp({ ...settings, db, trust, clock, log });
  return {
    fetch: async (request) => app.fetch(request),
    trust: { add: trust.add, list: trust.list },
    report(origin) {
      const publisher = settings.publishers.find((one) => one.origin === origin);
      if (!publisher) throw new CollectorError('config', `publishers: ${origin} is not among them.`);
      return makeReport({ db, trust, titles: settings.titles, clock }, publisher);
    },
    close: () => db.close(),
  };
}
