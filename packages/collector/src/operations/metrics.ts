import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ServersState } from '../store/keeping.js';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
const OTHER = 'other';

/** What is read when Prometheus asks, and not before. */
export interface Readings {
  /** Batches that wait to be stored. */
  readonly queued: number;
  readonly storeBytes: number;
  readonly writable: boolean;
  /** First moment of the newest day of any event, in seconds since 1970. */
  readonly newestDay?: number | undefined;
  /** Of a store of several servers. */
  readonly servers?: ServersState | undefined;
}

export type EventOutcome = 'accepted' | 'duplicate' | 'refused';

export interface Metrics {
  readonly registry: Registry;
  /** Counts every request by its route. Stands before all others. */
  readonly countRequests: MiddlewareHandler;
  readonly turnedAway: (why: string) => void;
  readonly signedIn: () => void;
  readonly events: (outcome: EventOutcome, n: number) => void;
}

/**
 * Figures about the server for Prometheus. Labels come from closed sets alone: the pattern of a route and never a path, so
 * neither an id nor anything that a sender makes up becomes a series. None says who asked, or for which publisher.
 */
export function createMetrics(read: () => Promise<Readings>, hasServers = false): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'pullquote_collector_requests_total',
    help: 'Requests answered, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'pullquote_collector_request_seconds',
    help: 'Time until a request was answered.',
    labelNames: ['route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const turnedAway = new Counter({
    name: 'pullquote_collector_turned_away_total',
    help: 'Requests without the key that they need, by status: 401 and 303 no valid key, 403 not allowed, 404 another publisher, 429 too many.',
    labelNames: ['status'],
    registers,
  });
  const signIns = new Counter({
    name: 'pullquote_collector_sign_ins_total',
    help: 'Sessions begun on the sign-in page.',
    registers,
  });
  const events = new Counter({
    name: 'pullquote_collector_events_total',
    help: 'Events in batches whose signature held, by what became of them.',
    labelNames: ['outcome'],
    registers,
  });
  gauge('pullquote_collector_queued_batches', 'Batches that wait to be stored.', ({ queued }) => queued);
  gauge('pullquote_collector_store_bytes', 'Size of the store on disk.', ({ storeBytes }) => storeBytes);
  gauge('pullquote_collector_store_writable', '1 while the store takes writes.', ({ writable }) => Number(writable));
  gauge(
    'pullquote_collector_newest_day_seconds',
    'First moment of the newest day of any event, in seconds since 1970; 0 as long as there is none.',
    ({ newestDay }) => newestDay ?? 0,
  );
  if (hasServers) {
    const up = (part: 'log' | 'analytics') => (readings: Readings) => Number(readings.servers?.[part] === 'ok');
    gauge('pullquote_collector_log_up', '1 while NATS takes a write.', up('log'));
    gauge('pullquote_collector_analytics_up', '1 while ClickHouse answers.', up('analytics'));
    gauge(
      'pullquote_collector_waiting_events',
      'Events that are acknowledged and not yet counted, of all publishers; -1 while that is not known.',
      ({ servers }) => servers?.waiting ?? -1,
    );
  }
  // prom-client's own set of these starts timers and observers that nothing ends.
  gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  gauge('process_start_time_seconds', 'When the process started.', () => Date.now() / 1_000 - process.uptime());
  let reading: Promise<Readings> | undefined;

  /** Several gauges are collected at once: they share one reading. */
  function gauge(name: string, help: string, value: (readings: Readings) => number): void {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        reading ??= read().finally(() => (reading = undefined));
        this.set(value(await reading));
      },
    });
  }

  return {
    registry,
    countRequests: async (c, next) => {
      const started = performance.now();
      await next();
      const pattern = routePath(c, -1);
      const route = pattern.includes('*') && !pattern.startsWith('/assets') ? OTHER : pattern;
      const method = METHODS.has(c.req.method) ? c.req.method : OTHER;
      requests.inc({ route, method, status: String(c.res.status) });
      seconds.observe({ route }, (performance.now() - started) / 1000);
    },
    turnedAway: (status) => turnedAway.inc({ status }),
    signedIn: () => signIns.inc(),
    events: (outcome, n) => n > 0 && events.inc({ outcome }, n),
  };
}
