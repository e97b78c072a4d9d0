import {
  FOLDER_PATH,
  parseCatalogueEntry,
  parsePublisherFolder,
  RecordError,
  type CatalogueEntry,
  type PublisherFolder,
} from '@pullquote/record';
import type { PublishedSource } from './folder-source.js';
import { readPieces } from './read-pieces.js';

const MAX_DESCRIPTOR = 64 * 1024 * 1024;

/**
 * A publisher's descriptor, read an entry at a time.
 * @returns undefined where nothing is published
 * @throws SyntaxError when it is not JSON, RecordError `folder` with the first entry that is wrong,
 * also when a private key stands there
 */
export async function readFolder(source: PublishedSource): Promise<PublisherFolder | undefined> {
  const text = await source.stream(FOLDER_PATH, MAX_DESCRIPTOR);
  if (text === undefined) return undefined;
  const catalogue: CatalogueEntry[] = [];
  const rest = await readPieces(text, 'catalogue', (entry, i) => catalogue.push(parseCatalogueEntry(entry, i)));
  const folder = parsePublisherFolder(rest);
  checkNoSecret(rest as Pick<PublisherFolder, 'jwks' | 'statusJwks'>);
  return { ...folder, catalogue };
}

/** The schema drops unknown fields, and so would hide the worst of them from whoever has to act on it. */
function checkNoSecret(sets: Pick<PublisherFolder, 'jwks' | 'statusJwks'>): void {
  for (const set of ['jwks', 'statusJwks'] as const) {
    const i = sets[set].keys.findIndex((key) => 'd' in key);
    if (i < 0) continue;
    const issue = `${set}.keys.${i}: holds the private half, d. Take it down, run "pullquote rotate-keys", and read key-compromise.md.`;
    throw new RecordError('folder', issue, [issue]);
  }
}
