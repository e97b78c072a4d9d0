import type { Settings } from '../config.js';
import { hasServerKey } from '../http/server-key.js';
import type { Reader } from '../store/items.js';

/** For whom something is unfurled: what the server knows of them, and whether it is a page or a server of the community's own. */
export interface Asker {
  readonly own: boolean;
  readonly reader: Reader;
}

/**
 * The forum's server shows its key and says for whom it asks (`hcp=1`, `country=GB`); without a word on `hcp`, a community that
 * only verified professionals can read speaks for itself. A page of the forum's own asks for the member who is signed in. Anybody
 * else is a stranger: not known to be a professional.
 * @throws Error when the host can't say who is signed in
 */
export async function askerOf(request: Request, settings: Settings): Promise<Asker> {
  const { searchParams } = new URL(request.url);
  const country = /^[A-Z]{2}$/.exec(searchParams.get('country') ?? '')?.[0];
  if (hasServerKey(request, settings.serverKey)) {
    const hcp = searchParams.get('hcp');
    return { own: true, reader: { country, hcp: hcp === null ? undefined : hcp === '1' } };
  }
  const own = request.headers.get('sec-fetch-site') === 'same-origin';
  const member = own ? await settings.member(request) : null;
  return { own, reader: { country, hcp: member?.hcp === true } };
}
