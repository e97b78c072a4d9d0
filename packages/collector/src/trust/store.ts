import { dayOf } from '@pullquote/events';
import { clean, publicKey, thumbprint } from '@pullquote/record';
import { CollectorError } from '../errors.js';
import type { Communities, CommunityKeys, TrustedCommunity } from '../store/communities.js';
import { parseDescriptor } from './descriptor.js';

export interface TrustChange {
  readonly id: string;
  /** Thumbprints that are trusted from now on, and those that no longer are. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface Trust {
  /**
   * Trusts a community's descriptor (`/pq/community.json`). Every key that is not trusted yet must be among the confirmed
   * thumbprints; a confirmed thumbprint that the descriptor does not hold is refused; a key that left the descriptor is
   * no longer trusted.
   * @throws CollectorError `trust` or `key-not-confirmed`
   */
  add(descriptor: unknown, confirmedThumbprints: readonly string[]): Promise<TrustChange>;
  list(): Promise<TrustedCommunity[]>;
}

export interface TrustStore extends Trust {
  communityOf(kid: string): Promise<CommunityKeys | undefined>;
}

export function createTrustStore(communities: Communities, clock: () => number): TrustStore {
  return {
    async add(descriptor, confirmedThumbprints) {
      const file = parseDescriptor(descriptor);
      const keys = await Promise.all(
        file.jwks.keys.map(async (key) => ({ key: publicKey(key), thumbprint: await thumbprint(key) })),
      );
      const offered = keys.map((key) => key.thumbprint);
      const known = (await communities.list()).find(({ id }) => id === file.id);
      const before = known?.keys.map((key) => key.thumbprint) ?? [];
      checkConfirmed(file.id, offered, before, confirmedThumbprints);
      const saved = await communities.save(
        {
          id: file.id,
          name: clean(file.name) || file.id,
          country: file.country,
          ...(file.funding === undefined ? {} : { funding: clean(file.funding) }),
          since: dayOf(clock()),
          keys,
        },
        before,
      );
      checkSaved(saved, file.id);
      return {
        id: file.id,
        added: offered.filter((print) => !before.includes(print)),
        removed: before.filter((print) => !offered.includes(print)),
      };
    },
    list: () => communities.list(),
    communityOf: (kid) => communities.byKey(kid),
  };
}

function checkConfirmed(
  id: string,
  offered: readonly string[],
  before: readonly string[],
  confirmed: readonly string[],
): void {
  if (confirmed.some((print) => !offered.includes(print)))
    throw new CollectorError(
      'key-not-confirmed',
      `A thumbprint that you gave is not the one that ${id} shows. Ask the community for its thumbprint by another way.`,
    );
  const missing = offered.filter((print) => !before.includes(print) && !confirmed.includes(print));
  if (missing.length > 0)
    throw new CollectorError(
      'key-not-confirmed',
      `${id} ${before.length > 0 ? 'has changed its keys; the new key' : 'shows a key that'} needs your confirmation: ${missing.join(', ')}.`,
    );
}

/** A batch finds its community by `kid`, so no community may take another one's. */
function checkSaved(saved: Awaited<ReturnType<Communities['save']>>, id: string): void {
  switch (saved) {
    case 'saved':
      return;
    case 'kid-taken':
      throw new CollectorError(
        'trust',
        `community.json of ${id}, jwks.keys: another community has a key with this kid.`,
      );
    case 'changed':
      throw new CollectorError(
        'trust',
        `Somebody else has just changed the keys of ${id}. Look at them and try again.`,
      );
  }
}
