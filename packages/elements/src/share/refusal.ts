import type { Assessment } from '../source/assess.js';
import type { ShareWords } from './words.js';

/** Why an item cannot be shared right now, in the doctor's terms; undefined when it can. */
export function refusal(
  { verdict, unknown, host, remains }: Assessment,
  depth: number,
  words: ShareWords,
): string | undefined {
  if (unknown) return words.refused.new;
  // A publisher's own page knows nothing of its reader's country, so there the audience is not judged.
  const stands = verdict.state === 'verified' || (host === 'publisher' && verdict.state === 'not-for-audience');
  const { record } = verdict;
  if (verdict.state === 'withdrawn') return words.withdrawn(remains?.tombstone.reason ?? '');
  if (!stands || !record) return words.refused.unverified;
  const { channels, reshare, maxDepth } = record.reuse;
  if (record.promotionalStatus === 'medical-information-response') return words.refused['one-person'];
  const allowed =
    (!channels?.allow || channels.allow.includes('discussion')) && !channels?.deny?.includes('discussion');
  if (!allowed) return words.refused['no-discussion'];
  if (depth > 1 && (!reshare || (maxDepth !== undefined && depth > maxDepth))) return words.refused['no-resharing'];
  return undefined;
}
