import { ForumError } from '../errors.js';
import type { Doctor } from '../store/doctors.js';
import type { ForumContext } from './env.js';
import { isCsrfToken } from './session.js';

/** The most that a post may weigh: a complete label with safety information is some tens of kilobytes. */
export const MAX_BODY = 256 * 1024;

/** The signed-in doctor. @throws ForumError `sign-in` */
export function signedIn(c: ForumContext): Doctor {
  const doctor = c.get('doctor');
  if (doctor) return doctor;
  throw new ForumError('sign-in', 'You are not signed in. Sign in, then try again.');
}

/** The fields of a form that one of our own pages sent. @throws ForumError `origin`, `csrf` */
export async function readForm(c: ForumContext, origin: string): Promise<(field: string) => string> {
  requireOwnPage(c, origin);
  const body = await c.req.parseBody();
  const field = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  requireToken(c, field('csrf'));
  return field;
}

/** The JSON object that one of our own scripts sent. @throws ForumError `origin`, `csrf`, `json` */
export async function readJson(c: ForumContext, origin: string): Promise<Record<string, unknown>> {
  // A script always names its origin; a request without one did not come from our pages.
  if (c.req.header('origin') !== origin) throw foreign();
  requireToken(c, c.req.header('x-csrf-token') ?? '');
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new ForumError('json', 'Send the post as JSON, with Content-Type: application/json.');
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new ForumError('json', 'The body is not a JSON object. Expected { "threadId": "…", "html": "…" }.');
}

/**
 * Browsers say where a request comes from in Sec-Fetch-Site. They send `Origin: null` with a form of a page that has
 * no referrer, so only an origin that is named can be refused; the token decides the rest.
 */
function requireOwnPage(c: ForumContext, origin: string): void {
  const site = c.req.header('sec-fetch-site');
  const sender = c.req.header('origin');
  if (site !== undefined ? site !== 'same-origin' : sender !== undefined && sender !== 'null' && sender !== origin)
    throw foreign();
}

function requireToken(c: ForumContext, token: string): void {
  if (!isCsrfToken(c.get('session'), token))
    throw new ForumError('csrf', 'This page is out of date, so nothing was changed. Reload it and try again.');
}

function foreign(): ForumError {
  return new ForumError('origin', 'This request came from another site, so nothing was changed.');
}
