import type { PublicFact } from '@pullquote/events';

/** The column `type` of stored events. */
export const PUBLIC_TYPES = { shared: 1, reshared: 2, quoted: 3 } as const satisfies Record<PublicFact, number>;
export const CROWD_TYPE = 4;
export const HELD_TYPE = 5;
