import { dayOf } from '@pullquote/events';
import {
  FOLDER_PATH,
  openRecord,
  openTombstone,
  parsePublisherFolder,
  RecordError,
  recordPath,
  tombstonePath,
  type CatalogueEntry,
  type PublisherFolder,
} from '@pullquote/record';
import { CollectorError } from '../errors.js';
import { readCapped } from '../read-capped.js';
import type { Catalogue, CatalogueItem, CatalogueRecall } from '../store/catalogue.js';

/** A catalogue may hold 131,072 entries. */
const MAX_FOLDER = 67_108_864;
const MAX_FILE = 1_048_576;
const TIMEOUT_MS = 20_000;
/** Records whose titles are fetched in one reading; the others come with the next. */
const MOST_TITLES = 500;

export interface FolderSource {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/**
 * Reads a publisher's own folder into its catalogue: what is published, under which title, and what was withdrawn when. On a timer or by
 * command, never because somebody looked. A recall counts only when its tombstone is signed with a key of the folder.
 * @returns how many versions stand in it
 * @throws CollectorError `unreachable` or `config` that says what is wrong with the folder; the catalogue is then as it was
 */
export async function readFolder(
  origin: string,
  catalogue: Catalogue,
  { fetch, clock }: FolderSource,
): Promise<number> {
  const folder = await descriptorOf(origin, fetch);
  const today = dayOf(clock());
  const before = new Map(
    (await catalogue.read(origin)).items.map((known) => [keyOf(known.item, known.version), known]),
  );
  const items: CatalogueItem[] = [];
  let titles = 0;
  for (const entry of folder.catalogue) {
    const known = before.get(keyOf(entry.id, entry.version));
    const gone = entry.withdrawn === true;
    const tombstone = gone && known?.recall === undefined ? await tombstoneOf(folder, entry, fetch) : undefined;
    const recall = gone ? (known?.recall ?? tombstone?.recall) : undefined;
    const wanted = known?.title === undefined && !gone && titles < MOST_TITLES;
    if (wanted) titles += 1;
    const title = known?.title ?? tombstone?.title ?? (wanted ? await titleOf(folder, entry, fetch) : undefined);
    items.push({
      item: entry.id,
      version: entry.version,
      ...(title === undefined ? {} : { title }),
      since: known?.since ?? today,
      ...(recall === undefined ? {} : { recall }),
    });
  }
  await catalogue.save(origin, items, today);
  return items.length;
}

async function descriptorOf(origin: string, fetch: FolderSource['fetch']): Promise<PublisherFolder> {
  const url = origin + FOLDER_PATH;
  let folder: PublisherFolder;
  try {
    folder = parsePublisherFolder(JSON.parse(await get(url, MAX_FOLDER, fetch)));
  } catch (error) {
    if (error instanceof RecordError) throw new CollectorError('config', `${url}: ${error.message}`);
    if (error instanceof SyntaxError) throw new CollectorError('config', `${url}: is not JSON.`);
    throw error;
  }
  if (folder.origin !== origin)
    throw new CollectorError('config', `${url}, origin: names ${folder.origin}. Run pullquote publish for ${origin}.`);
  return folder;
}

/** Undefined where the tombstone cannot be had or is not signed: the next reading tries again. */
async function tombstoneOf(
  { origin, jwks }: PublisherFolder,
  { digest, id, version }: CatalogueEntry,
  fetch: FolderSource['fetch'],
): Promise<{ readonly recall: CatalogueRecall; readonly title: string } | undefined> {
  try {
    const tombstone = await openTombstone(await get(origin + tombstonePath(digest), MAX_FILE, fetch), jwks);
    if (tombstone.id !== id || tombstone.version !== version || tombstone.iss !== origin) return undefined;
    const { iat, reason, title } = tombstone;
    return { recall: { iat, day: dayOf(iat * 1_000), reason }, title };
  } catch (error) {
    if (error instanceof RecordError || error instanceof CollectorError) return undefined;
    throw error;
  }
}

async function titleOf(
  { origin, jwks }: PublisherFolder,
  { digest, id }: CatalogueEntry,
  fetch: FolderSource['fetch'],
): Promise<string | undefined> {
  try {
    const { record } = await openRecord(await get(origin + recordPath(digest), MAX_FILE, fetch), jwks);
    return record.id === id ? record.title : undefined;
  } catch (error) {
    if (error instanceof RecordError || error instanceof CollectorError) return undefined;
    throw error;
  }
}

/** Follows no redirect. @throws CollectorError `unreachable` */
async function get(url: string, most: number, fetch: FolderSource['fetch']): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    throw new CollectorError('unreachable', `${url} cannot be reached, or did not answer in ${TIMEOUT_MS / 1_000} s.`);
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new CollectorError('unreachable', `${url} answered ${response.status}; 200 was expected.`);
  }
  const body = await readCapped(response, most);
  if (typeof body === 'string')
    throw new CollectorError(
      'unreachable',
      `${url} ${body === 'broken' ? 'broke off' : `is larger than ${most} bytes`}.`,
    );
  return new TextDecoder().decode(body);
}

function keyOf(item: string, version: number): string {
  return `${version} ${item}`;
}
