import { statSync } from 'node:fs';
import { dayStart } from '@pullquote/events';
import type { Hono } from 'hono';
import { type MiddlewareHandler } from 'hono';
import type { CollectorEnv } from '../access/caller.js';
import type { CollectorSettings } from '../config.js';
import type { Admission } from '../intake/admission.js';
import type { Log } from '../log.js';
import type { Store } from '../store/store.js';
import { healthRoutes } from './health-route.js';
import { createMetrics, type Metrics } from './metrics.js';
import { metricsRoute } from './metrics-route.js';
import { createProbe } from './probe.js';

export interface OperationsOptions {
  readonly settings: CollectorSettings;
  readonly store: Pick<Store, 'keeping'>;
  readonly admission: Admission;
  readonly log: Log;
}

export interface Operations {
  readonly metrics: Metrics;
  /** Stands before all else. */
  readonly countRequests: MiddlewareHandler;
  readonly routes: Hono<CollectorEnv>;
}

/** What whoever looks after the collector asks it: whether it can work, and how much it does. */
export function createOperations({ settings, store, admission, log }: OperationsOptions): Operations {
  const probe = createProbe(store.keeping);
  let said: string | undefined;
  async function whyNotWritable(): Promise<string | undefined> {
    const why = await probe();
    if (why !== undefined && why !== said)
      log.error({ name: 'store', frames: [] }, `The store takes no writes: ${why}`);
    said = why;
    return why;
  }
  const metrics = createMetrics(async () => {
    const [failure, state] = [await whyNotWritable(), await store.keeping.state().catch(() => undefined)];
    const servers = await store.keeping.servers?.();
    const { newestDay } = state ?? {};
    return {
      queued: admission.inside,
      storeBytes: settings.dataFile === undefined ? 0 : bytesOf(settings.dataFile),
      writable: failure === undefined,
      ...(servers ? { servers } : {}),
      ...(newestDay === undefined ? {} : { newestDay: dayStart(newestDay) / 1_000 }),
    };
  }, store.keeping.servers !== undefined);
  const routes = healthRoutes(async () => {
    const failure = await whyNotWritable();
    const servers = await store.keeping.servers?.();
    return {
      ...{ failure, queued: admission.inside, queueLimit: admission.most },
      ...(servers ? { servers: { log: servers.log, analytics: servers.analytics } } : {}),
    };
  });
  routes.route('/', metricsRoute(metrics, settings));
  return { metrics, countRequests: metrics.countRequests, routes };
}

/** The file and its log. */
function bytesOf(file: string): number {
  return ['', '-wal'].reduce((sum, end) => sum + (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0), 0);
}
