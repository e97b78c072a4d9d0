/**
 * Whether a request that changes something was sent by one of the collector's own pages.
 *
 * A browser says so in `Sec-Fetch-Site`, which no page can forge. Older ones send `Origin` alone. A request with neither did
 * not come from a browser's form or script, and a session's cookie is of use to nothing else: it is refused. This
 * stands beside the cookie's SameSite=Strict, which treats every subdomain of the publisher's as the same site.
 */
export function isFromOwnPage(headers: Headers, ownOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return headers.get('origin') === ownOrigin;
}

/** Methods that change nothing. */
export function isSafeMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
