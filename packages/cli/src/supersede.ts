import type { ContentRecord } from '@pullquote/record';
import { excerptChanges } from './excerpt-changes.js';
import type { Keys } from './keys.js';
import type { Project } from './project.js';
import type { Superseded } from './publish.js';
import { openSigned, type IndexEntry, type SignedIndex } from './signed-index.js';

/** A live record and the version that it says it replaces. */
export interface Replacing {
  readonly by: IndexEntry;
  readonly old: NonNullable<ContentRecord['supersedes']>;
}

/** A record names what it supersedes; once it is published, the older one says so to its readers. */
export async function markSuperseded(
  project: Project,
  keys: Keys,
  index: SignedIndex,
  replacing: readonly Replacing[],
): Promise<{ index: SignedIndex; superseded: Superseded[] }> {
  const superseded: Superseded[] = [];
  for (const { by, old } of replacing) {
    const entry = index.records.find(
      ({ id, version, state, from }) =>
        id === old.id && version === old.version && (state === 'live' || (state === 'suspended' && from === 'live')),
    );
    if (entry !== undefined) superseded.push(await supersession(project, keys, entry, by));
  }
  return { index: supersedeIn(index, new Set(superseded.map(({ old }) => old.digest))), superseded };
}

/** A suspended version stays suspended, and is superseded once it is resumed. */
export function supersedeIn(index: SignedIndex, digests: ReadonlySet<string>): SignedIndex {
  const records = index.records.map((entry): IndexEntry => {
    if (!digests.has(entry.digest)) return entry;
    return entry.state === 'suspended' ? { ...entry, from: 'superseded' } : { ...entry, state: 'superseded' };
  });
  return { ...index, records };
}

/** One version in the place of another, with what became of each approved excerpt. */
export async function supersession(project: Project, keys: Keys, old: IndexEntry, by: IndexEntry): Promise<Superseded> {
  const before = (await openSigned(project, keys, old)).record;
  const after = (await openSigned(project, keys, by)).record;
  return { old: brief(old), by: brief(by), excerpts: excerptChanges(before, after) };
}

export function brief({ name, version, url, digest }: IndexEntry): Superseded['old'] {
  return { name, version, url, digest };
}
