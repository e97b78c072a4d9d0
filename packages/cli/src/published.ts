import { join } from 'node:path';
import { FOLDER_PATH, openTombstone, parsePublisherFolder, tombstonePath, type Tombstone } from '@pullquote/record';
import { readIfThere } from './files.js';

/** One published version, as the publisher's own site needs to know it. */
export interface PublishedItem {
  readonly url: string;
  readonly version: number;
  /** What is left of it, once withdrawn. */
  readonly tombstone?: Tombstone;
}

/** What a published folder offers, for a site that shows the same items. @throws RecordError when it does not verify */
export async function publishedItems(folder: string): Promise<PublishedItem[]> {
  const at = (path: string) => join(folder, ...path.split('/'));
  const text = await readIfThere(at(FOLDER_PATH));
  if (text === undefined) return [];
  const { catalogue, jwks } = parsePublisherFolder(JSON.parse(text));
  return Promise.all(
    catalogue.map(async ({ url, version, digest, withdrawn }) => {
      const jws = withdrawn === true ? await readIfThere(at(tombstonePath(digest))) : undefined;
      return { url, version, ...(jws === undefined ? {} : { tombstone: await openTombstone(jws.trim(), jwks) }) };
    }),
  );
}
