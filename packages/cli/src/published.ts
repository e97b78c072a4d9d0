import { openTombstone, tombstonePath, type Tombstone } from '@pullquote/record';
import { folderSource } from './folder-source.js';
import { headPath } from './page-parts.js';
import { readFolder } from './read-folder.js';

/** One published version, as the publisher's own site needs to know it. */
export interface PublishedItem {
  readonly url: string;
  readonly version: number;
  /** What is left of it, once withdrawn. */
  readonly tombstone?: Tombstone;
  /** Tags for the head of its page: Open Graph, and oEmbed where anybody may read the item. Of live versions alone. */
  readonly head?: string;
}

/** The longest tombstone or head, in bytes. */
const MAX_FILE = 1024 * 1024;

/** What a published folder offers, for a site that shows the same items. @throws RecordError when it does not verify */
export async function publishedItems(folder: string): Promise<PublishedItem[]> {
  const source = folderSource(folder);
  const { catalogue, jwks } = (await readFolder(source)) ?? { catalogue: [], jwks: { keys: [] } };
  const items: PublishedItem[] = [];
  for (const { url, version, digest, withdrawn } of catalogue) {
    const jws = withdrawn === true ? await source.read(tombstonePath(digest), MAX_FILE) : undefined;
    const head = await source.read(headPath(digest), MAX_FILE);
    items.push({
      url,
      version,
      ...(jws === undefined ? {} : { tombstone: await openTombstone(jws.trim(), jwks) }),
      ...(head === undefined ? {} : { head }),
    });
  }
  return items;
}
