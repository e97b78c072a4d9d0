import type { CountSetting } from '@pullquote/record/reader';
import type { FactDraft } from '../fact.js';
import type { Preview } from '../port.js';
import { toFact, type Happening } from '../to-fact.js';
import { laneOf, type PlainFact, type PublicFact } from '../vocabulary.js';

/** What a draft would tell the publisher under this community's setting, and the fact if there would be one. */
export function previewOf(draft: FactDraft, count: CountSetting, globalPrivacyControl: boolean): Preview {
  if (globalPrivacyControl) return { tells: 'browser-refuses' };
  const { fact: code, item, version } = draft;
  const lane = laneOf(code);
  if (lane === undefined) return { tells: 'not-counted' };
  const posted = lane === 'public';
  if (count === 'none') return { tells: 'counts-nothing' };
  if (count === 'shares' && !posted) return { tells: code === 'sent-privately' ? 'private' : 'posts-only' };
  if (count !== 'shares' && count !== 'all') return { tells: 'unknown' };
  const fact = toFact(happeningOf(draft, posted), { item, version, excerpts: [], count, objects: false });
  return fact ? { tells: posted ? 'post' : 'crowd', fact } : { tells: 'depth' };
}

/** What the one producer of facts would have to be told, to make this one. A public code says who can read the post. */
function happeningOf({ fact, depth = 0 }: FactDraft, posted: boolean): Happening {
  return posted
    ? { what: 'posted', as: fact as PublicFact, depth, visibility: 'members' }
    : { what: 'did', fact: fact as PlainFact };
}
