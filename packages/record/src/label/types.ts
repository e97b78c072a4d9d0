import type { Gate } from '../verdict.js';
import type { LabelState, StateName } from './state.js';
import type { LabelWords } from './words.js';

export type LabelField =
  | 'state'
  | 'company'
  | 'involvement'
  | 'promotionalStatus'
  | 'contentType'
  | 'labelStatus'
  | 'audience'
  | 'title'
  | 'product'
  | 'prescribingInformation'
  | 'boxedWarning'
  | 'safety'
  | 'obligatory'
  | 'legalClass'
  | 'piDate'
  | 'excerpt'
  | 'mustAccompany'
  | 'aeReporting'
  | 'approval'
  | 'datePrepared'
  | 'lastRevised'
  | 'validUntil'
  | 'canonicalUrl'
  | 'version'
  | 'summary'
  | 'duration'
  | 'accessGate'
  | 'parties'
  | 'translations'
  | 'reviewBy'
  | 'citation'
  | 'reuse'
  | 'communityFunding';

/** One line of the label. All text is inert: control characters are gone and nothing in it is markup. */
export interface LabelItem {
  readonly field: LabelField;
  readonly text: string;
  /** Said before the text, as `heading: text`. */
  readonly heading?: string | undefined;
  /** Where the text leads: https, or http on the reader's own machine. */
  readonly href?: string | undefined;
  /** The text's language, where it is the record's own and not the label's. */
  readonly lang?: string | undefined;
  /** Where else it leads, each with its own words. */
  readonly links?: readonly LabelLink[] | undefined;
}

export interface LabelLink {
  readonly text: string;
  readonly href: string;
}

export interface Label {
  readonly state: LabelState;
  /** The words that it was made with. */
  readonly words: LabelWords;
  /** What every reader must see, in order. */
  readonly compact: readonly LabelItem[];
  /** What one more click shows. */
  readonly expanded: readonly LabelItem[];
}

/** What every reader must see. */
export type CompactLabel = Omit<Label, 'expanded'>;

export interface LabelContext {
  /** The verdict; `as-stated` for text that is stored, which may never look verified. */
  readonly state: StateName;
  /** ISO 3166-1 code of the reader's country. */
  readonly country: string;
  /** Id of the approved excerpt that the doctor chose. */
  readonly excerpt?: string | undefined;
  /** Not for this reader: the source is shown in whatever state, the content is not. */
  readonly gate?: Gate | undefined;
  /** How the community is paid for, in its own words. */
  readonly communityFunding?: string | undefined;
  /** The label's own words; English without. */
  readonly words?: LabelWords | undefined;
}
