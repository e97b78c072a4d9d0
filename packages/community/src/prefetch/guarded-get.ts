import { CommunityError, type PrefetchCode } from '../errors.js';
import { readCapped } from '../http/read-capped.js';
import { isPrivateAddress } from '../net/public-fetch.js';

const TIMEOUT_MS = 10_000;
/** Servers that don't know our file types send bytes or plain text. A page is what a lost file or a sign-in looks like. */
const TYPES =
  /^(application\/(json|[\w.-]+\+json|jose|jwt|[\w.-]+\+jwt|octet-stream)|binary\/octet-stream|text\/plain)\s*(;|$)/i;

export interface GetOptions {
  /** Most bytes of body, after decompression; reading stops there. */
  readonly limit: number;
  readonly etag?: string | undefined;
  /** Ends the request when the community closes. */
  readonly signal: AbortSignal;
  /** For all of it, the last byte of the body included; 10 s when left out. */
  readonly timeoutMs?: number;
}
export type Got =
  { readonly changed: false } | { readonly changed: true; readonly text: string; readonly etag: string | undefined };

/**
 * One file of a publisher's. It says nothing of who it is for: no cookie, no referrer, no address but the server's own.
 * @throws CommunityError `unreachable`, `http-status`, `redirect`, `content-type`, `too-large`,
 *   `private-address` or `malformed`
 */
export async function guardedGet(fetcher: typeof fetch, url: string, options: GetOptions): Promise<Got> {
  const { timeoutMs = TIMEOUT_MS } = options;
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(timeoutMs)]);
  const headers: Record<string, string> = { 'user-agent': 'pullquote', accept: '*/*' };
  if (options.etag !== undefined) headers['if-none-match'] = options.etag;
  try {
    const response = await fetcher(url, { headers, redirect: 'manual', credentials: 'omit', signal });
    if (response.status === 304 && options.etag !== undefined) return { changed: false };
    if (response.status !== 200) {
      await response.body?.cancel();
      throw refuseStatus(url, response);
    }
    const type = response.headers.get('content-type');
    if (type !== null && !TYPES.test(type)) {
      await response.body?.cancel();
      throw refuse('content-type', `${url}: is ${type.slice(0, 100)}. Serve it as JSON, JWT, plain text or bytes.`);
    }
    const body = await readCapped(response, options.limit);
    if (body === undefined) throw refuse('too-large', `${url}: is larger than ${options.limit} bytes.`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return { changed: true, text, etag: response.headers.get('etag') ?? undefined };
  } catch (error) {
    if (error instanceof CommunityError) throw error;
    if (error instanceof TypeError && (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw refuse('malformed', `${url}: is not UTF-8.`);
    if (isPrivateAddress(error))
      throw refuse('private-address', `${url}: leads to an address that is not on the public internet.`);
    throw refuse('unreachable', `${url}: could not be reached within ${timeoutMs / 1000} seconds.`);
  }
}

function refuseStatus(url: string, response: Response): CommunityError {
  const redirect = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
  if (redirect) return refuse('redirect', `${url}: redirects, and no redirect is followed. Serve the file there.`);
  return refuse('http-status', `${url}: answered ${response.status}; 200 was expected.`);
}

function refuse(code: PrefetchCode, message: string): CommunityError<PrefetchCode> {
  return new CommunityError(code, message);
}
