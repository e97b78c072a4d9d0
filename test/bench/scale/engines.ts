import { readFileSync } from 'node:fs';
import type { ServiceTimes } from './service-times.js';

/** The second stage: collectors that keep nothing, an intake log of NATS JetStream, ClickHouse behind it. */
export interface Engines {
  /** False as long as the whole stage has not been measured as it is built: then what follows from it is assumed, and says so. */
  readonly measured: boolean;
  readonly note: string;
  /** Batches that the log acknowledges in a second. */
  readonly log: { readonly replicas: number; readonly batchesPerSecond: number };
  /** An insert takes `each` microseconds and `perEvent` more; so many events go into one. */
  readonly insert: {
    readonly each: number;
    readonly perEvent: number;
    readonly events: number;
  };
  /** Collectors, each on a core of its own. */
  readonly collectors: number;
}

export function readEngines(): Engines {
  return JSON.parse(readFileSync(new URL('measured/engines.json', import.meta.url), 'utf8')) as Engines;
}

/** Events a second that each part of the stage can take, batches being full; the least of them is where it saturates. */
export function engineCapacity({ log, insert, collectors }: Engines, collector: ServiceTimes, batch: number) {
  const { answering, beside } = collector.of(batch);
  return {
    collectors: (collectors * batch * 1e6) / (answering.each + beside.each),
    log: log.batchesPerSecond * batch,
    inserts: (insert.events * 1e6) / (insert.each + insert.perEvent * insert.events),
  };
}
