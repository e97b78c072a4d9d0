import { open, readFile, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { CliError } from './errors.js';
import { isMissing } from './files.js';
import type { Project } from './project.js';

const PATIENCE_MS = 20_000;
/** Locks that this process holds now; one with our number that is not among them is left from an earlier process. */
const held = new Set<string>();

/**
 * One writer at a time. A refresh on a timer that read the index before a withdrawal, and wrote its list after it, would
 * bring the item back to life.
 * @throws CliError `busy`
 */
export async function withLock<T>({ paths }: Project, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await take(paths.lock))) {
    if (Date.now() > until) {
      throw new CliError(
        'busy',
        'Another pullquote command is at work here. Try again; if none is, delete .pullquote-lock.',
      );
    }
    await wait(50);
  }
  try {
    return await work();
  } finally {
    held.delete(paths.lock);
    await rm(paths.lock, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    held.add(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (await isAbandoned(file)) await rm(file, { force: true });
    return false;
  }
}

/** True when the process that took the lock is gone: it crashed before it could give it back. */
async function isAbandoned(file: string): Promise<boolean> {
  try {
    const owner = Number(await readFile(file, 'utf8'));
    // A lock is empty for the moment between its making and its filling.
    if (!Number.isInteger(owner) || owner <= 0) return Date.now() - (await stat(file)).mtimeMs > PATIENCE_MS / 2;
    if (owner === process.pid) return !held.has(file);
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return isMissing(error) ? false : (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
