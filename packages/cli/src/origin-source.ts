import type { PublishedSource } from './folder-source.js';

const PATIENCE_MS = 15_000;

/** A hosted folder, read over HTTP as a community reads it: no redirect is followed, and nothing unbounded is taken. */
export function originSource(origin: string, fetcher: typeof fetch = fetch): PublishedSource {
  const source: PublishedSource = {
    name: origin,
    origin,
    async read(path, maxBytes) {
      const pieces = await source.stream(path, maxBytes);
      if (pieces === undefined) return undefined;
      let text = '';
      for await (const piece of pieces) text += piece;
      return text;
    },
    async stream(path, maxBytes) {
      const response = await fetcher(origin + path, {
        redirect: 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (response.status === 404 || response.status === 410) return undefined;
      if (response.status >= 300 && response.status < 400)
        throw new Error('is redirected; serve it at this address itself');
      if (!response.ok) throw new Error(`is answered with status ${response.status}`);
      if (response.headers.get('access-control-allow-origin') !== '*') {
        throw new Error(
          'lacks the header "Access-Control-Allow-Origin: *"; browsers of communities without a server cannot read it',
        );
      }
      return bounded(response, maxBytes);
    },
  };
  return source;
}

async function* bounded(response: Response, maxBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let total = 0;
  for await (const chunk of response.body ?? []) {
    total += chunk.length;
    if (total > maxBytes) throw new Error(`is larger than ${maxBytes} bytes`);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
