import { resolve } from 'node:path';
import { assembleRecords, assembleRest, dropPageParts } from './assemble.js';
import { CliError } from './errors.js';
import type { ExcerptChange } from './excerpt-changes.js';
import { folderSource } from './folder-source.js';
import { readKeys } from './keys.js';
import { withLock } from './lock.js';
import type { Progress } from './progress.js';
import type { Project } from './project.js';
import { readIndex, type IndexEntry } from './signed-index.js';
import { issueStatus } from './status.js';
import { markSuperseded } from './supersede.js';
import { checkOnlyOurs, nextTo, recoverFolder, removeFolder, swapFolder } from './swap-folder.js';
import { verifySource } from './verify.js';

export interface PublishOptions {
  /** Output folder; `public` in the project without it. */
  readonly out?: string | undefined;
  readonly now?: Date | undefined;
  readonly onProgress?: Progress | undefined;
}

/** An older version that a newer one now takes the place of. */
export interface Superseded {
  readonly old: Pick<IndexEntry, 'name' | 'version' | 'url' | 'digest'>;
  readonly by: Pick<IndexEntry, 'name' | 'version' | 'url' | 'digest'>;
  /** Each approved excerpt of the old version. */
  readonly excerpts: readonly ExcerptChange[];
}

export interface PublishResult {
  readonly folder: string;
  readonly records: number;
  readonly tombstones: number;
  /** When the status list stops vouching, in seconds since 1970: refresh before. */
  readonly statusExpires: number;
  /** Versions that this publishing marked as superseded, because a record names them. */
  readonly superseded: readonly Superseded[];
}

/**
 * Assembles the folder that a web server hosts. It is built beside the old one, read back as a reader would, and only then
 * takes its place: a crash or a fault leaves the old one.
 * @throws CliError `publish` when anything in the new folder does not verify
 */
export function publishFolder(project: Project, options: PublishOptions = {}): Promise<PublishResult> {
  return withLock(project, () => publishUnlocked(project, options));
}

/** For commands that hold the project's lock already. */
export async function publishUnlocked(
  project: Project,
  { out, now = new Date(), onProgress }: PublishOptions,
): Promise<PublishResult> {
  const folder = out === undefined ? project.paths.public : resolve(out);
  await recoverFolder(folder);
  await checkOnlyOurs(folder);
  const keys = await readKeys(project.paths);
  const before = await readIndex(project);

  const next = nextTo(folder);
  try {
    const replacing = await assembleRecords(project, keys, before, next, onProgress);
    const { index, superseded } = await markSuperseded(project, keys, before, replacing);
    dropPageParts(
      next,
      superseded.map(({ old }) => old.digest),
    );
    const status = await issueStatus(project, index, now);
    await assembleRest(project, keys, index, status, next);
    const report = await verifySource(folderSource(next), {
      now,
      origin: project.config.origin,
      onProgress,
      faultsOnly: true,
    });
    if (!report.ok) {
      const issues = report.checks.map(({ what, name, detail }) => `${what} ${name}: ${detail}`);
      throw new CliError(
        'publish',
        `Nothing was published: the new folder does not verify. ${issues[0] ?? ''}`,
        issues,
      );
    }
    await swapFolder(next, folder);
    return { folder, ...report.counts, statusExpires: status.exp, superseded };
  } finally {
    removeFolder(next);
  }
}
