import {
  FOLDER_PATH,
  parseCatalogueEntry,
  parsePublisherFolder,
  type CatalogueEntry,
  type PublisherFolder,
} from '@pullquote/record';
import type { PublishedSource } from './folder-source.js';
import { readPieces } from './read-pieces.js';

const MAX_DESCRIPTOR = 64 * 1024 * 1024;

/**
 * A publisher's descriptor, read an entry at a time.
 * @returns undefined where nothing is published
 * @throws SyntaxError when it is not JSON, RecordError `folder` with the first entry that is wrong
 */
export async function readFolder(source: PublishedSource): Promise<PublisherFolder | undefined> {
  const text = await source.stream(FOLDER_PATH, MAX_DESCRIPTOR);
  if (text === undefined) return undefined;
  const catalogue: CatalogueEntry[] = [];
  const rest = await readPieces(text, 'catalogue', (entry, i) => catalogue.push(parseCatalogueEntry(entry, i)));
  return { ...parsePublisherFolder(rest), catalogue };
}
