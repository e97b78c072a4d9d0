import { isSecureOrigin, type CommunityFile } from '@pullquote/record';
import { CollectorError } from '../errors.js';
import { readCapped } from '../read-capped.js';
import { parseDescriptor } from './descriptor.js';

/** Where every community says who it is. */
export const COMMUNITY_PATH = '/pq/community.json';
const MAX_BYTES = 262_144;
const TIMEOUT_MS = 10_000;

/** Origin → its descriptor. Follows no redirect, reads at most 256 KB, waits at most 10 s. @throws CollectorError */
export async function fetchCommunity(
  origin: string,
  { fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS }: { fetch?: typeof globalThis.fetch; timeoutMs?: number } = {},
): Promise<CommunityFile> {
  if (!isSecureOrigin(origin))
    throw new CollectorError(
      'usage',
      'Name the community by its https origin without a path, as in https://forum.example.',
    );
  const url = origin + COMMUNITY_PATH;
  let response: Response;
  try {
    response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json' },
    });
  } catch {
    throw new CollectorError(
      'unreachable',
      `${url} cannot be reached, or did not answer within ${timeoutMs / 1000} s.`,
    );
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    const why =
      response.status >= 300 && response.status < 400 ? 'redirects, which is not followed' : 'has no descriptor';
    throw new CollectorError('unreachable', `${url} ${why} (status ${response.status}).`);
  }
  const body = await readCapped(response, MAX_BYTES);
  if (body === 'too-large') throw new CollectorError('trust', `${url} is larger than ${MAX_BYTES} bytes.`);
  if (body === 'broken') throw new CollectorError('unreachable', `${url} broke off. Try again.`);
  const descriptor = parseDescriptor(readJson(body, url));
  if (descriptor.id !== origin)
    throw new CollectorError('trust', `${url}, id: names another community than ${origin}. Ask there which is right.`);
  return descriptor;
}

function readJson(bytes: Uint8Array, url: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new CollectorError('trust', `${url} is not UTF-8 JSON.`);
  }
}
