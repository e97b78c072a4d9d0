import { openTombstone, tombstonePath, type CatalogueEntry, type Tombstone } from '@pullquote/record';
import { CommunityError } from '../errors.js';
import type { Pin } from '../store/publishers.js';
import { inGroups } from './in-groups.js';
import type { Visit } from './visit.js';

const LIMIT = 64 * 1024;

/** Fetches the tombstones that are still missing. @returns how many versions became withdrawn by them */
export async function readTombstones(visit: Visit, pin: Pin): Promise<number> {
  const { catalogue } = visit.stores;
  const entries = new Map((visit.folder?.catalogue ?? []).map((entry) => [entry.digest, entry]));
  const wanted = new Set(catalogue.withoutTombstone(visit.origin));
  for (const { digest, withdrawn } of entries.values())
    if (withdrawn && !catalogue.hasTombstone(digest)) wanted.add(digest);

  let withdrawn = 0;
  await inGroups(
    [...wanted].filter((digest) => visit.isDue(subject(digest))),
    async (digest) => {
      await visit.attempt(subject(digest), async () => {
        const got = await visit.get(tombstonePath(digest), LIMIT);
        const jws = got.changed ? got.text.trim() : '';
        const tombstone = await openTombstone(jws, pin.recordKeys);
        checkTombstone(tombstone, digest, entries.get(digest), visit.origin);
        const known = catalogue.isWithdrawn(digest);
        if (!known && catalogue.size(visit.origin) >= visit.settings.quota && !catalogue.isHeld(digest))
          throw new CommunityError(
            'quota',
            `catalogue: this publisher already has its ${visit.settings.quota} versions.`,
          );
        catalogue.bury(tombstone, jws);
        if (!known) withdrawn += 1;
      });
    },
  );
  return withdrawn;
}

/** How a refusal names it; the record of the same digest has a name of its own. */
export const subject = (digest: string) => `tombstone ${digest}`;

function checkTombstone(
  { iss, id, version, digest: buried, canonicalUrl }: Tombstone,
  digest: string,
  entry: CatalogueEntry | undefined,
  origin: string,
): void {
  if (iss !== origin || new URL(canonicalUrl).origin !== origin)
    throw new CommunityError('issuer', `tombstone ${digest}: is of ${iss}, but the publisher is ${origin}.`);
  if (buried !== digest) throw new CommunityError('digest', `tombstone ${digest}: withdraws ${buried} instead.`);
  if (entry && (entry.id !== id || entry.version !== version || entry.url !== canonicalUrl))
    throw new CommunityError('catalogue', `tombstone ${digest}: the catalogue does not say the same.`);
}
