import { get, token } from './get.js';
import type { Bytes, Source } from './source.js';

/** In a community everything comes from its own server, which fetched it on a timer: nobody learns who looked. */
export function communitySource(base: string): Source {
  const item = async (url: string): Promise<Bytes> => {
    const response = await get(url);
    if (response?.status === 410) {
      const signed = response.headers.get('content-type')?.startsWith('application/jose');
      return signed ? { tombstone: await response.text() } : 'withdrawn';
    }
    if (response?.status === 404) return 'unknown';
    return response?.ok ? { jws: await response.text() } : 'unreachable';
  };
  return {
    async record(url, link) {
      const exact = link && (await item(`${base}records/${link.digest}`));
      // A digest that nobody knows may belong to an item that was changed since: look at what stands there now.
      return exact && exact !== 'unknown' ? exact : item(`${base}record?url=${encodeURIComponent(url)}`);
    },
    status: (uri) => token(`${base}status?uri=${encodeURIComponent(uri)}`),
  };
}
