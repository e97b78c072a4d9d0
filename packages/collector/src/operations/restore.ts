import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CollectorError } from '../errors.js';
import { openForWriting } from '../store/sqlite/open.js';
import { stamp, syncFolder } from './backup.js';
import { checkFile } from './check-file.js';
import type { FileFigures } from './file-figures.js';

export interface RestoreOptions {
  readonly backup: string;
  readonly dataFile: string;
  /** Replace a store that is there. It is kept under another name. */
  readonly force?: boolean | undefined;
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined;
}

export interface RestoreResult {
  readonly dataFile: string;
  readonly figures: FileFigures;
  /** Where the store that was there before is kept. */
  readonly kept?: string | undefined;
  /** Keys that had been revoked since the backup, and stay revoked. Undefined where the old store could not be read. */
  readonly revokedAgain?: number | undefined;
}

/**
 * Puts a backup in the place of the store. Nothing is touched before the backup has been read whole and brought to this version.
 * @throws CollectorError `store` or `usage`
 */
export function restore({ backup, dataFile, force = false, clock = Date.now }: RestoreOptions): RestoreResult {
  const figures = checkFile(backup);
  const kept = existsSync(dataFile) ? `${dataFile}.before-restore-${stamp(clock())}` : undefined;
  if (kept !== undefined && !force)
    throw new CollectorError('usage', `${dataFile} exists. Add --force to replace it; it will be kept as ${kept}.`);
  if (kept !== undefined && existsSync(kept))
    throw new CollectorError('usage', `${kept} exists already. Try again in a second.`);

  const old = kept === undefined ? undefined : holdAlone(dataFile);
  const coming = `${dataFile}.restoring`;
  try {
    for (const end of ['', '-wal', '-shm']) rmSync(coming + end, { force: true });
    copyFileSync(backup, coming);
    const revokedAgain = prepare(coming, old);
    old?.close();
    // Also where only a log was left: SQLite would replay it into the restored store.
    move(dataFile, kept ?? `${dataFile}.before-restore-${stamp(clock())}`);
    move(coming, dataFile);
    syncFolder(dirname(dataFile));
    return { dataFile, figures, kept, ...(kept === undefined ? {} : { revokedAgain }) };
  } catch (error) {
    if (error instanceof CollectorError) throw error;
    throw new CollectorError('store', `The backup could not be put in place: ${(error as Error).message}.`);
  } finally {
    if (old?.isOpen) old.close();
    for (const end of ['', '-wal', '-shm']) rmSync(coming + end, { force: true });
  }
}

/**
 * Opens the store that is to be replaced so that nobody else has it open: leaving WAL is possible to the last connection alone. Undefined
 * where it cannot be read, which may be why a backup is wanted.
 * @throws CollectorError `store` when a collector is running on it
 */
function holdAlone(dataFile: string): DatabaseSync | undefined {
  const db = new DatabaseSync(dataFile, { timeout: 500 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT;');
    return db;
  } catch (error) {
    db.close();
    if (/locked|busy/i.test((error as Error).message))
      throw new CollectorError('store', `${dataFile} is in use. Stop the collector first, then restore.`);
    return undefined;
  }
}

/** Brings the copy to this version and carries over which keys were revoked since: a restore must open no door again. */
function prepare(file: string, old: DatabaseSync | undefined): number | undefined {
  const db = openForWriting(file);
  try {
    db.exec('DELETE FROM sessions');
    const revoked = old && revokedKeys(old);
    const revoke = db.prepare('UPDATE access_keys SET revoked_day = ? WHERE id = ? AND revoked_day IS NULL');
    const again = revoked?.reduce((sum, { id, day }) => sum + Number(revoke.run(day, id).changes), 0);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return again;
  } finally {
    db.close();
  }
}

function revokedKeys(old: DatabaseSync): { id: string; day: string }[] | undefined {
  try {
    return old
      .prepare('SELECT id, revoked_day FROM access_keys WHERE revoked_day IS NOT NULL')
      .all()
      .map((row) => ({ id: String(row['id']), day: String(row['revoked_day']) }));
  } catch {
    return undefined;
  }
}

/** With the files that SQLite may have left beside it: without its log, a store can lack its last transactions. */
function move(from: string, to: string): void {
  for (const end of ['-wal', '-shm', '']) if (existsSync(from + end)) renameSync(from + end, to + end);
}
