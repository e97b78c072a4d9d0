import type { Words } from '../words.js';
import type { Refusal } from './refusal.js';

/** Why an item cannot be shared, in one language. */
export interface RefusalWords extends Readonly<Record<Exclude<Refusal, 'withdrawn'>, string>> {
  /** The publisher's own reason comes along; it may be empty. */
  readonly withdrawn: (reason: string) => string;
}

export const ENGLISH_REFUSALS: RefusalWords = {
  new: 'New here: this item can be shared within 15 minutes. Your draft stays.',
  unverified: 'This item cannot be shared: its source could not be verified as current.',
  'one-person': 'This answers one person’s question and cannot be shared.',
  'no-resharing': 'The publisher’s reuse terms do not allow sharing this on.',
  withdrawn: (reason) =>
    ['This item has been withdrawn.', reason, 'It can no longer be shared.'].filter(Boolean).join(' '),
};

export function refusalIn({ refusals = ENGLISH_REFUSALS }: Words, refused: Refusal, reason: string): string {
  return refused === 'withdrawn' ? refusals.withdrawn(reason) : refusals[refused];
}
