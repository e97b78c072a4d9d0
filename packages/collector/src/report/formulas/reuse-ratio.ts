import { computed, notComputable } from '../computed.js';
import type { Computed, Figures } from '../types.js';

/** Posts that passed an item on, for each first post of it: (reshared + quoted) ÷ shared. A plain number from 0. */
export function reuseRatio({ shared, reshared, quoted }: Figures): Computed {
  return shared === 0 ? notComputable('nothing-shared') : computed((reshared + quoted) / shared);
}
