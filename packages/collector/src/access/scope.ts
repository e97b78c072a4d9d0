import type { Scope } from '../store/access-keys.js';

/** What a key may do for its publisher: read everything, or also change settings such as campaign windows and webhooks. */
export const SCOPES: readonly Scope[] = ['read', 'admin'];

/** Whether a holder of `held` may do what needs `needed`. */
export function allows(held: Scope, needed: Scope): boolean {
  switch (held) {
    case 'admin':
      return true;
    case 'read':
      return needed === 'read';
  }
}
