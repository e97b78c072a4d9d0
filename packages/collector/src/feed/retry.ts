const FIRST_MS = 5_000;
const LONGEST_MS = 10 * 3_600_000;
const LONGEST_ASKED_MS = 24 * 3_600_000;
/** Over about two days. */
export const MAX_ATTEMPTS = 10;

/**
 * How long to wait after so many attempts that failed: exponential, the upper half of it drawn at random, and never less than the
 * receiver asked for with Retry-After (RFC 9110 section 10.2.3), up to a day.
 * @param chance in [0, 1)
 */
export function retryDelay(attempts: number, retryAfter: string | null, now: number, chance: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 4 ** Math.max(0, attempts - 1));
  return Math.max(ceiling / 2 + (chance * ceiling) / 2, Math.min(LONGEST_ASKED_MS, asked(retryAfter, now)));
}

function asked(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 0;
  const ms = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
