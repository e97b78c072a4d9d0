import type { Keys } from './access/keys.js';
import { createApp } from './app.js';
import { parseSettings, type CollectorInput } from './config.js';
import { CollectorError } from './errors.js';
import { guardedPost } from './feed/post.js';
import { createSender } from './feed/sender.js';
import { startKeeper } from './keeper.js';
import { createLog, type Log } from './log.js';
import { makeReport, type Report } from './report/report.js';
import { openStore } from './store/open.js';
import type { Store } from './store/store.js';
import { createTrustStore, type Trust } from './trust/store.js';

export interface CollectorConfig extends CollectorInput {
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly log?: Log;
  /** `here` for a command that does one thing and ends; a server writes in a thread. */
  readonly writing?: 'thread' | 'here';
}

/** What a server knows of a request beside what is in it. */
export interface RequestSource {
  /** The other end of the socket, to count requests by, in memory alone. */
  readonly address?: string | undefined;
}

export interface Collector {
  /** Web-standard handler: the batches of communities come in, reports go out. */
  fetch(request: Request, from?: RequestSource): Promise<Response>;
  /** The keys that open its reports. */
  readonly keys: Pick<Keys, 'add' | 'list' | 'revoke'>;
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
  const store = await openStore(settings, { writing, log });
  const trust = createTrustStore(store.communities, clock);
  const { app, keys } = createApp({ settings, store, trust, clock, log });
  const keeper = writing === 'thread' ? startKeeper({ ...settings, ...store, clock, log }) : undefined;
  const post = guardedPost({ allowLoopback: settings.allowLoopbackWebhooks });
  const sender = createSender({ webhooks: store.webhooks, log: store.log, turns: store.turns, post, clock });
  if (writing === 'thread') sender.start();
  return {
    fetch: async (request, { address } = {}) => app.fetch(request, { address }),
    keys: { add: keys.add, list: keys.list, revoke: keys.revoke },
    trust: { add: trust.add, list: trust.list },
    store,
    async report(origin) {
      const publisher = settings.publishers.find((one) => one.origin === origin);
      if (!publisher) throw new CollectorError('config', `publishers: ${origin} is not among them.`);
      return makeReport(
        { store, trust, titles: settings.titles, clock, alone: settings.publishers.length === 1 },
        publisher,
      );
    },
    async close() {
      await Promise.all([keeper?.stop(), sender.stop()]);
      await store.close();
    },
  };
}
