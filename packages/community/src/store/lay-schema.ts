import type { DatabaseSync } from 'node:sqlite';
import { SCHEMA } from './schema.js';

/**
 * Lays the schema. In a file that an older server wrote, `crowd` and `seen` are tables: every cell's whole name beside every doctor in
 * it, and ids in one heap. Now they are views, and what they held moves.
 */
export function laySchema(db: DatabaseSync): void {
  const old = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('crowd', 'seen')")
    .all()
    .map(({ name }) => String(name));
  db.exec('BEGIN IMMEDIATE');
  for (const name of old) db.exec(`ALTER TABLE ${name} RENAME TO ${name}_before`);
  db.exec(SCHEMA);
  if (old.includes('crowd'))
    db.exec(`
      INSERT INTO crowd_cell (id, week, publisher, item, fact)
        SELECT random() & 0x7fffffffffff, week, publisher, item, fact FROM crowd_before GROUP BY week, publisher, item, fact;
      INSERT INTO crowd_doctor (tag, cell) SELECT tag, id FROM crowd_before JOIN crowd_cell USING (week, publisher, item, fact);
    `);
  if (old.includes('seen')) db.exec('INSERT INTO seen_sorted (id, day) SELECT id, day FROM seen_before');
  for (const name of old) db.exec(`DROP TABLE ${name}_before`);
  db.exec('COMMIT');
}
