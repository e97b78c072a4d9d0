export interface RateLimit {
  /** How many requests may come at once. */
  readonly burst: number;
  /** How many more are allowed each minute. */
  readonly perMinute: number;
}

export interface RateLimiter {
  /** Takes one; 0 when it was allowed, else the seconds until the next one is. */
  take(who: string): number;
  /** The same, without taking any. */
  wait(who: string): number;
  /** How many callers are remembered just now. */
  readonly size: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** At most so many callers are remembered: an address costs an attacker nothing, and memory must not grow with them. */
const MOST = 10_000;

/**
 * Token buckets, in this process's memory alone. Who is counted is never stored or logged. A caller who has been quiet for as long as
 * a bucket takes to fill is forgotten; when there are too many, those who have been quiet longest are.
 *
 * Written here because the libraries for it keep a timer for each caller and forget none of a flood.
 */
export function createRateLimiter(
  { burst, perMinute }: RateLimit,
  { clock = () => performance.now(), most = MOST }: { clock?: () => number; most?: number } = {},
): RateLimiter {
  /** In order of last use, the oldest first. */
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  const fullAfterMs = burst / perMs;

  const filled = (who: string, now: number): number => {
    const bucket = buckets.get(who);
    return bucket ? Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) * perMs) : burst;
  };
  const seconds = (tokens: number): number => (tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000)));

  return {
    take(who) {
      const now = clock();
      const tokens = filled(who, now);
      const wait = seconds(tokens);
      buckets.delete(who);
      buckets.set(who, { tokens: wait === 0 ? tokens - 1 : tokens, at: now });
      for (const [other, { at }] of buckets) {
        if (buckets.size <= most && now - at < fullAfterMs) break;
        buckets.delete(other);
      }
      return wait;
    },
    wait: (who) => seconds(filled(who, clock())),
    get size() {
      return buckets.size;
    },
  };
}
