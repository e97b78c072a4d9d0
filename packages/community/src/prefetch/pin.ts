import { STATUS_PATH, thumbprint, type KeySet, type PublisherFolder } from '@pullquote/record';
import { CommunityError } from '../errors.js';
import type { Pin } from '../store/publishers.js';

/**
 * Decides whether a descriptor's keys are taken: the ones that moderators named; or, where they named none, those of the
 * first contact and no others. A change of keys otherwise waits for a moderator.
 * @throws CommunityError `origin`, `status-url`, `shared-keys`, `unconfirmed-keys` or `key-change`
 */
export async function decidePin(
  folder: PublisherFolder,
  origin: string,
  pinned: Pin | undefined,
  confirmed: readonly string[] | undefined,
): Promise<Pin> {
  if (folder.origin !== origin)
    throw new CommunityError('origin', `origin: says ${folder.origin}, but the file stands on ${origin}.`);
  if (folder.status !== origin + STATUS_PATH)
    throw new CommunityError('status-url', `status: must be ${origin}${STATUS_PATH}.`);

  const recordPrints = await prints(folder.jwks);
  const statusPrints = await prints(folder.statusJwks);
  if (recordPrints.some((print) => statusPrints.includes(print)))
    throw new CommunityError('shared-keys', 'statusJwks: holds a key of jwks. Sign the status list with its own key.');

  const offered = [...recordPrints, ...statusPrints];
  if (confirmed) {
    const unnamed = offered.filter((print) => !confirmed.includes(print));
    if (unnamed.length > 0)
      throw new CommunityError(
        pinned ? 'key-change' : 'unconfirmed-keys',
        `jwks, statusJwks: hold keys that "thumbprints" of this publisher does not name: ${unnamed.join(', ')}. ` +
          'Compare them with the publisher by another way, then add them to the configuration.',
      );
  } else if (pinned && !(await isSame(pinned, folder))) {
    throw new CommunityError(
      'key-change',
      `jwks, statusJwks: differ from the keys that are pinned. Compare them with the publisher by another way, then name ` +
        `them all in "thumbprints": ${offered.join(', ')}.`,
    );
  }
  return {
    recordKeys: folder.jwks,
    statusKeys: folder.statusJwks,
    statusUri: folder.status,
    events: eventsUrl(folder.events, origin),
  };
}

/** False when a pinned key is no longer among those that moderators name. */
export async function isConfirmed(pin: Pin, confirmed: readonly string[] | undefined): Promise<boolean> {
  if (!confirmed) return true;
  const pinned = [...(await prints(pin.recordKeys)), ...(await prints(pin.statusKeys))];
  return pinned.every((print) => confirmed.includes(print));
}

async function isSame(pin: Pin, folder: PublisherFolder): Promise<boolean> {
  return (
    (await fingerprint(pin.recordKeys)) === (await fingerprint(folder.jwks)) &&
    (await fingerprint(pin.statusKeys)) === (await fingerprint(folder.statusJwks))
  );
}

/** With the key ids, because a signature names its key by that. */
async function fingerprint(keys: KeySet): Promise<string> {
  const named = await Promise.all(keys.keys.map(async (key) => `${key.kid} ${await thumbprint(key)}`));
  return named.sort().join('\n');
}

function prints(keys: KeySet): Promise<string[]> {
  return Promise.all(keys.keys.map((key) => thumbprint(key)));
}

/** A publisher elsewhere must not point this server at its own loopback services. */
function eventsUrl(events: string | undefined, origin: string): string | undefined {
  if (events === undefined) return undefined;
  const local = new URL(events).protocol === 'http:';
  if (local && new URL(origin).protocol !== 'http:')
    throw new CommunityError('origin', 'events: must be an https URL.');
  return events;
}
