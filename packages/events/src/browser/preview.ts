import type { CountSetting } from '@pullquote/record/reader';
import type { FactDraft } from '../fact.js';
import type { Preview } from '../port.js';
import { laneOf, type PublicFact } from '../vocabulary.js';

/** The depths at which a post can be each of these; the server refuses any other. */
const DEPTHS: Record<PublicFact, readonly number[]> = { shared: [1], reshared: [2, 3], quoted: [1, 2, 3] };

/** What a draft would tell the publisher under this community's setting, and the fact if there would be one. */
export function previewOf(draft: FactDraft, count: CountSetting, globalPrivacyControl: boolean): Preview {
  if (globalPrivacyControl) return { tells: 'browser-refuses' };
  const lane = laneOf(draft.fact);
  if (lane === undefined) return { tells: 'not-counted' };
  switch (count) {
    case 'none':
      return { tells: 'counts-nothing' };
    case 'shares':
      if (lane === 'public') return post(draft);
      return { tells: draft.fact === 'sent-privately' ? 'private' : 'posts-only' };
    case 'all':
      return lane === 'public' ? post(draft) : { tells: 'crowd', fact: only(draft) };
    default:
      return { tells: 'unknown' };
  }
}

function post(draft: FactDraft): Preview {
  if (!DEPTHS[draft.fact as PublicFact].includes(draft.depth ?? 0)) return { tells: 'depth' };
  return { tells: 'post', fact: { ...only(draft), depth: draft.depth } };
}

/** The named fields and no others, whatever else the object carries. */
function only({ fact, item, version }: FactDraft): FactDraft {
  return { fact, item, version };
}
