import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS, type PullquoteEvent } from '@pullquote/events';

/** What leaves for one publisher → batches that a collector takes, by number and by size. */
export function splitBatches(events: readonly PullquoteEvent[]): PullquoteEvent[][] {
  const batches: PullquoteEvent[][] = [];
  let batch: PullquoteEvent[] = [];
  let bytes = 2;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event)) + 1;
    if (batch.length === MAX_BATCH_EVENTS || (batch.length > 0 && bytes + size > MAX_BATCH_BYTES)) {
      batches.push(batch);
      batch = [];
      bytes = 2;
    }
    batch.push(event);
    bytes += size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
