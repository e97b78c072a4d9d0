import type { PublicKey } from '@pullquote/record';
import type { MetaDays } from '../store/cluster/documents/meta.js';
import type { Cluster } from '../store/cluster/cluster-store.js';
import type { Connection } from '../store/sqlite/connection.js';
import { readMeta } from '../store/sqlite/meta.js';
import type { Store } from '../store/store.js';

/** Whatever is small and changes. What is there from an earlier try stays. Nobody's session goes along: whoever reads signs in anew. */
export async function moveDocuments(from: Store, sql: Connection, { store: to, meta }: Cluster): Promise<void> {
  await moveCommunities(from, sql, to);
  await moveAccessKeys(from, sql, to);
  const publishers = sql.all<{ origin: string }>(
    'SELECT origin FROM publishers UNION SELECT publisher FROM campaigns UNION SELECT publisher FROM catalogue_read',
  );
  for (const { origin } of publishers) {
    for (const campaign of await from.campaigns.list(origin)) await to.campaigns.save(origin, campaign);
    const { readDay, items } = await from.catalogue.read(origin);
    if (readDay !== undefined) await to.catalogue.save(origin, items, readDay);
  }
  await moveWebhooks(from, to);
  await moveAudit(from, to);
  const day = (key: 'kept_from' | 'newest_day' | 'clock_day') => readMeta(sql, key);
  const days: MetaDays = { keptFrom: day('kept_from'), newestDay: day('newest_day'), clockDay: day('clock_day') };
  await meta.raise(days);
}

async function moveCommunities(from: Store, sql: Connection, to: Store): Promise<void> {
  const known = new Set((await to.communities.list()).map(({ id }) => id));
  for (const { keys, ...community } of await from.communities.list()) {
    if (known.has(community.id)) continue;
    const rows = sql.all<{ thumbprint: string; jwk: string }>(
      'SELECT thumbprint, jwk FROM community_keys WHERE community = ?',
      community.id,
    );
    const whole = rows.map(({ thumbprint, jwk }) => ({ thumbprint, key: JSON.parse(jwk) as PublicKey }));
    if (whole.length !== keys.length) throw new Error(`${community.id} has lost keys.`);
    await to.communities.save({ ...community, keys: whole }, []);
  }
}

async function moveAccessKeys(from: Store, sql: Connection, to: Store): Promise<void> {
  const known = new Set((await to.accessKeys.list()).map(({ id }) => id));
  for (const { usedDay, revokedDay, ...key } of await from.accessKeys.list()) {
    const row = sql.get<{ hash: string }>('SELECT hash FROM access_keys WHERE id = ?', key.id);
    if (row && !known.has(key.id)) await to.accessKeys.add(key, row.hash);
    if (usedDay !== undefined) await to.accessKeys.used(key.id, usedDay);
    if (revokedDay !== undefined) await to.accessKeys.revoke(key.id, revokedDay);
  }
}

async function moveWebhooks(from: Store, to: Store): Promise<void> {
  const known = new Set((await to.webhooks.list()).map(({ id }) => id));
  for (const webhook of await from.webhooks.list()) {
    if (!known.has(webhook.id)) await to.webhooks.save(webhook);
    const there = new Set((await to.webhooks.deliveries({ webhook: webhook.id, limit: 1e9 })).map(({ id }) => id));
    for (const delivery of await from.webhooks.deliveries({ webhook: webhook.id, limit: 1e9 }))
      if (!there.has(delivery.id)) await to.webhooks.enqueue(delivery);
    // Each delivery has moved the cursor behind itself.
    await to.webhooks.save(webhook);
  }
}

async function moveAudit(from: Store, to: Store): Promise<void> {
  const moved = (await to.audit.list({ limit: 1e9 })).length;
  const entries = (await from.audit.list({ limit: 1e9 })).reverse();
  for (const { n: _, ...entry } of entries.slice(moved)) await to.audit.add(entry);
}
