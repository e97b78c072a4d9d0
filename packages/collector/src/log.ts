import { dayOf } from '@pullquote/events';
import { pino } from 'pino';

/** All that a failure writes down: never anything of the request. */
export interface Log {
  error(fields: { readonly name: string; readonly frames: readonly string[] }, message: string): void;
}

/** Failures only, as JSON lines on standard error. There is no access log, and a line says the day, not the time. */
export function createLog(): Log {
  return pino(
    { name: 'pullquote-collector', base: null, timestamp: () => `,"day":"${dayOf(Date.now())}"` },
    pino.destination({ dest: 2, sync: true }),
  );
}
