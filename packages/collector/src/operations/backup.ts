import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { CollectorError } from '../errors.js';
import { checkFile } from './check-file.js';
import { differenceOf, readFigures, type FileFigures } from './file-figures.js';

export interface BackupResult {
  readonly file: string;
  readonly bytes: number;
  readonly figures: FileFigures;
  /** Older backups that were removed because `keep` said so. */
  readonly removed: readonly string[];
}

export interface BackupOptions {
  /** The store's file. Whoever writes to it just now may go on. */
  readonly dataFile: string;
  /** A file, or a folder in which each backup gets a name with its time. */
  readonly to: string;
  /** Replace a file that is there. */
  readonly force?: boolean | undefined;
  /** In a folder: how many backups may stay, this one included. */
  readonly keep?: number | undefined;
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined;
}

const NAME = /^pullquote-collector-\d{8}T\d{6}Z\.sqlite$/;
/** Pages copied between two looks at whether to go on. */
const PAGES = 4_096;

/**
 * Copies a store as it is at one moment, while others read and write it. The copy is opened, checked page by page, and its figures compared
 * with those of that moment, before it gets its name: what bears a backup's name is one.
 *
 * Sessions are left out: a backup must not sign anybody in again. Keys are in it as hashes, webhook secrets as they are.
 * @throws CollectorError `store` or `usage`
 */
export async function backUp({
  dataFile,
  to,
  force = false,
  keep,
  clock = Date.now,
}: BackupOptions): Promise<BackupResult> {
  if (!existsSync(dataFile))
    throw new CollectorError('store', `dataFile ${dataFile} does not exist: there is nothing to back up.`);
  const folder = isFolder(to) ? to : undefined;
  if (keep !== undefined && folder === undefined)
    throw new CollectorError('usage', '--keep: names how many backups stay in a folder. Give a folder that exists.');
  const file = folder === undefined ? to : join(folder, `pullquote-collector-${stamp(clock())}.sqlite`);
  if (existsSync(file) && !force)
    throw new CollectorError('usage', `${file} exists. Choose another name, or add --force to replace it.`);
  if (!isFolder(dirname(file))) throw new CollectorError('usage', `${dirname(file)} is not a folder. Make it first.`);

  const unfinished = `${file}.unfinished`;
  remove(unfinished);
  try {
    const original = await copy(dataFile, unfinished);
    const difference = differenceOf(original, checkFile(unfinished));
    if (difference !== undefined) throw new CollectorError('store', `The copy differs from the store: ${difference}.`);
    finish(unfinished);
    renameSync(unfinished, file);
    syncFolder(dirname(file));
    const removed = folder === undefined || keep === undefined ? [] : removeOld(folder, keep);
    return { file, bytes: statSync(file).size, figures: original, removed };
  } catch (error) {
    if (error instanceof CollectorError) throw error;
    throw new CollectorError('store', `The backup failed, and nothing was kept of it: ${(error as Error).message}.`);
  } finally {
    remove(unfinished);
  }
}

/** The open read transaction holds one moment fast, so a busy writer cannot make the copy start again and again. */
async function copy(from: string, to: string): Promise<FileFigures> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    source.exec('BEGIN');
    const figures = readFigures(source);
    await backup(source, to, { rate: PAGES });
    source.exec('COMMIT');
    return figures;
  } finally {
    source.close();
  }
}

/** Makes it one file that needs no others beside it, and that only its owner reads. */
function finish(file: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON;');
    const { n } = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'sessions'").get() ?? {};
    if (Number(n) > 0) db.exec('DELETE FROM sessions');
  } finally {
    db.close();
  }
  chmodSync(file, 0o600);
  sync(file);
}

function removeOld(folder: string, keep: number): string[] {
  const old = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .slice(0, -keep);
  for (const name of old) rmSync(join(folder, name));
  return old;
}

function remove(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function stamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function sync(file: string): void {
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A new name is on disk only once its folder is. Windows knows no such thing. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder);
}
