import {
  openRecord,
  openTombstone,
  recordPath,
  tombstonePath,
  type CatalogueEntry,
  type PublisherFolder,
  type StatusList,
} from '@pullquote/record';
import { explain, type Check } from './check.js';
import type { PublishedSource } from './folder-source.js';

const MAX_FILE = 1024 * 1024;

export interface EntryContext {
  readonly list: StatusList | undefined;
  /** Seconds since 1970. */
  readonly now: number;
  /** Status places seen so far, with the record that has each. */
  readonly taken: Map<number, CatalogueEntry>;
}

/** Checks one catalogue entry: the record, or what a withdrawal left of it. */
export async function checkEntry(
  source: PublishedSource,
  folder: PublisherFolder,
  entry: CatalogueEntry,
  context: EntryContext,
): Promise<Check> {
  const what = entry.withdrawn === true ? 'tombstone' : 'record';
  const name = nameOf(entry);
  try {
    const detail =
      what === 'tombstone' ? await tombstone(source, folder, entry) : await record(source, folder, entry, context);
    return { what, name, ok: true, detail };
  } catch (error) {
    return { what, name, ok: false, detail: explain(error) };
  }
}

function nameOf({ url, version }: CatalogueEntry): string {
  return `${url} v${version}`;
}

async function record(
  source: PublishedSource,
  folder: PublisherFolder,
  entry: CatalogueEntry,
  { list, now, taken }: EntryContext,
): Promise<string> {
  const jws = await source.read(recordPath(entry.digest), MAX_FILE);
  if (jws === undefined) throw new Error('is not there. Publish again, and host the whole folder.');
  const { digest, record } = await openRecord(jws.trim(), folder.jwks);
  same('digest', digest, entry.digest);
  same('id', record.id, entry.id);
  same('version', record.version, entry.version);
  same('canonicalUrl', record.canonicalUrl, entry.url);
  same('iss', record.iss, folder.origin);
  same('status.uri', record.status.uri, folder.status);
  const other = taken.get(record.status.idx);
  if (other !== undefined) throw new Error(`status.idx: is also that of ${nameOf(other)}. Sign one of them again.`);
  taken.set(record.status.idx, entry);
  const state = list?.stateAt(record.status.idx);
  if (state === undefined) throw new Error('its state cannot be told: the status list does not verify.');
  if (state === 'withdrawn')
    throw new Error('the status list says withdrawn, but the record is still offered. Publish again.');
  // An expired record is no fault: cards say so, and it must not keep a publisher from publishing the rest.
  const until = new Date(record.exp * 1000).toISOString().slice(0, 10);
  return record.exp <= now ? `${state}, expired ${until}` : `${state}, valid until ${until}`;
}

async function tombstone(source: PublishedSource, folder: PublisherFolder, entry: CatalogueEntry): Promise<string> {
  const jws = await source.read(tombstonePath(entry.digest), MAX_FILE);
  if (jws === undefined) throw new Error('is not there. Publish again, and host the whole folder.');
  const stone = await openTombstone(jws.trim(), folder.jwks);
  same('digest', stone.digest, entry.digest);
  same('id', stone.id, entry.id);
  same('version', stone.version, entry.version);
  same('canonicalUrl', stone.canonicalUrl, entry.url);
  same('iss', stone.iss, folder.origin);
  if ((await source.read(recordPath(entry.digest), MAX_FILE)) !== undefined) {
    throw new Error('the withdrawn record is still hosted. Delete it: its text must go.');
  }
  return `withdrawn: ${stone.reason}`;
}

function same(field: string, found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`${field}: is ${String(found)}, but the catalogue says ${String(expected)}`);
}
