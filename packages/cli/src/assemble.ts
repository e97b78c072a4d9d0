import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FOLDER_PATH, recordPath, STATUS_PATH, tombstonePath } from '@pullquote/record';
import { describe } from './descriptor.js';
import { CliError } from './errors.js';
import { readIfThere, writeWhole } from './files.js';
import type { Keys } from './keys.js';
import { headPath, oembedPath, pageParts } from './page-parts.js';
import type { Progress } from './progress.js';
import type { Project } from './project.js';
import { openSigned, tombstoneFile, type IndexEntry, type SignedIndex } from './signed-index.js';
import type { IssuedStatus } from './status.js';
import type { Replacing } from './supersede.js';

/** Writes records and tombstones, one at a time. @returns the live records that say which version they replace */
export async function assembleRecords(
  project: Project,
  keys: Keys,
  index: SignedIndex,
  folder: string,
  onProgress?: Progress,
): Promise<Replacing[]> {
  const replacing: Replacing[] = [];
  for (const [i, entry] of index.records.entries()) {
    if (entry.state === 'withdrawn') write(folder, tombstonePath(entry.digest), await tombstone(project, entry));
    else {
      const { jws, record } = await openSigned(project, keys, entry);
      if (entry.state === 'live' && record.supersedes) replacing.push({ by: entry, old: record.supersedes });
      write(folder, recordPath(entry.digest), jws);
      if (entry.state === 'live') {
        const { head, oembed } = pageParts(record, entry.digest, project.config);
        write(folder, headPath(entry.digest), head);
        if (oembed !== undefined) write(folder, oembedPath(entry.digest), oembed);
      }
    }
    onProgress?.('writing', i + 1, index.records.length);
  }
  return replacing;
}

/** Takes away what an item's page would show of versions that turned out to be superseded. */
export function dropPageParts(folder: string, digests: readonly string[]): void {
  for (const digest of digests)
    for (const path of [headPath(digest), oembedPath(digest)])
      rmSync(join(folder, ...path.split('/')), { force: true });
}

/** Writes what speaks for all of them: the status list and the descriptor. */
export async function assembleRest(
  project: Project,
  keys: Keys,
  index: SignedIndex,
  status: IssuedStatus,
  folder: string,
): Promise<void> {
  write(folder, STATUS_PATH, status.token);
  await writeFile(join(folder, ...FOLDER_PATH.split('/')), describe(project, keys, index), { flag: 'wx' });
}

/** Writes a new status list into a published folder and touches nothing else. */
export async function writeStatus(folder: string, { token }: IssuedStatus): Promise<void> {
  await writeWhole(join(folder, ...STATUS_PATH.split('/')), token);
}

async function tombstone(project: Project, entry: IndexEntry): Promise<string> {
  const jws = await readIfThere(tombstoneFile(project, entry));
  if (jws !== undefined) return jws.trim();
  throw new CliError(
    'publish',
    `signed/${entry.name}.v${entry.version}.tombstone.jws is missing. Restore it from your backup.`,
  );
}

/** The synchronous way, with its encoding named, writes a text without a buffer of its own, which long work would pile up. */
function write(folder: string, path: string, text: string): void {
  const file = join(folder, ...path.split('/'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { encoding: 'utf8', flag: 'wx' });
}
