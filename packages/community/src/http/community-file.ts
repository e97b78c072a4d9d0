import { publicKey, type CommunityFile, type PrivateKey } from '@pullquote/record';
import type { Settings } from '../config.js';
import type { Publishers } from '../store/publishers.js';

/** `/pq/community.json`: a publisher stands in it from the moment that its keys are pinned. */
export function communityFile(settings: Settings, key: PrivateKey, publishers: Publishers): CommunityFile {
  const { origin, name, country, funding, count, readers, openNetworks } = settings;
  return {
    schema: 'pullquote-community/1',
    id: origin,
    name,
    country,
    readers,
    ...(funding === undefined ? {} : { funding }),
    jwks: { keys: [publicKey(key)] },
    count,
    ...(openNetworks ? { openNetworks } : {}),
    publishers: publishers
      .all()
      .flatMap(({ origin, name, pin }) =>
        pin ? [{ origin, name, jwks: pin.recordKeys, statusJwks: pin.statusKeys }] : [],
      ),
  };
}
