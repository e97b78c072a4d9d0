import type { ContentRecord } from '@pullquote/record';
import type { DatabaseSync } from 'node:sqlite';
import { placeOf } from './place-of.js';

/** Columns that came after the first release of the file. */
const COLUMNS = [
  { name: 'hcp_only', type: 'INTEGER' },
  { name: 'supersedes', type: 'TEXT' },
] as const;

/** Brings a file that an older server wrote up to date: what is new is read out of the records that it holds already. */
export function addColumns(db: DatabaseSync): void {
  const known = new Set(
    db
      .prepare('PRAGMA table_info(version)')
      .all()
      .map(({ name }) => name),
  );
  const missing = COLUMNS.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return;
  for (const { name, type } of missing) db.exec(`ALTER TABLE version ADD COLUMN ${name} ${type}`);
  const fill = db.prepare('UPDATE version SET hcp_only = ?, supersedes = ? WHERE digest = ?');
  for (const { digest, jws } of db.prepare('SELECT digest, jws FROM version WHERE jws IS NOT NULL').all()) {
    const payload = Buffer.from(String(jws).split('.')[1] ?? '', 'base64url').toString();
    // The signature was checked when it was taken.
    const { reuse, supersedes } = JSON.parse(payload) as Pick<ContentRecord, 'reuse' | 'supersedes'>;
    fill.run(Number(reuse.requireVerifiedHcp), supersedes ? placeOf(supersedes) : null, String(digest));
  }
}
