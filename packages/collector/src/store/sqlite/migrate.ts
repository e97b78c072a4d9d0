import type { DatabaseSync } from 'node:sqlite';
import { CollectorError } from '../../errors.js';
import { MIGRATIONS } from './migrations/index.js';
import { transaction } from './transaction.js';

/** Brings the file to the newest version, or leaves it as it was. @throws CollectorError `store` */
export function migrate(db: DatabaseSync, steps = MIGRATIONS): void {
  // Looked at before anything is locked, so that a file that is up to date opens while another process writes to it.
  if (versionOf(db) === steps.length) return;
  transaction(db, () => {
    const version = versionOf(db);
    if (version > steps.length)
      throw new CollectorError('store', 'dataFile was written by a newer version of the collector. Use that version.');
    const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'] ?? 0);
    if (version === 0 && tables > 0)
      throw new CollectorError('store', 'dataFile belongs to another program. Name a file of its own.');
    for (const step of steps.slice(version)) step(db);
    db.exec(`PRAGMA user_version = ${steps.length}`);
  });
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}
