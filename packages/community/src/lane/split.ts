import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS, type PublicEvent } from '@pullquote/events';

/** One publisher's day → batches that a collector takes, by number and by size. */
export function splitBatches(events: readonly PublicEvent[]): PublicEvent[][] {
  const batches: PublicEvent[][] = [];
  let batch: PublicEvent[] = [];
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
