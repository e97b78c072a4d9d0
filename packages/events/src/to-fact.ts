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

/** The one producer of facts. Undefined: nothing is counted, and nothing is kept for later. */
export function toFact(happening: Happening, context: FactContext): FactDraft | undefined {
  if (context.objects) return undefined;
  const code = codeOf(happening, context);
  if (code === undefined || !isCounted(code, context.count)) return undefined;
  const about = { fact: code, item: context.item, version: context.version };
  if (happening.what !== 'posted' || laneOf(code) !== 'public') return about;
  return { ...about, depth: happening.depth };
}

function codeOf(happening: Happening, { excerpts, room }: FactContext): FactCode | undefined {
  switch (happening.what) {
    case 'posted':
      // Whoever didn't say that all members can read it sent it privately.
      if (happening.visibility !== 'members') return 'sent-privately';
      return fits(happening.as, happening.depth) ? happening.as : undefined;
    case 'did':
      return known(happening.fact);
    case 'played':
      return known(`media-progress.${happening.percent}`);
    case 'excerpted':
      return excerpts.includes(happening.excerpt) ? known(`excerpt.${happening.excerpt}`) : undefined;
    case 'entered-room':
      return room === undefined ? undefined : known(`room.${room}`);
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

function fits(fact: PublicFact, depth: number): boolean {
  switch (fact) {
    case 'shared':
      return depth === 1;
    case 'reshared':
      return depth === 2 || depth === 3;
    case 'quoted':
      return depth === 1 || depth === 2 || depth === 3;
    default:
      return false;
  }
}

function isCounted(code: FactCode, count: CountSetting): boolean {
  switch (count) {
    case 'none':
      return false;
    case 'shares':
      return laneOf(code) === 'public';
    case 'all':
      return true;
    default:
      return false;
  }
}
