import { CliError } from './errors.js';
import { readKeys } from './keys.js';
import { withLock } from './lock.js';
import type { Project } from './project.js';
import { publishUnlocked, type PublishOptions, type Superseded } from './publish.js';
import { findVersions, openSigned, readIndex, writeIndex, type IndexEntry, type SignedIndex } from './signed-index.js';
import { supersedeIn, supersession } from './supersede.js';

export interface SupersedeResult {
  readonly superseded: readonly Superseded[];
  /** False when the new record does not name the old one in `supersedes`: then cards cannot lead from one to the other. */
  readonly named: boolean;
  readonly folder: string;
}

/**
 * Says that one item, or one version of it, has taken the place of another, and publishes both.
 * @throws CliError `item`, `state`, `key` or `publish`
 */
export function supersedeItem(
  project: Project,
  old: string,
  by: string,
  options: PublishOptions = {},
): Promise<SupersedeResult> {
  return withLock(project, async () => {
    const keys = await readKeys(project.paths);
    const index = await readIndex(project);
    const entry = newest(index, by);
    const replaced = standing(index, old, entry);
    const superseded: Superseded[] = [];
    for (const one of replaced) superseded.push(await supersession(project, keys, one, entry));
    const { supersedes } = (await openSigned(project, keys, entry)).record;
    await writeIndex(project, supersedeIn(index, new Set(replaced.map(({ digest }) => digest))));
    const { folder } = await publishUnlocked(project, options);
    return {
      superseded,
      named: replaced.some(({ id, version }) => id === supersedes?.id && version === supersedes.version),
      folder,
    };
  });
}

function newest(index: SignedIndex, by: string): IndexEntry {
  const versions = findVersions(index, by);
  const live = versions.filter(({ state }) => state === 'live').sort((a, b) => b.version - a.version)[0];
  if (live !== undefined) return live;
  const states = versions.map(({ version, state }) => `version ${version} is ${state}`);
  throw new CliError(
    'state',
    `${by} cannot take the place of anything: ${states.join(', ')}. Name a live one in --by.`,
  );
}

function standing(index: SignedIndex, old: string, by: IndexEntry): IndexEntry[] {
  const versions = findVersions(index, old).filter(({ digest }) => digest !== by.digest);
  const newer = versions.find(({ id, version }) => id === by.id && version > by.version);
  if (newer !== undefined)
    throw new CliError(
      'state',
      `Version ${newer.version} of ${newer.name} is newer than version ${by.version}, which is to take its place. Name the old one first.`,
    );
  const standing = versions.filter(
    ({ state, from }) => state === 'live' || (state === 'suspended' && from !== 'superseded'),
  );
  if (standing.length > 0) return standing;
  const states = versions.map(({ version, state }) => `version ${version} is ${state}`);
  throw new CliError('state', `Nothing changed for ${old}: ${states.join(', ') || 'it is the new one itself'}.`);
}
