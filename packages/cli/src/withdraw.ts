import { openTombstone, publicKey, signTombstone, type ContentRecord, type PrivateKey } from '@pullquote/record';
import { CliError } from './errors.js';
import { writeWhole } from './files.js';
import { privateKey, readKeys } from './keys.js';
import { withLock } from './lock.js';
import type { Progress } from './progress.js';
import type { Project } from './project.js';
import { publishUnlocked } from './publish.js';
import { findEntries, openSigned, readIndex, tombstoneFile, writeIndex, type IndexEntry } from './signed-index.js';
import { vouchedUntil } from './status.js';

/** How often a community asks for a publisher's list, in minutes. */
export const COMMUNITY_POLL_MINUTES = 15;

export interface WithdrawOptions {
  /** Readers see it, in every thread that holds the item. */
  readonly reason: string;
  /** Address of what takes its place; a path is taken on the publisher's own origin. */
  readonly replacement?: string | undefined;
  readonly out?: string | undefined;
  readonly now?: Date | undefined;
  readonly onProgress?: Progress | undefined;
}

export interface WithdrawResult {
  readonly withdrawn: readonly Pick<IndexEntry, 'name' | 'id' | 'version' | 'digest' | 'url'>[];
  readonly folder: string;
  /** Readers of a community that can reach the hosted folder see it within this many minutes. */
  readonly usuallyWithinMinutes: number;
  /** Where a community can't reach the folder, no card vouches for the item any more from then on. Seconds since 1970. */
  readonly atTheLatest: number;
}

/**
 * Withdraws every signed version of an item, for good: only a signed tombstone with the reason stays. The folder is
 * published again in the same step.
 * @throws CliError `item`, `withdrawn` or `publish`, RecordError for a reason or address that a tombstone cannot hold
 */
export function withdrawItem(project: Project, item: string, options: WithdrawOptions): Promise<WithdrawResult> {
  return withLock(project, async () => {
    const now = options.now ?? new Date();
    const keys = await readKeys(project.paths);
    const index = await readIndex(project);
    const entries = open(findEntries(index, item), item);
    const replacement = absolute(options.replacement, project.config.origin);
    const key = await privateKey(project, 'record');
    // Opened before anything is written: a withdrawal that cannot be published would be told to nobody.
    await privateKey(project, 'status');
    for (const entry of entries) {
      const { record } = await openSigned(project, keys, entry);
      await writeTombstone(project, entry, record, { ...options, replacement, now }, key);
    }
    const gone = new Set(entries.map(({ digest }) => digest));
    const records = index.records.map((entry) =>
      gone.has(entry.digest) ? { ...entry, state: 'withdrawn' as const } : entry,
    );
    // From here on it is final, even if publishing fails: the next publish carries it out.
    await writeIndex(project, { ...index, records });
    const { folder } = await publishUnlocked(project, {
      out: options.out,
      now,
      onProgress: options.onProgress,
    });
    return {
      withdrawn: entries.map(({ name, id, version, digest, url }) => ({ name, id, version, digest, url })),
      folder,
      usuallyWithinMinutes: COMMUNITY_POLL_MINUTES,
      atTheLatest: vouchedUntil(project, index, now),
    };
  });
}

function open(entries: readonly IndexEntry[], item: string): IndexEntry[] {
  if (entries.length === 0)
    throw new CliError(
      'item',
      `Nothing called "${item}" was signed here. "pullquote verify public" lists what is published.`,
    );
  const standing = entries.filter(({ state }) => state !== 'withdrawn');
  if (standing.length === 0) throw new CliError('withdrawn', `${item} is withdrawn already, and that is final.`);
  return standing;
}

async function writeTombstone(
  project: Project,
  entry: IndexEntry,
  record: ContentRecord,
  { reason, replacement, now }: { reason: string; replacement: string | undefined; now: Date },
  key: PrivateKey,
): Promise<void> {
  // One that a crash left behind was never published: it is written anew, with this reason.
  const aeReportingUrl = Object.values(record.aeReporting ?? {}).find(({ authorityUrl }) => authorityUrl)?.authorityUrl;
  const { jws } = await signTombstone(
    {
      schema: 'pullquote-tombstone/1',
      iss: record.iss,
      id: record.id,
      version: record.version,
      digest: entry.digest,
      canonicalUrl: record.canonicalUrl,
      title: record.title,
      reason: reason.trim(),
      ...(replacement === undefined ? {} : { replacement }),
      ...(aeReportingUrl === undefined ? {} : { aeReportingUrl }),
      iat: Math.floor(now.getTime() / 1000),
    },
    key,
  );
  await openTombstone(jws, { keys: [publicKey(key)] });
  await writeWhole(tombstoneFile(project, entry), `${jws}\n`);
}

function absolute(address: string | undefined, origin: string): string | undefined {
  return address?.startsWith('/') ? new URL(address, origin).href : address;
}
