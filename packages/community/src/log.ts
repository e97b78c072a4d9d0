import { dayOf } from '@pullquote/events';
import { pino } from 'pino';

/**
 * The part of pino that is used. Nothing about a member, a request or an address is ever handed to it: it hears of
 * publishers, keys, days and counts.
 */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** An error for the log: its kind alone, because a message could hold what a host put into it. */
export function errorKind(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}) };
}

/** Used when the host gives none. It stamps the day alone: a line that a request caused must not tell when it came. */
export function defaultLog(): Log {
  return pino({ name: 'pullquote', level: 'warn', base: {}, timestamp: () => `,"day":"${dayOf(Date.now())}"` });
}
