import type { CountSetting } from '@pullquote/record/reader';
import type { FactDraft } from '../fact.js';
import type { Preview } from '../port.js';
import { laneOf, type PublicFact } from '../vocabulary.js';

/** The depths at which a post can be each of these; the server refuses any other. */
const DEPTHS: Record<PublicFact, readonly number[]> = { shared: [1], reshared: [2, 3], quoted: [1, 2, 3] };
const DEPTH = { 1: 'a first post', 2: 'a reshare of a post', 3: 'a reshare of a reshare, or further on' } as const;

const CROWD =
  'Nothing about you alone. After the week closes, your community may tell the publisher roughly how many doctors here ' +
  'did this with the item: a figure blurred by chance, given only when it is large enough.';

/** What a draft would tell the publisher under this community's setting, in words, and the fact if there would be one. */
export function previewOf(draft: FactDraft, count: CountSetting, globalPrivacyControl: boolean): Preview {
  if (globalPrivacyControl)
    return nothing('your browser asks sites to pass nothing on about you (Global Privacy Control)');
  const lane = laneOf(draft.fact);
  if (lane === undefined) return nothing('this is not among the things that are counted');
  switch (count) {
    case 'none':
      return nothing('this community counts nothing');
    case 'shares':
      return lane === 'public' ? publicPreview(draft) : nothing(notHere(draft));
    case 'all':
      return lane === 'public' ? publicPreview(draft) : { sentence: CROWD, fact: only(draft) };
    default:
      return nothing('this community has not said what it counts');
  }
}

function publicPreview(draft: FactDraft): Preview {
  const depth = draft.depth === 1 || draft.depth === 2 || draft.depth === 3 ? DEPTH[draft.depth] : undefined;
  if (draft.visibility !== 'members') return nothing('private sharing is not counted here');
  if (depth === undefined || !DEPTHS[draft.fact as PublicFact].includes(draft.depth ?? 0))
    return nothing('a post of this depth is not counted');
  const sentence =
    `Tomorrow or later: that this item (version ${draft.version}) was ${draft.fact} once in a ` +
    `discussion that all members of this community can read, on which day, and that it was ${depth}; with it the ` +
    'community’s address and country. Not who you are, not your words, not which discussion.';
  return { sentence, fact: { ...only(draft), depth: draft.depth, visibility: draft.visibility } };
}

function notHere({ fact }: FactDraft): string {
  return fact === 'sent-privately'
    ? 'private sharing is not counted here'
    : 'only posts that all members can read are counted here';
}

function nothing(why: string): Preview {
  return { sentence: `Nothing will be sent: ${why}.` };
}

/** The named fields and no others, whatever else the object carries. */
function only({ fact, item, version }: FactDraft): FactDraft {
  return { fact, item, version };
}
