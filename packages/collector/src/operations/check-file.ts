import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { CollectorError } from '../errors.js';
import { MIGRATIONS } from '../store/sqlite/migrations/index.js';
import { readFigures, type FileFigures } from './file-figures.js';

const MAGIC = 'SQLite format 3\0';

/** Reads the whole file, so a page that a disk has spoilt is found. @throws CollectorError `store` that says what is wrong with it */
export function checkFile(file: string): FileFigures {
  if (!existsSync(file)) throw new CollectorError('store', `${file} does not exist.`);
  if (!looksLikeSqlite(file))
    throw new CollectorError('store', `${file} is not a collector's store, nor a backup of one.`);
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    const [check] = db.prepare('PRAGMA quick_check(1)').all();
    const said = String(check?.['quick_check'] ?? 'nothing');
    if (said !== 'ok') throw new CollectorError('store', `${file} is damaged: ${said}. Use another backup.`);
    const figures = readFigures(db);
    if (figures.schema < 1 || figures.rows['events'] === undefined)
      throw new CollectorError('store', `${file} is not a collector's store, nor a backup of one.`);
    if (figures.schema > MIGRATIONS.length)
      throw new CollectorError('store', `${file} was written by a newer version of the collector. Use that version.`);
    return figures;
  } catch (error) {
    if (error instanceof CollectorError) throw error;
    throw new CollectorError('store', `${file} cannot be read: ${(error as Error).message}. Use another backup.`);
  } finally {
    db?.close();
  }
}

function looksLikeSqlite(file: string): boolean {
  const head = Buffer.alloc(MAGIC.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head);
  } finally {
    closeSync(handle);
  }
  return head.toString('latin1') === MAGIC;
}
