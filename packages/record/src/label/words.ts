import type { ContentType, LabelStatus, PartyRole, PromotionalStatus } from '../vocabulary.js';
import type { DetailWords } from './detail-words.js';
import type { StateName } from './state.js';

/**
 * The label's own words in one language. What regulators prescribe comes from the record, never from here. Stored labels
 * are recomputed to be compared, so `date`, `list` and `country` of stored words must give the same text in every browser.
 */
export interface LabelWords {
  /** BCP 47 code, such as `en`. */
  readonly lang: string;
  /** What was found, in few words. */
  readonly state: Readonly<Record<StateName, string>>;
  /** What that means. Loaded where something is amiss; English without. */
  readonly reasons?: Readonly<Record<StateName, string>> | undefined;
  readonly code: (code: ContentType | PromotionalStatus) => string;
  readonly role: (role: PartyRole) => string;
  /** Only what the label warns of. */
  readonly labelStatus: Readonly<Partial<Record<LabelStatus, string>>>;
  /** Lists come joined, and `fields` and `excluded` may be empty. */
  readonly audience: (countries: string, roles: string, fields: string, excluded: string) => string;
  readonly heading: Readonly<Record<Heading, string>>;
  readonly reference: (n: number) => string;
  readonly monitoring: string;
  /** Before the address where a stored label can be checked. */
  readonly check: string;
  /** `2014-01-13` → as readers write it. */
  readonly date: (iso: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** ISO 3166-1 code → as readers write it. */
  readonly country: (code: string) => string;
  /** Loaded with the details; English without. */
  readonly details?: DetailWords | undefined;
}

export type Heading =
  | 'involvement'
  | 'boxedWarning'
  | 'safety'
  | 'obligatory'
  | 'legalClass'
  | 'prescribingInformation'
  | 'piDate'
  | 'aeReporting'
  | 'approval'
  | 'datePrepared'
  | 'lastRevised'
  | 'validUntil'
  | 'canonicalUrl'
  | 'communityFunding';

/** Words whose dates, lists and countries no browser's language data can change: for labels that are stored. */
export function storedWords(words: LabelWords): LabelWords {
  if (words.lang === 'en') return words;
  return { ...words, date: (iso) => iso, list: (items) => items.join(', '), country: (code) => code };
}
