import type { Database } from './database.js';

/** So many sums are held in memory before they are written. */
const MOST_HELD = 64;
/** So many refusals of one kind are. */
const MOST_OF_A_KIND = 1_000;

/**
 * How much was refused, by day and reason: sums alone, of which none can be traced to a request. They are written in heaps: refusing
 * must cost less than asking, or whoever wants to harm the disk need only be refused. What a crash takes is less than a minute's sums.
 */
export class Refusals {
  readonly #held = new Map<string, number>();

  constructor(
    private readonly db: Database,
    /** The lane's present day. */
    private readonly day: () => string,
  ) {}

  count(code: string, n = 1): void {
    if (n === 0) return;
    const key = `${this.day()} ${code}`;
    const sum = (this.#held.get(key) ?? 0) + n;
    this.#held.set(key, sum);
    if (this.#held.size > MOST_HELD || sum > MOST_OF_A_KIND) this.flush();
  }

  all(): { day: string; code: string; n: number }[] {
    this.flush();
    return this.db.all('SELECT day, code, n FROM refusal ORDER BY day, code');
  }

  /** Writes what is held; on a timer, and before the end. */
  flush(): void {
    for (const [key, n] of this.#held) {
      const [day = '', code = ''] = key.split(' ');
      this.db.run(
        'INSERT INTO refusal (day, code, n) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n',
        day,
        code,
        n,
      );
    }
    this.#held.clear();
  }
}
