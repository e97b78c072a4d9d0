import type { RenderRecord } from '@pullquote/record/reader';
import type { Assessment } from '../source/assess.js';
import type { QuoteWords } from './words.js';

/** The record that may be quoted from, or in words why none may. */
export function quotable(found: Assessment, words: QuoteWords): RenderRecord | string {
  const { verdict, unknown, host, remains } = found;
  const { record, state } = verdict;
  if (unknown) return words.refused.new;
  if (state === 'withdrawn') return words.withdrawn(remains?.tombstone.reason ?? '');
  // A publisher's own page knows nothing of its reader's country, so there the audience is not judged.
  const stands = state === 'verified' || (host === 'publisher' && state === 'not-for-audience');
  if (!stands || !record) return words.refused.unverified;
  if (record.promotionalStatus === 'medical-information-response') return words.refused['one-person'];
  return record;
}

/** Whether the reuse terms let the item go this way. */
export function allows({ reuse: { channels } }: RenderRecord, kind: 'discussion' | 'copy'): boolean {
  return (!channels?.allow || channels.allow.includes(kind)) && !channels?.deny?.includes(kind);
}
