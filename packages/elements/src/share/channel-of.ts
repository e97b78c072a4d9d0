import type { Destination, ShareChannel } from '../share-event.js';

/** What a destination is. A kind that nobody knows counts as private. */
export function channelOf({ kind = 'discussion' }: Destination): ShareChannel {
  return kind === 'discussion' ? kind : 'direct-message';
}
