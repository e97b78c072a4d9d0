import { CommunityError, type PrefetchCode } from '../errors.js';
import { readCapped } from '../http/read-capped.js';

const TIMEOUT_MS = 10_000;

export interface GetOptions {
  /** Most bytes of body, after decompression; reading stops there. */
  readonly limit: number;
  readonly etag?: string | undefined;
  /** Ends the request when the community closes. */
  readonly signal: AbortSignal;
}
export type Got =
  { readonly changed: false } | { readonly changed: true; readonly text: string; readonly etag: string | undefined };

/**
 * One file of a publisher's. It says nothing of who it is for: no cookie, no referrer, no address but the server's own.
 * @throws CommunityError `unreachable`, `http-status`, `redirect`, `too-large` or `malformed`
 */
export async function guardedGet(fetcher: typeof fetch, url: string, options: GetOptions): Promise<Got> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const headers: Record<string, string> = { 'user-agent': 'pullquote', accept: '*/*' };
  if (options.etag !== undefined) headers['if-none-match'] = options.etag;
  try {
    const response = await fetcher(url, { headers, redirect: 'manual', credentials: 'omit', signal });
    if (response.status === 304 && options.etag !== undefined) return { changed: false };
    if (response.status !== 200) {
      await response.body?.cancel();
      throw refuseStatus(url, response);
    }
    const body = await readCapped(response, options.limit);
    if (body === undefined) throw refuse('too-large', `${url}: is larger than ${options.limit} bytes.`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return { changed: true, text, etag: response.headers.get('etag') ?? undefined };
  } catch (error) {
    if (error instanceof CommunityError) throw error;
    if (error instanceof TypeError && (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw refuse('malformed', `${url}: is not UTF-8.`);
    throw refuse('unreachable', `${url}: could not be reached within ${TIMEOUT_MS / 1000} seconds.`);
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
