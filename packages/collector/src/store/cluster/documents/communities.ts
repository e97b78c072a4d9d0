import type { PublicKey } from '@pullquote/record';
import type { Communities, CommunityToSave, TrustedCommunity } from '../../communities.js';
import { encodeToken } from '../names.js';
import type { Documents } from './documents.js';

type Saved = Awaited<ReturnType<Communities['save']>>;

const keyOf = (id: string) => `community.${encodeToken(id)}`;
const claimOf = (kid: string) => `kid.${encodeToken(kid)}`;

/** A community's document holds its keys; beside it, each `kid` is claimed by a document of its own, for it belongs to one alone. */
export function communitiesOf(documents: Documents): Communities {
  /** The same text gives the same object, so that whoever verifies imports a key once. As many as were ever trusted. */
  const parsed = new Map<string, PublicKey>();
  const sameKey = (key: PublicKey): PublicKey => {
    const text = JSON.stringify(key);
    const known = parsed.get(text) ?? key;
    parsed.set(text, known);
    return known;
  };
  const ownerOf = async (kid: string) => {
    const claim = await documents.get<{ community: string }>(claimOf(kid));
    const owner = claim && (await documents.get<CommunityToSave>(keyOf(claim.community)));
    // A claim that its community never came to use is worth nothing.
    return owner?.keys.some(({ key }) => key.kid === kid) ? owner : undefined;
  };
  const claim = async (kid: string, community: string): Promise<boolean> => {
    const owner = await ownerOf(kid);
    if (owner) return owner.id === community;
    await documents.put(claimOf(kid), { community });
    return true;
  };

  return {
    list: async () =>
      (await documents.list<CommunityToSave>('community.*'))
        .map(({ document: { keys, ...community } }) => ({
          ...community,
          keys: keys
            .map(({ key, thumbprint }) => ({ kid: key.kid, thumbprint }))
            .sort((a, b) => (a.thumbprint < b.thumbprint ? -1 : 1)),
        }))
        .sort((a: TrustedCommunity, b: TrustedCommunity) => (a.id < b.id ? -1 : 1)),
    async byKey(kid) {
      const owner = await ownerOf(kid);
      if (!owner) return undefined;
      const keys = [...owner.keys].sort((a, b) => (a.thumbprint < b.thumbprint ? -1 : 1));
      return { id: owner.id, jwks: { keys: keys.map(({ key }) => sameKey(key)) } };
    },
    async save(community, seen) {
      const before = await documents.get<CommunityToSave>(keyOf(community.id));
      if (!sameKeys(before, seen)) return 'changed';
      for (const { key } of community.keys) if (!(await claim(key.kid, community.id))) return 'kid-taken';
      const { funding, ...rest } = community;
      return documents.change<CommunityToSave, Saved>(keyOf(community.id), (now) =>
        sameKeys(now, seen)
          ? {
              after: { ...rest, ...(funding === undefined ? {} : { funding }), since: now?.since ?? community.since },
              result: 'saved',
            }
          : { result: 'changed' },
      );
    },
  };
}

function sameKeys(community: CommunityToSave | undefined, seen: readonly string[]): boolean {
  const known = (community?.keys ?? []).map(({ thumbprint }) => thumbprint).sort();
  return known.join() === [...seen].sort().join();
}
