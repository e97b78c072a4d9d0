import { dayOf } from '@pullquote/events';
import { pino } from 'pino';

/** All that is ever written down: never anything of a request. */
export interface Log {
  /** What the collector itself did, such as starting. */
  info?(fields: Readonly<Record<string, string | number>>, message: string): void;
  error(fields: { readonly name: string; readonly frames: readonly string[] }, message: string): void;
}

/** Failures, and with `info` the start and the stop, as JSON lines on standard error. There is no access log, and a line says the day, not the time. */
export function createLog(level: 'info' | 'error' = 'error'): Log {
  return pino(
    { name: 'pullquote-collector', level, base: null, timestamp: () => `,"day":"${dayOf(Date.now())}"` },
    pino.destination({ dest: 2, sync: true }),
  );
}
