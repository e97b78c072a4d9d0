import { PUBLIC_BOUND } from '@pullquote/events';
import type { WeekKey } from '../keys/week-key.js';
import type { Database } from '../store/database.js';

/** At most so many public facts per doctor, item and week, counted without knowing which doctor or which item. */
export class Bound {
  constructor(
    private readonly db: Database,
    private readonly key: WeekKey,
  ) {
    // Counts under a key that is gone can't be matched to anyone, and must not outlive it.
    this.db.run('DELETE FROM bound WHERE week <> ?', key.week);
  }

  /** Destroys the key and the counts of any other week. To be called before a fact of `week`, and on a timer. */
  turn(week: string): void {
    if (!this.key.turn(week)) return;
    this.db.run('DELETE FROM bound WHERE week <> ?', week);
    this.db.forget();
  }

  /** Takes one of the doctor's places; false when all are taken. */
  take(member: string, item: string): boolean {
    return (
      this.db.run(
        `INSERT INTO bound (tag, week, n) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1 WHERE n < ?`,
        this.key.tag(member, item),
        this.key.week,
        PUBLIC_BOUND,
      ) === 1
    );
  }
}
