import type { Scope } from '../store/access-keys.js';
import { isSafeMethod } from './same-origin.js';

/**
 * Who may ask for a path. `public` has nothing of any publisher in it, or, as `/v1/events` and `/metrics` do, a guard of its
 * own. Everything else needs a key.
 */
export type Rule = 'public' | Scope;

const PUBLIC_PATHS = new Set([
  // A batch is signed: its signature is its guard.
  '/v1/events',
  '/health',
  '/health/live',
  // Has its own token.
  '/metrics',
  '/sign-in',
  '/sign-out',
  '/sign-in.css',
  '/icon.svg',
]);

/** Scripts and style sheets, the same for everyone. */
const PUBLIC_FOLDER = '/assets/';

/** A path that nobody has thought of needs a key, and one that changes something needs `admin`. */
export function ruleFor(method: string, path: string): Rule {
  if (PUBLIC_PATHS.has(path) || path.startsWith(PUBLIC_FOLDER)) return 'public';
  return isSafeMethod(method) ? 'read' : 'admin';
}
