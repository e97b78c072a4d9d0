import type { MiddlewareHandler } from 'hono';

/**
 * What every answer carries unless its route says something of its own. No page takes anything from another host, is shown
 * inside another, or sends a form elsewhere. The pages as they are need no script at all; one that does names its own policy.
 */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // To the collector's own pages alone: without it a browser names no origin when it sends a form.
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
};

const YEAR_S = 31_536_000;

/** @param origin the collector's own, where it is known: under https, browsers shall use nothing else from then on */
export function securityHeaders(origin: string | undefined): MiddlewareHandler {
  const always = origin?.startsWith('https:')
    ? { ...HEADERS, 'strict-transport-security': `max-age=${YEAR_S}` }
    : HEADERS;
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(always)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}
