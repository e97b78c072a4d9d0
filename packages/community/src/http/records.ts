import type { Items, Serving } from '../store/items.js';
import { problem } from './problem.js';
import { tagged } from './tagged.js';

// Asked again each time: a record that is withdrawn must not live on in a cache.
const HEADERS = {
  'content-type': 'application/jose',
  'cache-control': 'private, no-cache',
  'cross-origin-resource-policy': 'same-origin',
};

/** `GET /pq/record?url=`: the current version of the item that stands at an address. */
export function recordByUrl(request: Request, items: Items, now: number): Response {
  const url = new URL(request.url).searchParams.get('url');
  if (url === null || url === '')
    return problem(
      400,
      'malformed',
      "url: is missing. Give the item's canonical URL, as in /pq/record?url=https%3A%2F%2F….",
    );
  return serve(request, items.serveUrl(url), now);
}

/** `GET /pq/records/<digest>`: one version. */
export function recordByDigest(request: Request, items: Items, digest: string, now: number): Response {
  return serve(request, items.serveDigest(digest), now);
}

/** `GET /pq/newer/<digest>`: which held version took the place of this one. A hint: readers judge that version themselves. */
export function newerVersion(request: Request, items: Items, digest: string): Response {
  const newer = items.newer(digest);
  return newer
    ? tagged(request, JSON.stringify(newer), { 'content-type': 'application/json', 'cache-control': 'no-cache' })
    : problem(404, 'unknown-item', 'No newer version is held here.', HEADERS_PROBLEM);
}

function serve(request: Request, row: Serving | undefined, now: number): Response {
  const headers = { ...HEADERS, ...age(row?.checked, now) };
  if (row?.withdrawn) {
    return row.tombstone === null
      ? problem(
          410,
          'withdrawn',
          'The publisher has withdrawn this item. Its reason has not arrived yet.',
          HEADERS_PROBLEM,
        )
      : tagged(request, row.tombstone, headers, 410);
  }
  if (!row || row.jws === null)
    return problem(
      404,
      'unknown-item',
      'No listed publisher has this item in its catalogue here. A new item appears with the next prefetch.',
      HEADERS_PROBLEM,
    );
  return tagged(request, row.jws, headers);
}

const HEADERS_PROBLEM = { 'cross-origin-resource-policy': 'same-origin' };

/** How long ago the publisher last confirmed what is served, in seconds (RFC 9111 section 5.1). */
export function age(checked: number | null | undefined, now: number): Record<string, string> {
  return checked === null || checked === undefined
    ? {}
    : { age: String(Math.max(0, Math.floor((now - checked) / 1000))) };
}
