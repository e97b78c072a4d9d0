import { parseCatalogueEntry, parsePublisherFolder, publicKey, STATUS_PATH } from '@pullquote/record';
import type { Keys } from './keys.js';
import type { Project } from './project.js';
import type { IndexEntry, SignedIndex } from './signed-index.js';
import { writePieces } from './write-pieces.js';

/** The text of `/.well-known/pullquote.json`, in pieces. @throws RecordError `folder`, before or while it is read */
export function describe({ config }: Project, keys: Keys, { records }: SignedIndex): Iterable<string> {
  const folder = parsePublisherFolder({
    schema: 'pullquote-publisher/1',
    name: config.name,
    origin: config.origin,
    jwks: { keys: [publicKey(keys.record)] },
    statusJwks: { keys: [publicKey(keys.status)] },
    status: config.origin + STATUS_PATH,
    ...(config.events === undefined ? {} : { events: config.events }),
    ...(config.communities === undefined ? {} : { communities: config.communities }),
    catalogue: [],
  });
  return writePieces(folder, 'catalogue', catalogue(records));
}

function* catalogue(records: readonly IndexEntry[]): Generator<object> {
  for (const [i, { id, version, url, digest, state }] of records.entries())
    yield parseCatalogueEntry({ id, version, url, digest, ...(state === 'withdrawn' ? { withdrawn: true } : {}) }, i);
}
