import { ENGLISH, type LabelWords } from '@pullquote/record/reader';
import type { LedgerWords } from './ledger/words.js';
import type { MediaWords } from './media/words.js';
import type { QuoteWords } from './quote/words.js';
import type { LearnWords } from './share/learn-words.js';
import type { PostingWords } from './share/posting-words.js';
import type { RefusalWords } from './share/refusal-words.js';
import type { WaysWords } from './share/ways/words.js';
import type { ShareWords } from './share/words.js';
import type { NewerWords } from './superseded/words.js';

/** The elements' own words around the label. */
export interface ElementWords {
  /** Names the publisher's block. */
  readonly source: string;
  readonly share: string;
  readonly shareWithSource: string;
  readonly shareInCommunity: string;
  readonly details: string;
  readonly fewer: string;
  readonly own: string;
  readonly posted: string;
  readonly reason: string;
  readonly replacement: string;
  /** What is read is counted, but of nobody by himself. */
  readonly counted: string;
}

/** Everything that is said in one language. What loads later brings its own English along. */
export interface Words extends LabelWords {
  readonly element: ElementWords;
  readonly sharing?: ShareWords | undefined;
  readonly ledger?: LedgerWords | undefined;
  readonly newer?: NewerWords | undefined;
  readonly media?: MediaWords | undefined;
  readonly quoting?: QuoteWords | undefined;
  readonly learning?: LearnWords | undefined;
  readonly posting?: PostingWords | undefined;
  readonly refusals?: RefusalWords | undefined;
  readonly ways?: WaysWords | undefined;
}

/** A language other than English is one file, and whole. */
export type Locale = Required<Words>;

export const ENGLISH_WORDS: Words = {
  ...ENGLISH,
  element: {
    source: 'Source and company involvement',
    share: 'Share',
    shareWithSource: 'Share with its source',
    shareInCommunity: 'Share in your community',
    details: 'Details',
    fewer: 'Fewer details',
    own: 'Also in this post, in its author’s words:',
    posted: 'What the post said when it was shared',
    reason: 'Reason',
    replacement: 'What replaces it',
    counted: 'Views are counted in crowds, without you.',
  },
};
