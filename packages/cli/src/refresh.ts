import { join, resolve } from 'node:path';
import { FOLDER_PATH } from '@pullquote/record';
import { CliError } from './errors.js';
import { readIfThere } from './files.js';
import { readKeys } from './keys.js';
import { withLock } from './lock.js';
import type { Project } from './project.js';
import { writeStatus, type PublishOptions } from './publish.js';
import { readIndex, writeIndex } from './signed-index.js';
import { issueStatus } from './status.js';
import { recoverFolder } from './swap-folder.js';

export interface RefreshResult {
  readonly folder: string;
  /** Seconds since 1970. */
  readonly statusExpires: number;
}

/**
 * Renews the status list of a published folder and nothing else. Run it on a timer, well within the list's lifetime: past
 * it, every reader sees "could not check".
 */
export function refreshStatus(
  project: Project,
  { out, now = new Date() }: PublishOptions = {},
): Promise<RefreshResult> {
  return withLock(project, async () => {
    const folder = out === undefined ? project.paths.public : resolve(out);
    await recoverFolder(folder);
    if ((await readIfThere(join(folder, ...FOLDER_PATH.split('/')))) === undefined) {
      throw new CliError('publish', 'Nothing is published in this folder yet. Run "pullquote publish" first.');
    }
    const keys = await readKeys(project.paths);
    const index = await readIndex(project);
    const status = await issueStatus(project, keys, index, now);
    await writeIndex(project, { ...index, statusIssued: status.iat });
    await writeStatus(folder, status);
    return { folder, statusExpires: status.exp };
  });
}
