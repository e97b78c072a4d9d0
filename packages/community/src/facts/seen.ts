import { dayOf, dayStart, FACT_DAYS } from '@pullquote/events';
import type { Database } from '../store/database.js';

/** Bare fact ids, so that nothing is counted twice. They are linked to nothing. */
export class Seen {
  constructor(private readonly db: Database) {}

  has(id: string): boolean {
    return this.db.get('SELECT 1 FROM seen WHERE id = ?', id) !== undefined;
  }

  add(id: string, day: string): void {
    this.db.run('INSERT INTO seen (id, day) VALUES (?, ?)', id, day);
  }

  purge(today: string): void {
    this.db.run('DELETE FROM seen WHERE day < ?', dayOf(dayStart(today) - FACT_DAYS * 86_400_000));
  }
}
