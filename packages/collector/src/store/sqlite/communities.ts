import type { PublicKey } from '@pullquote/record';
import type { Communities, CommunityToSave, TrustedCommunity, TrustedKey } from '../communities.js';
import { withoutNulls, type Connection } from './connection.js';

type Saved = Awaited<ReturnType<Communities['save']>>;

const KEYS = 'SELECT kid, thumbprint FROM community_keys WHERE community = ? ORDER BY thumbprint';

export function readCommunities(sql: Connection): Pick<Communities, 'list' | 'byKey'> {
  /** The same text gives the same object, so that whoever verifies imports a key once. As many as were ever trusted. */
  const keys = new Map<string, PublicKey>();
  const keyOf = (jwk: string): PublicKey => {
    const key = keys.get(jwk) ?? (JSON.parse(jwk) as PublicKey);
    keys.set(jwk, key);
    return key;
  };
  return {
    list: async () =>
      sql
        .all<Omit<TrustedCommunity, 'keys' | 'funding'> & { funding: string | null }>(
          'SELECT id, name, country, funding, since FROM communities ORDER BY id',
        )
        .map((row) => ({ ...withoutNulls(row), keys: sql.all<TrustedKey>(KEYS, row.id) })),
    async byKey(kid) {
      const rows = sql.all<{ community: string; jwk: string }>(
        `SELECT community, jwk FROM community_keys
         WHERE community = (SELECT community FROM community_keys WHERE kid = ?) ORDER BY thumbprint`,
        kid,
      );
      const [first] = rows;
      return first && { id: first.community, jwks: { keys: rows.map(({ jwk }) => keyOf(jwk)) } };
    },
  };
}

export function writeCommunities(sql: Connection) {
  return {
    save({ id, name, country, funding, since, keys }: CommunityToSave, seen: readonly string[]): Saved {
      const known = sql.all<TrustedKey>(KEYS, id).map(({ thumbprint }) => thumbprint);
      if (known.join() !== [...seen].sort().join()) return 'changed';
      for (const { key } of keys) {
        const owner = sql.get<{ community: string }>('SELECT community FROM community_keys WHERE kid = ?', key.kid);
        if (owner && owner.community !== id) return 'kid-taken';
      }
      sql.run(
        `INSERT INTO communities (id, name, country, funding, since) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET name = excluded.name, country = excluded.country, funding = excluded.funding`,
        id,
        name,
        country,
        funding ?? null,
        since,
      );
      sql.run('DELETE FROM community_keys WHERE community = ?', id);
      for (const { key, thumbprint } of keys)
        sql.run(
          'INSERT INTO community_keys (kid, community, thumbprint, jwk) VALUES (?, ?, ?, ?)',
          key.kid,
          id,
          thumbprint,
          JSON.stringify(key),
        );
      return 'saved';
    },
  };
}
