import { isSecureUrl } from '@pullquote/record';
import { CliError } from '../errors.js';

/** Bounds on reading an address; the size of what is read is bounded by its importer. */
export const FETCH_LIMITS = { patienceMs: 30_000, redirects: 5, bytes: 50 * 1024 * 1024 };

const READABLE = /^(?:text\/(?:html|xml|plain)|application\/(?:xml|octet-stream|[a-z0-9.+-]+\+xml))\s*(?:;|$)/i;

/** What was found at an address. */
export interface Fetched {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The address in the end, after redirects. */
  readonly url: string;
  readonly contentType: string | undefined;
}

/**
 * Opens an https address (or http on this machine). Redirects are followed within the same origin alone, so that what is read is
 * what was named; nothing tells the server who asks.
 * @throws CliError `import`
 */
export async function fetchSource(
  address: string,
  fetcher: typeof fetch = fetch,
  limits = FETCH_LIMITS,
): Promise<Fetched> {
  if (!isSecureUrl(address))
    throw new CliError(
      'import',
      `${address} cannot be read: give an https address without a user name or password in it.`,
    );
  const signal = AbortSignal.timeout(limits.patienceMs);
  let url = new URL(address);
  url.hash = '';
  for (let hops = 0; ; hops++) {
    const response = await ask(url, fetcher, signal, limits.patienceMs);
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return opened(response, url.href, signal, limits);
    await response.body?.cancel();
    url = redirected(url, location);
    if (hops >= limits.redirects)
      throw new CliError(
        'import',
        `${address} is redirected more than ${limits.redirects} times: give the last address.`,
      );
  }
}

async function ask(url: URL, fetcher: typeof fetch, signal: AbortSignal, patienceMs: number): Promise<Response> {
  try {
    return await fetcher(url.href, {
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'text/html, application/xhtml+xml, application/xml, text/xml' },
      signal,
    });
  } catch (error) {
    throw unreachable(url.href, error, patienceMs);
  }
}

function redirected(from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (to?.origin === from.origin) {
    to.hash = '';
    return to;
  }
  throw new CliError(
    'import',
    `${from.href} is redirected to another site, ${to?.origin ?? 'an address that is none'}. Give that address yourself if it is the one you mean.`,
  );
}

async function opened(
  response: Response,
  url: string,
  signal: AbortSignal,
  { bytes, patienceMs }: typeof FETCH_LIMITS,
): Promise<Fetched> {
  const contentType = response.headers.get('content-type') ?? undefined;
  const refuse = async (why: string): Promise<never> => {
    await response.body?.cancel();
    throw new CliError('import', `${url} ${why}`);
  };
  if (!response.ok) return refuse(`is answered with status ${response.status}. Open it in a browser to see why.`);
  if (contentType !== undefined && !READABLE.test(contentType))
    return refuse(`is ${contentType.split(';')[0]}: only web pages and XML are read.`);
  if (Number(response.headers.get('content-length') ?? 0) > bytes)
    return refuse(`is larger than ${Math.round(bytes / 1024 / 1024)} MB: import a single label, article or page.`);
  return { chunks: body(response, url, signal, patienceMs), url, contentType };
}

/** A server that stops in the middle is a fault to be told, not a shorter file. */
async function* body(
  response: Response,
  url: string,
  signal: AbortSignal,
  patienceMs: number,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  late.catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw error instanceof CliError ? error : unreachable(url, error, patienceMs);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function unreachable(url: string, error: unknown, patienceMs: number): CliError {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError')
    return new CliError(
      'import',
      `${url} took longer than ${patienceMs / 1000} seconds. Try again, or save it and give the file.`,
    );
  const why = cause instanceof Error && cause.message !== '' ? cause.message : message;
  return new CliError('import', `${url} cannot be read (${why}). Check the address and your connection.`);
}
