import type { CountSetting } from '@pullquote/record/reader';
import type { FactDraft } from './fact.js';
import { laneOf, type FactCode, type PlainFact, type PublicFact, type Rule, type Specialty } from './vocabulary.js';
import type { Visibility } from './vocabulary.js';

/** What a doctor did. There is room for closed lists alone: no text, no place, no time, nobody. */
export type Happening =
  | {
      readonly what: 'posted';
      readonly as: PublicFact;
      readonly depth: 0 | 1 | 2 | 3;
      /** The least readable of the places it went to; absent where the host did not say. */
      readonly visibility?: Visibility | undefined;
    }
  | { readonly what: 'did'; readonly fact: PlainFact }
  /** The highest mark reached, alone. */
  | { readonly what: 'played'; readonly percent: 25 | 50 | 75 | 100 }
  /** Must be one of the record's approved excerpts. */
  | { readonly what: 'excerpted'; readonly excerpt: string }
  /** The room of the context. */
  | { readonly what: 'entered-room' }
  | { readonly what: 'blocked'; readonly by: Rule };

/** Where it was done, and whether it may be counted at all. */
export interface FactContext {
  /** The item's URN and version, as its verified record says them. */
  readonly item: string;
  readonly version: number;
  /** Ids of the record's approved excerpts. */
  readonly excerpts: readonly string[];
  /** Of the room, never of the member. */
  readonly room?: Specialty | undefined;
  /** What the community counts. */
  readonly count: CountSetting;
  /** Global Privacy Control, or the doctor's own "never count me". */
  readonly objects: boolean;
}

/** The depths at which a post can be each of these; the server refuses any other. */
const DEPTHS: Readonly<Record<PublicFact, readonly number[]>> = { shared: [1], reshared: [2, 3], quoted: [1, 2, 3] };

/** The one producer of facts. Undefined: nothing is counted, and nothing is kept for later. */
export function toFact(happening: Happening, context: FactContext): FactDraft | undefined {
  const { item, version, count, objects } = context;
  const code = objects ? undefined : codeOf(happening, context);
  if (code === undefined) return undefined;
  const fact = { fact: code, item, version };
  if (laneOf(code) !== 'public') return count === 'all' ? fact : undefined;
  if (happening.what !== 'posted' || (count !== 'all' && count !== 'shares')) return undefined;
  return { ...fact, depth: happening.depth };
}

function codeOf(happening: Happening, { excerpts, room }: FactContext): FactCode | undefined {
  switch (happening.what) {
    case 'posted': {
      const { as, depth, visibility } = happening;
      // Whoever didn't say that all members can read it sent it privately.
      if (visibility !== 'members') return 'sent-privately';
      return laneOf(as) === 'public' && DEPTHS[as].includes(depth) ? as : undefined;
    }
    case 'did':
      return known(happening.fact);
    case 'played':
      return known(`media-progress.${happening.percent}`);
    case 'excerpted':
      return excerpts.includes(happening.excerpt) ? known(`excerpt.${happening.excerpt}`) : undefined;
    case 'entered-room':
      return room && known(`room.${room}`);
    case 'blocked':
      return known(`share-blocked.${happening.by}`);
    default:
      return undefined;
  }
}

/** Types end where JavaScript calls begin: only what stands in the vocabulary goes on. */
function known<Code extends FactCode>(code: Code): Code | undefined {
  return laneOf(code) === 'crowd' ? code : undefined;
}
