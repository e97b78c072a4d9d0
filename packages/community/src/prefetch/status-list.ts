import { openStatusList, STATUS_PATH, type StatusList } from '@pullquote/record';
import { CommunityError } from '../errors.js';
import type { Pin } from '../store/publishers.js';
import type { Visit } from './visit.js';

const LIMIT = 256 * 1024;
/** How far a publisher's clock may run ahead. A list from the far future would keep every later one out. */
const SKEW_S = 300;

/** Fetches the publisher's list: the highest `iat` wins. @returns how many versions became withdrawn */
export async function readStatusList(visit: Visit, pin: Pin): Promise<number> {
  const { origin, settings, stores } = visit;
  let withdrawn = 0;
  await visit.attempt('status list', async () => {
    const got = await visit.get(STATUS_PATH, LIMIT, visit.listEtag);
    if (!got.changed) return stores.lists.confirm(origin, settings.clock.now());
    const token = got.text.trim();
    const list = await openStatusList(token, pin.statusKeys, pin.statusUri);
    checkAge(list, stores.lists.held(origin)?.iat, settings.clock.now() / 1000);
    withdrawn = stores.lists.take(origin, list, token, settings.clock.now());
    visit.listEtag = got.etag;
  });
  return withdrawn;
}

/** The list that is held, opened again; undefined when none is held that a pinned key signed. */
export async function openHeldList(visit: Visit, pin: Pin): Promise<StatusList | undefined> {
  const held = visit.stores.lists.held(visit.origin);
  if (!held) return undefined;
  return openStatusList(held.token, pin.statusKeys, pin.statusUri).catch(() => undefined);
}

function checkAge({ iat, exp }: StatusList, held: number | undefined, now: number): void {
  if (!Number.isSafeInteger(iat) || !Number.isSafeInteger(exp))
    throw new CommunityError('malformed', 'status list: iat and exp must be whole seconds.');
  if (iat > now + SKEW_S)
    throw new CommunityError(
      'list-future',
      'status list: iat lies in the future. Set the clock of the signing machine.',
    );
  // The same second again is taken: a withdrawal may follow a renewal at once, and withdrawn is sticky.
  if (held !== undefined && iat < held)
    throw new CommunityError('list-older', 'status list: is older than the one that is held. Serve the newest list.');
}
