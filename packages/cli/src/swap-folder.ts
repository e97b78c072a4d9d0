import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CliError } from './errors.js';
import { isMissing } from './files.js';

const NEXT = '.next-';
const OLD = '.old-';

/** A name beside `folder` for the one that will take its place. */
export function nextTo(folder: string): string {
  return `${folder}${NEXT}${randomUUID()}`;
}

/** Puts the finished `next` in the place of `folder`. */
export async function swapFolder(next: string, folder: string): Promise<void> {
  const old = `${folder}${OLD}${randomUUID()}`;
  const had = await moveIfThere(folder, old);
  try {
    await rename(next, folder);
  } catch (error) {
    if (had) await rename(old, folder);
    throw error;
  }
  removeFolder(old);
}

/** Cleans up after a crash: an unfinished folder goes, and the old one comes back if its place is empty. */
export async function recoverFolder(folder: string): Promise<void> {
  for (const name of await names(dirname(folder))) {
    const path = join(dirname(folder), name);
    if (name.startsWith(basename(folder) + NEXT)) removeFolder(path);
    if (name.startsWith(basename(folder) + OLD)) {
      if ((await names(folder)).length === 0) {
        removeFolder(folder);
        await rename(path, folder);
      } else removeFolder(path);
    }
  }
}

/** The whole folder is replaced, so a folder that holds anything else, such as a web site's root, is refused. */
export async function checkOnlyOurs(folder: string): Promise<void> {
  const strangers = (await names(folder)).filter((name) => name !== '.well-known');
  const inside = await names(join(folder, '.well-known'));
  strangers.push(
    ...inside.filter((name) => name !== 'pullquote' && name !== 'pullquote.json').map((name) => `.well-known/${name}`),
  );
  if (strangers.length > 0) {
    throw new CliError(
      'publish',
      `The output folder holds files that are not ours (${strangers.slice(0, 3).join(', ')}). It is replaced as a whole: name an empty folder, and copy its .well-known to your site.`,
    );
  }
}

/** The synchronous one goes file by file; the other begins with all of them at once, 2 KB of memory for each. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
