import type { DatabaseSync } from 'node:sqlite';
import { dayOf } from '@pullquote/events';
import { clean, publicKey, thumbprint, type KeySet } from '@pullquote/record';
import { transaction } from '../database.js';
import { CollectorError } from '../errors.js';
import { parseDescriptor } from './descriptor.js';

export interface TrustedKey {
  readonly kid: string;
  /** RFC 7638, what people compare. */
  readonly thumbprint: string;
}

export interface TrustedCommunity {
  /** The community's origin. */
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly funding?: string | undefined;
  /** The day on which it was first trusted. */
  readonly since: string;
  readonly keys: readonly TrustedKey[];
}

export interface CommunityKeys {
  readonly id: string;
  readonly jwks: KeySet;
}

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
  list(): TrustedCommunity[];
}

export interface TrustStore extends Trust {
  communityOf(kid: string): CommunityKeys | undefined;
}

export function createTrustStore(db: DatabaseSync, clock: () => number): TrustStore {
  const owner = db.prepare('SELECT community FROM community_keys WHERE kid = ?');
  const keysOf = db.prepare('SELECT kid, thumbprint, jwk FROM community_keys WHERE community = ? ORDER BY thumbprint');
  const communities = db.prepare('SELECT id, name, country, funding, since FROM communities ORDER BY id');
  const saveCommunity = db.prepare(
    `INSERT INTO communities (id, name, country, funding, since) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name, country = excluded.country, funding = excluded.funding`,
  );
  const dropKeys = db.prepare('DELETE FROM community_keys WHERE community = ?');
  const saveKey = db.prepare('INSERT INTO community_keys (kid, community, thumbprint, jwk) VALUES (?, ?, ?, ?)');

  const trustedKeys = (id: string) => keysOf.all(id) as unknown as (TrustedKey & { jwk: string })[];
  const ownerOf = (kid: string) => owner.get(kid)?.['community'] as string | undefined;

  return {
    async add(descriptor, confirmedThumbprints) {
      const file = parseDescriptor(descriptor);
      const keys = await Promise.all(file.jwks.keys.map(async (key) => ({ key, thumbprint: await thumbprint(key) })));
      const offered = keys.map((key) => key.thumbprint);
      return transaction(db, () => {
        const before = trustedKeys(file.id).map((key) => key.thumbprint);
        checkConfirmed(file.id, offered, before, confirmedThumbprints);
        for (const { key } of keys) checkOwner(ownerOf(key.kid), file.id);
        const funding = file.funding === undefined ? null : clean(file.funding);
        saveCommunity.run(file.id, clean(file.name) || file.id, file.country, funding, dayOf(clock()));
        dropKeys.run(file.id);
        for (const { key, thumbprint } of keys)
          saveKey.run(key.kid, file.id, thumbprint, JSON.stringify(publicKey(key)));
        return {
          id: file.id,
          added: offered.filter((print) => !before.includes(print)),
          removed: before.filter((print) => !offered.includes(print)),
        };
      });
    },
    list() {
      return (communities.all() as unknown as (Omit<TrustedCommunity, 'keys'> & { funding: string | null })[]).map(
        ({ funding, ...community }) => ({
          ...community,
          ...(funding === null ? {} : { funding }),
          keys: trustedKeys(community.id).map(({ kid, thumbprint }) => ({ kid, thumbprint })),
        }),
      );
    },
    communityOf(kid) {
      const id = ownerOf(kid);
      if (id === undefined) return undefined;
      return { id, jwks: { keys: trustedKeys(id).map(({ jwk }) => JSON.parse(jwk) as KeySet['keys'][number]) } };
    },
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
function checkOwner(owner: string | undefined, id: string): void {
  if (owner !== undefined && owner !== id)
    throw new CollectorError('trust', `community.json of ${id}, jwks.keys: ${owner} already has a key with this kid.`);
}
