import { openRecord, publicKey, signRecord, STATUS_PATH, type ContentRecord } from '@pullquote/record';
import { CliError } from './errors.js';
import { writeWhole } from './files.js';
import { readItem, type Item } from './item.js';
import { readKeys, type Keys } from './keys.js';
import { withLock } from './lock.js';
import type { Project } from './project.js';
import { openSigned, readIndex, signedFile, writeIndex, type IndexEntry, type SignedIndex } from './signed-index.js';
import { drawStatusIndex } from './status-index.js';

export interface SignResult extends IndexEntry {
  /** True when the same content was signed before: the record of then is kept, with its digest. */
  readonly reused: boolean;
  /** The signed file, relative to the project. */
  readonly file: string;
  /** The last day on which it holds. */
  readonly validUntil: string;
}

/**
 * Signs one item. The same content gives the same record; changed content needs a higher version.
 * @throws CliError `missing`, `item`, `sign`, `withdrawn` or `key`, RecordError `record` with one issue per wrong field
 */
export async function signItem(project: Project, item: string, now = new Date()): Promise<SignResult> {
  return withLock(project, async () => {
    const keys = await readKeys(project.paths);
    const read = await readItem(project, item);
    const index = await readIndex(project);
    checkAgainst(index, read);
    const same = index.records.find(({ id, version }) => id === read.content.id && version === read.content.version);
    if (same !== undefined) return reuse(project, keys, read, same);

    const idx = drawStatusIndex(new Set(index.records.map((entry) => entry.idx)));
    const record = recordOf(project, read, idx, now);
    const { jws, digest } = await signRecord(record, keys.record);
    // What was written is opened once, as a reader would: a record that nobody can open is never put into the index.
    await openRecord(jws, { keys: [publicKey(keys.record)] });
    const { id, version, canonicalUrl } = read.content;
    const entry: IndexEntry = { name: read.name, id, version, url: canonicalUrl, digest, idx, state: 'live' };
    await writeWhole(signedFile(project, entry), `${jws}\n`);
    await writeIndex(project, { ...index, records: [...index.records, entry] });
    return result(entry, false, record.exp);
  });
}

function recordOf({ config }: Project, { content, validUntil }: Item, idx: number, now: Date): ContentRecord {
  const exp = endOfDay(validUntil ?? monthsFrom(now, config.validityMonths));
  if (exp * 1000 <= now.getTime()) {
    throw new CliError('sign', `validUntil ${validUntil} is past: give a later day.`, ['validUntil: is past']);
  }
  return {
    ...content,
    iss: config.origin,
    iat: Math.floor(now.getTime() / 1000),
    exp,
    status: { uri: config.origin + STATUS_PATH, idx },
  };
}

/** The same version again: fine when nothing changed, refused when it did, because readers hold the signed one. */
async function reuse(
  project: Project,
  keys: Keys,
  { content, validUntil, name }: Item,
  entry: IndexEntry,
): Promise<SignResult> {
  const { record } = await openSigned(project, keys, entry);
  const { iss, iat: _iat, exp, status: _status, ...before } = record;
  const unchanged =
    iss === project.config.origin &&
    JSON.stringify(sorted(before)) === JSON.stringify(sorted(content)) &&
    (validUntil === undefined || endOfDay(validUntil) === exp);
  if (unchanged) return result(entry, true, exp);
  throw new CliError(
    'sign',
    `${name}: version ${entry.version} is signed already and its content has changed. Set version: ${entry.version + 1}; if readers should move on to it, add supersedes.`,
    [`version: must be higher than ${entry.version}`],
  );
}

/** What no single file can show: names, versions and addresses that other signed records hold. */
function checkAgainst({ records }: SignedIndex, { name, content }: Item): void {
  const own = records.filter(({ id }) => id === content.id);
  if (own.some(({ state }) => state === 'withdrawn')) {
    throw new CliError('withdrawn', `${name} was withdrawn, and that is final. Give a new item a new id.`, [
      'id: belongs to a withdrawn item',
    ]);
  }
  const stranger = records.find((entry) => entry.name === name && entry.id !== content.id);
  if (stranger)
    throw new CliError('sign', `The name ${name} belongs to ${stranger.id}. Rename the file.`, [
      'id: is not that of the item signed under this name',
    ]);
  const renamed = own.find((entry) => entry.name !== name);
  if (renamed)
    throw new CliError('sign', `${content.id} was signed as ${renamed.name}. Keep that file name, or give a new id.`, [
      'id: is signed under another name',
    ]);
  const neighbour = records.find(
    (entry) => entry.url === content.canonicalUrl && entry.id !== content.id && entry.state !== 'withdrawn',
  );
  if (neighbour)
    throw new CliError(
      'sign',
      `${content.canonicalUrl} belongs to ${neighbour.name}. Give each item its own address.`,
      ['canonicalUrl: belongs to another item'],
    );
  const newest = Math.max(0, ...own.map(({ version }) => version));
  if (content.version < newest && !own.some(({ version }) => version === content.version)) {
    throw new CliError('sign', `${name}: version ${newest} is signed already. Set version: ${newest + 1}.`, [
      `version: must be higher than ${newest}`,
    ]);
  }
}

function result(entry: IndexEntry, reused: boolean, exp: number): SignResult {
  const validUntil = new Date(exp * 1000).toISOString().slice(0, 10);
  return { ...entry, reused, file: `signed/${entry.name}.v${entry.version}.jws`, validUntil };
}

function endOfDay(day: string): number {
  return Date.parse(`${day}T23:59:59Z`) / 1000;
}

function monthsFrom(now: Date, months: number): string {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return first.toISOString().slice(0, 10);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
