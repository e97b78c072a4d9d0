import { computed, notComputable } from '../computed.js';
import type { Computed } from '../types.js';

/** Of the posts since the current version was first posted, the part that carries an older one: 0 to 1. */
export function staleShare(staleSince: number, postsSince: number): Computed {
  return postsSince === 0 ? notComputable('no-reuse') : computed(staleSince / postsSince);
}
