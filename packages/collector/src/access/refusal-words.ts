import { longDay } from '../report/dates.js';
import type { Refusal } from './authenticate.js';

/** Why a key was not taken, and what to do: the same sentence on the sign-in page and to a program. */
export function refusalSentence(refusal: Refusal): string {
  switch (refusal.refused) {
    case 'none':
      return 'An access key is needed. Send it as “Authorization: Bearer pqc_…”.';
    case 'scheme':
      return 'The Authorization header must be “Bearer”, a space and an access key, as in “Bearer pqc_…”.';
    case 'ended':
      return 'Your session has ended. Sign in again.';
    case 'malformed':
      return 'This is not a whole access key. It begins with pqc_ and has 50 characters. Copy all of it.';
    case 'unknown':
      return 'This key is not known here. Check that it belongs to this collector.';
    case 'revoked':
      return 'This key has been revoked. Ask whoever runs this collector for a new one.';
    case 'expired':
      return `This key expired${refusal.expired === undefined ? '' : ` on ${longDay(refusal.expired)}`}. Ask whoever runs this collector for a new one.`;
    case 'not-served':
      return 'This key belongs to a publisher that this collector no longer serves.';
    case 'too-many':
      return `Too many wrong keys. Wait ${refusal.seconds === 1 ? 'a second' : `${refusal.seconds} seconds`}, then try again.`;
  }
}
