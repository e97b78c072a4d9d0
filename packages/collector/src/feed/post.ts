import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';
import { checkTarget, type TargetRules } from './target.js';

const TIMEOUT_MS = 15_000;

/** What a receiver said; or why it could not be asked, in words for the publisher. */
export type Posted = { readonly status: number; readonly retryAfter: string | null } | { readonly failed: string };

export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Posted>;

/**
 * Posts to a webhook's target and to nowhere else: every address that the name stands for is checked at the moment of connecting, so a
 * name that is pointed elsewhere after it was saved reaches nothing; no redirect is followed, and the answer's body is not read.
 */
export function guardedPost(rules: TargetRules): Post {
  return (text, headers, body) =>
    new Promise((resolve) => {
      let url: URL;
      try {
        url = checkTarget(text, rules);
      } catch (error) {
        resolve({ failed: (error as Error).message });
        return;
      }
      const options: RequestOptions = {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        lookup: guardedLookup(rules),
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      };
      const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
        const retryAfter = response.headers['retry-after'];
        resolve({ status: response.statusCode ?? 0, retryAfter: retryAfter ?? null });
        response.destroy();
      });
      request.on('error', (error: NodeJS.ErrnoException) => resolve({ failed: wordsFor(error) }));
      request.end(body);
    });
}

class Forbidden extends Error {
  override readonly name = 'Forbidden';
  readonly code = 'FORBIDDEN_ADDRESS';
}

/** As `dns.lookup`, without the addresses that may not be reached. */
function guardedLookup({ allowLoopback }: TargetRules): NonNullable<RequestOptions['lookup']> {
  const isAllowed = ({ address }: LookupAddress) =>
    isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      // One forbidden address condemns the name: whoever mixes them is trying something.
      if (addresses.length === 0 || !addresses.every(isAllowed)) return callback(new Forbidden(), []);
      const [first] = addresses;
      if (options.all) return callback(null, addresses);
      return callback(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}

function wordsFor({ code, name }: NodeJS.ErrnoException): string {
  if (code === 'FORBIDDEN_ADDRESS') return 'The name stands for a private address.';
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR')
    return `No answer within ${TIMEOUT_MS / 1_000} seconds.`;
  if (code === 'ENOTFOUND') return 'The name cannot be found.';
  if (code === 'ECONNREFUSED') return 'Nothing listens there.';
  if (code !== undefined && /CERT|TLS|SSL|ALTNAME/.test(code)) return `The certificate is not accepted (${code}).`;
  return `The connection failed (${code ?? 'unknown reason'}).`;
}
