import { STATE, type ItemLink, type Verdict } from '@pullquote/record/reader';
import { mediaView, type MediaView } from './media/view.js';
import type { Host } from './source/host.js';
import { newerOf, type Newer } from './superseded/newer.js';

export { remainsOf } from './withdrawn.js';

/** What few items have: something that took their place, something to see or hear. */
export interface Beyond {
  /** What took the place of a superseded item. */
  readonly newer?: Newer | undefined;
  /** What there is to see or hear, where its content may be shown. */
  readonly media?: MediaView | undefined;
}

/** `link` named the version; without one there is nothing newer to look for. */
export async function beyondOf(verdict: Verdict, link: ItemLink | undefined, place: Host): Promise<Beyond> {
  const { record, digest, state, gate } = verdict;
  if (!record) return {};
  const newer = state === 'superseded' ? await newerOf(record, link && digest, place) : undefined;
  try {
    return { newer, media: record.media && STATE[state].content && !gate ? mediaView(record) : undefined };
  } catch {
    return { newer }; // Media that no schema of ours would let through are left out; the label stands.
  }
}
