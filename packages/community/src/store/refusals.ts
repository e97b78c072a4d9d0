import type { Database } from './database.js';

/** How much was refused, by day and reason: sums alone, of which none can be traced to a request. */
export class Refusals {
  constructor(
    private readonly db: Database,
    /** The lane's present day. */
    private readonly day: () => string,
  ) {}

  count(code: string, n = 1): void {
    if (n === 0) return;
    this.db.run(
      'INSERT INTO refusal (day, code, n) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n',
      this.day(),
      code,
      n,
    );
  }

  all(): { day: string; code: string; n: number }[] {
    return this.db.all('SELECT day, code, n FROM refusal ORDER BY day, code');
  }
}
