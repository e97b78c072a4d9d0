import type { Database } from './database.js';

/** Publishers to whom the moderators let nothing leave. */
export class Muted {
  constructor(private readonly db: Database) {}

  has(publisher: string): boolean {
    return this.db.get('SELECT 1 FROM muted WHERE publisher = ?', publisher) !== undefined;
  }

  all(): string[] {
    return this.db
      .all<{ publisher: string }>('SELECT publisher FROM muted ORDER BY publisher')
      .map((row) => row.publisher);
  }

  /** Also lets go of all that waits for it, drawn, signed or still being counted. */
  mute(publisher: string): void {
    this.db.beginEpoch();
    this.db.transaction(() => {
      this.db.run('INSERT OR IGNORE INTO muted (publisher) VALUES (?)', publisher);
      this.db.run('DELETE FROM crowd_doctor WHERE cell IN (SELECT id FROM crowd_cell WHERE publisher = ?)', publisher);
      for (const table of ['public_row', 'crowd_cell', 'crowd_result', 'outbox'])
        this.db.run(`DELETE FROM ${table} WHERE publisher = ?`, publisher);
    });
    this.db.forget();
  }

  unmute(publisher: string): void {
    this.db.beginEpoch();
    this.db.run('DELETE FROM muted WHERE publisher = ?', publisher);
  }
}
