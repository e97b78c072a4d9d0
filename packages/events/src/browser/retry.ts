const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;
/** A server may ask for more patience than our own, within reason: a wrong date must not silence a page for a day. */
const MOST_PATIENCE_MS = 3_600_000;

/** Exponential backoff with full jitter: after the nth failure anything up to 1 s × 2ⁿ⁻¹, at most 5 min. → milliseconds */
export function backoff(failures: number, random: () => number): number {
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
}

/**
 * What a server asks for in Retry-After (RFC 9110 section 10.2.3), in milliseconds, or undefined when it asks for nothing
 * that can be read. A date is held against the server's own clock where it tells it: the reader's may be wrong.
 */
export function retryAfter(headers: Headers, now: () => number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - (dateOf(headers) ?? now());
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), MOST_PATIENCE_MS);
}

function dateOf(headers: Headers): number | undefined {
  const ms = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}
