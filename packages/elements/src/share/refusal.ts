import type { Assessment } from '../source/assess.js';

/** Why an item cannot be shared right now, in the doctor's terms; undefined when it can. */
export function refusal({ verdict, unknown, host, remains }: Assessment, depth: number): string | undefined {
  if (unknown) return 'New here: this item can be shared within 15 minutes. Your draft stays.';
  // A publisher's own page knows nothing of its reader's country, so there the audience is not judged.
  const stands = verdict.state === 'verified' || (host === 'publisher' && verdict.state === 'not-for-audience');
  const { record } = verdict;
  if (verdict.state === 'withdrawn')
    return `This item has been withdrawn. ${remains?.tombstone.reason ?? ''} It can no longer be shared.`;
  if (!stands || !record) return 'This item cannot be shared: its source could not be verified as current.';
  const { channels, reshare, maxDepth } = record.reuse;
  if (record.promotionalStatus === 'medical-information-response')
    return 'This answers one person’s question and cannot be shared.';
  const allowed =
    (!channels?.allow || channels.allow.includes('discussion')) && !channels?.deny?.includes('discussion');
  if (!allowed) return 'The publisher’s reuse terms do not allow posting this in discussions.';
  if (depth > 1 && (!reshare || (maxDepth !== undefined && depth > maxDepth)))
    return 'The publisher’s reuse terms do not allow sharing this on.';
  return undefined;
}
