import type { PublicFact } from '@pullquote/events';

/** `events.type` in the file. */
export const PUBLIC_TYPES = { shared: 1, reshared: 2, quoted: 3 } as const satisfies Record<PublicFact, number>;
export const CROWD_TYPE = 4;
export const HELD_TYPE = 5;

/** A row of `events` without its place and its id: what has to be equal in a second copy of an event. */
export interface EventContent {
  readonly publisher: number;
  readonly type: number;
  readonly item: number | null;
  readonly version: number | null;
  readonly country: string | null;
  readonly depth: number | null;
  readonly day: string;
  readonly data: string | null;
}
