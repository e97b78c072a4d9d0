import { randomInt } from 'node:crypto';

const FIRST_MS = 30_000;
const LONGEST_MS = 6 * 3_600_000;
const LONGEST_ASKED_MS = 24 * 3_600_000;

/**
 * How long to wait after so many failed attempts: exponential with full jitter, and never less than the collector asked
 * for with Retry-After (RFC 9110 section 10.2.3), up to a day.
 */
export function retryDelay(attempts: number, retryAfter: string | null, now: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 20));
  return Math.max(randomInt(ceiling), Math.min(LONGEST_ASKED_MS, asked(retryAfter, now)));
}

function asked(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 0;
  const ms = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
