import { randomBytes } from 'node:crypto';
import { dayOf, signBatch } from '@pullquote/events';
import { generateKey, publicKey } from '@pullquote/record';

export const PUBLISHER = 'https://publisher.example';
export const NOW = Date.UTC(2026, 10, 22, 12);
const ITEMS = 40;
const COMMUNITIES = 12;
const DAY_MS = 86_400_000;
/** Depth goes with the kind of post; of ten posts, six are the first. */
const KINDS = [
  ...Array.from({ length: 6 }, () => ['shared', 1]),
  ['reshared', 2],
  ['reshared', 3],
  ['quoted', 1],
  ['quoted', 2],
];

export async function makeCommunities() {
  return Promise.all(
    Array.from({ length: COMMUNITIES }, async (_, i) => {
      const key = await generateKey();
      const id = `https://community-${i}.example`;
      const file = {
        schema: 'pullquote-community/1',
        id,
        name: `Community ${i}`,
        country: 'US',
        jwks: { keys: [publicKey(key)] },
        count: 'all',
        publishers: [],
      };
      return { id, key, file };
    }),
  );
}

// Chance that need not be strong: it only spreads made-up events over items, as nothing secret depends on it.
const pick = (list) => list[Math.floor(Math.random() * list.length)];
/** Some items are shared far more than others. */
const someItem = () => Math.floor(Math.random() ** 2 * ITEMS);

/** One community's posts of one day, each with an id of its own, as its relay signs them. */
export async function makeBatch(communities, n, size) {
  const { id: source, key } = communities[n % communities.length];
  const day = dayOf(NOW - (365 - (Math.floor(n / communities.length) % 365)) * DAY_MS);
  const events = Array.from({ length: size }, () => {
    const [fact, depth] = pick(KINDS);
    return {
      specversion: '1.0',
      id: randomBytes(16).toString('base64url').slice(0, 21),
      source,
      type: `org.pullquote.${fact}.v1`,
      datacontenttype: 'application/json',
      subject: `urn:pullquote:publisher.example:item-${someItem()}`,
      data: { version: 1 + Math.floor(Math.random() * 2), country: 'US', depth, day },
    };
  });
  const { body, signature } = await signBatch(events, key, PUBLISHER);
  return { body: Buffer.from(body), signature, size };
}
