import { signBatch, type PullquoteEvent, type SignedBatch } from '@pullquote/events';
import type { PrivateKey } from '@pullquote/record';
import { splitBatches } from './split.js';

export interface SealedBatch extends SignedBatch {
  /** How many it holds. */
  readonly events: number;
}

/** Events for one publisher → signed batches that its collector takes. */
export function sealBatches(
  events: readonly PullquoteEvent[],
  key: PrivateKey,
  publisher: string,
): Promise<SealedBatch[]> {
  return Promise.all(
    splitBatches(events).map(async (batch) => ({
      ...(await signBatch(batch, key, publisher)),
      events: batch.length,
    })),
  );
}
