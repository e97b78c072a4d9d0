import type { PlainFact } from '@pullquote/events';
import type { Verdict } from '@pullquote/record/reader';

/** What it means to have had an item in view that stands like this; undefined where there is nothing to count. */
export function seenAs({ state, gate }: Pick<Verdict, 'state' | 'gate'>): PlainFact | undefined {
  switch (state) {
    case 'withdrawn':
    case 'suspended':
      return 'recall-seen';
    case 'unchecked':
      return 'stale-seen';
    case 'verified':
    case 'superseded':
    case 'expired':
      // Whoever it is not for has seen whose it is, and not the item.
      return gate ? undefined : 'viewed';
    case 'not-for-audience':
    case 'altered':
    case 'unlisted':
      return undefined;
  }
}
