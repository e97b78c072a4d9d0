import { createHmac, createSecretKey, randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;

/**
 * How much one member may send in an hour: a script that runs wild is stopped before it costs the disk anything. Lives in memory
 * alone, under a key that each hour and each start makes anew.
 */
export class Quota {
  #key = createSecretKey(randomBytes(32));
  #hour = Number.NaN;
  readonly #taken = new Map<string, number>();

  constructor(
    private readonly perHour: number,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** @returns undefined when it was granted, else the seconds to wait */
  take(member: string): number | undefined {
    const now = this.now();
    const hour = Math.floor(now / HOUR_MS);
    if (hour !== this.#hour) {
      this.#key = createSecretKey(randomBytes(32));
      this.#taken.clear();
      this.#hour = hour;
    }
    const tag = createHmac('sha256', this.#key).update(member, 'utf8').digest('base64');
    const taken = this.#taken.get(tag) ?? 0;
    if (taken >= this.perHour) return Math.ceil(((hour + 1) * HOUR_MS - now) / 1_000);
    this.#taken.set(tag, taken + 1);
    return undefined;
  }
}
