import { join, resolve } from 'node:path';
import { FOLDER_PATH } from '@pullquote/record';
import { writeStatus } from './assemble.js';
import { CliError } from './errors.js';
import { sizeIfThere } from './files.js';
import { folderSource } from './folder-source.js';
import { readKeysAnyway } from './keys.js';
import { withLock } from './lock.js';
import type { Project } from './project.js';
import type { PublishOptions } from './publish.js';
import { readFolder } from './read-folder.js';
import { readIndex, type SignedIndex } from './signed-index.js';
import { issueStatus } from './status.js';
import { recoverFolder } from './swap-folder.js';

export interface RefreshResult {
  readonly folder: string;
  /** Seconds since 1970. */
  readonly statusExpires: number;
}

/**
 * Renews the status list of a published folder and nothing else. Run it on a timer, well within the list's lifetime: past
 * it, every reader sees "could not check". Of the keys it opens the status key alone.
 * @throws CliError `publish` when nothing is published, or under another status key
 */
export function refreshStatus(project: Project, options: PublishOptions = {}): Promise<RefreshResult> {
  return withLock(project, async () => refreshUnlocked(project, await readIndex(project), options));
}

/** For commands that hold the project's lock already; the list says what `index` says. */
export async function refreshUnlocked(
  project: Project,
  index: SignedIndex,
  { out, now = new Date() }: PublishOptions,
): Promise<RefreshResult> {
  const folder = out === undefined ? project.paths.public : resolve(out);
  await recoverFolder(folder);
  const descriptor = await readFolder(folderSource(folder));
  if (descriptor === undefined)
    throw new CliError('publish', 'Nothing is published in this folder yet. Run "pullquote publish" first.');
  const { status } = await readKeysAnyway(project.paths);
  // After a rotation that did not come to its publishing, a list of the new key would verify for nobody.
  if (!descriptor.statusJwks.keys.some(({ kid }) => kid === status.kid))
    throw new CliError('publish', 'The published folder names another status key. Run "pullquote publish" first.');
  const issued = await issueStatus(project, index, now);
  await writeStatus(folder, issued);
  return { folder, statusExpires: issued.exp };
}

export async function isPublished(folder: string): Promise<boolean> {
  return (await sizeIfThere(join(folder, ...FOLDER_PATH.split('/')))) !== undefined;
}
