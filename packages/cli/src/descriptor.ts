import { parsePublisherFolder, publicKey, STATUS_PATH, type PublisherFolder } from '@pullquote/record';
import type { Keys } from './keys.js';
import type { Project } from './project.js';
import type { SignedIndex } from './signed-index.js';

/** What stands at `/.well-known/pullquote.json`. */
export function describe({ config }: Project, keys: Keys, index: SignedIndex): PublisherFolder {
  return parsePublisherFolder({
    schema: 'pullquote-publisher/1',
    name: config.name,
    origin: config.origin,
    jwks: { keys: [publicKey(keys.record)] },
    statusJwks: { keys: [publicKey(keys.status)] },
    status: config.origin + STATUS_PATH,
    ...(config.events === undefined ? {} : { events: config.events }),
    ...(config.communities === undefined ? {} : { communities: config.communities }),
    catalogue: index.records.map(({ id, version, url, digest, state }) => ({
      id,
      version,
      url,
      digest,
      ...(state === 'withdrawn' ? { withdrawn: true } : {}),
    })),
  });
}
