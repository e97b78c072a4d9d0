import { PUBLIC_BOUND } from '@pullquote/events';
import type { PeriodKey } from '../keys/period-key.js';
import type { Database } from '../store/database.js';

/** At most so many public facts per doctor, item and week, counted without knowing which doctor or which item. */
export class Bound {
  constructor(
    private readonly db: Database,
    /** The week's key; whoever turns it deletes the counts of the week before. */
    private readonly key: PeriodKey,
  ) {}

  /** Takes one of the doctor's places; false when all are taken. */
  take(member: string, item: string): boolean {
    return (
      this.db.run(
        `INSERT INTO bound (tag, week, n) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1 WHERE n < ?`,
        this.key.tag(member, item),
        this.key.period,
        PUBLIC_BOUND,
      ) === 1
    );
  }
}
