import type { Assessment } from '../source/assess.js';
import { loadFacts } from '../load-facts.js';
import type { Words } from '../words.js';
import type { ShareWords } from './words.js';

/** Why an item cannot be shared at all right now. */
export type Refusal = 'new' | 'withdrawn' | 'unverified' | 'one-person' | 'no-resharing';

/** Undefined when it can be. */
export function refusedBy({ verdict, unknown, host }: Assessment, depth: number): Refusal | undefined {
  if (unknown) return 'new';
  // A publisher's own page knows nothing of its reader's country, so there the audience is not judged.
  const stands = verdict.state === 'verified' || (host === 'publisher' && verdict.state === 'not-for-audience');
  const { record } = verdict;
  if (verdict.state === 'withdrawn') return 'withdrawn';
  if (!stands || !record) return 'unverified';
  const { reshare, maxDepth } = record.reuse;
  if (record.promotionalStatus === 'medical-information-response') return 'one-person';
  if (depth > 1 && (!reshare || (maxDepth !== undefined && depth > maxDepth))) return 'no-resharing';
  return undefined;
}

/** The same in words for the doctor, which load only where they are needed. */
export async function refusal(
  found: Assessment,
  depth: number,
  words: Words,
  { notChecked }: ShareWords,
): Promise<string | undefined> {
  const refused = refusedBy(found, depth);
  if (refused === undefined) return undefined;
  if (found.counted) void loadFacts().then((facts) => facts?.tellBlocked(found, refused));
  try {
    const { refusalIn } = await import('./refusal-words.js');
    return refusalIn(words, refused, found.remains?.tombstone.reason ?? '');
  } catch {
    return notChecked; // The words could not be had; the refusal stands all the same.
  }
}
