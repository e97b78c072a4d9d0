import type { Figures } from '../../../report/types.js';

/** All three kinds of post together. */
export function postsOf({ shared, reshared, quoted }: Figures): number {
  return shared + reshared + quoted;
}
