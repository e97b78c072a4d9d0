import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FOLDER_PATH, recordPath, STATUS_PATH, tombstonePath } from '@pullquote/record';
import { describe } from './descriptor.js';
import { CliError } from './errors.js';
import { readIfThere, writeWhole } from './files.js';
import { folderSource } from './folder-source.js';
import { readKeys, type Keys } from './keys.js';
import { withLock } from './lock.js';
import type { Project } from './project.js';
import { openSigned, readIndex, tombstoneFile, writeIndex, type SignedIndex } from './signed-index.js';
import { issueStatus, type IssuedStatus } from './status.js';
import { checkOnlyOurs, nextTo, recoverFolder, swapFolder } from './swap-folder.js';
import { verifySource, type VerifyReport } from './verify.js';

export interface PublishOptions {
  /** Output folder; `public` in the project without it. */
  readonly out?: string | undefined;
  readonly now?: Date | undefined;
}

export interface PublishResult {
  readonly folder: string;
  readonly records: number;
  readonly tombstones: number;
  /** When the status list stops vouching, in seconds since 1970: refresh before. */
  readonly statusExpires: number;
  readonly report: VerifyReport;
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
  { out, now = new Date() }: PublishOptions,
): Promise<PublishResult> {
  const folder = out === undefined ? project.paths.public : resolve(out);
  await recoverFolder(folder);
  await checkOnlyOurs(folder);
  const keys = await readKeys(project.paths);
  const index = await markSuperseded(project, keys, await readIndex(project));
  const status = await issueStatus(project, keys, index, now);
  // Written first: should the rest fail, the next list is still later than this one.
  await writeIndex(project, { ...index, statusIssued: status.iat });

  const next = nextTo(folder);
  try {
    await assemble(project, keys, index, status, next);
    const report = await verifySource(folderSource(next), { now, origin: project.config.origin });
    if (!report.ok) {
      const issues = report.checks
        .filter(({ ok }) => !ok)
        .map(({ what, name, detail }) => `${what} ${name}: ${detail}`);
      throw new CliError(
        'publish',
        `Nothing was published: the new folder does not verify. ${issues[0] ?? ''}`,
        issues,
      );
    }
    await swapFolder(next, folder);
    return { folder, ...report.counts, statusExpires: status.exp, report };
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

async function assemble(
  project: Project,
  keys: Keys,
  index: SignedIndex,
  status: IssuedStatus,
  folder: string,
): Promise<void> {
  const write = async (path: string, text: string) => {
    const file = join(folder, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  };
  await write(FOLDER_PATH, `${JSON.stringify(describe(project, keys, index), null, 2)}\n`);
  await write(STATUS_PATH, status.token);
  for (const entry of index.records) {
    if (entry.state === 'withdrawn') {
      const tombstone = await readIfThere(tombstoneFile(project, entry));
      if (tombstone === undefined) {
        throw new CliError(
          'publish',
          `signed/${entry.name}.v${entry.version}.tombstone.jws is missing. Restore it from your backup.`,
        );
      }
      await write(tombstonePath(entry.digest), tombstone.trim());
    } else {
      await write(recordPath(entry.digest), (await openSigned(project, keys, entry)).jws);
    }
  }
}

/** A record names what it supersedes; once it is published, the older one says so to its readers. */
async function markSuperseded(project: Project, keys: Keys, index: SignedIndex): Promise<SignedIndex> {
  const replaced = new Set<string>();
  for (const entry of index.records) {
    if (entry.state !== 'live') continue;
    const { supersedes } = (await openSigned(project, keys, entry)).record;
    if (supersedes) replaced.add(`${supersedes.id} ${supersedes.version}`);
  }
  const records = index.records.map((entry) =>
    entry.state === 'live' && replaced.has(`${entry.id} ${entry.version}`)
      ? { ...entry, state: 'superseded' as const }
      : entry,
  );
  return { ...index, records };
}

/** Writes a new status list into a published folder and touches nothing else. */
export async function writeStatus(folder: string, { token }: IssuedStatus): Promise<void> {
  await writeWhole(join(folder, ...STATUS_PATH.split('/')), token);
}
