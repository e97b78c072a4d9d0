import { ENGLISH_BAR, type BarWords } from './bar-words.js';

/** What `<pq-quote>` says in one language. */
export interface QuoteWords extends BarWords {
  readonly approved: string;
  readonly own: (length: number, max: number) => string;
  readonly tooLong: (length: number, max: number) => string;
  readonly approvedOnly: string;
  readonly none: string;
  readonly nothingSelected: string;
  readonly ownChoice: string;
  readonly labelChoice: string;
  readonly choices: string;
  readonly choose: string;
  readonly post: string;
  readonly postLabel: string;
  /** On a publisher's own page. */
  readonly toCommunity: string;
  readonly pasteIt: string;
  readonly copy: string;
  readonly copied: string;
  /** Added where the copy is counted. */
  readonly inCrowds: string;
  readonly copyBlocked: string;
  readonly textToCopy: string;
  /** Stands in the post under a quotation that the publisher did not approve. */
  readonly ownNote: string;
  readonly passage: string;
  readonly termsChanged: string;
  readonly refused: Readonly<Record<'new' | 'unverified' | 'one-person', string>>;
  readonly withdrawn: (reason: string) => string;
}

export const ENGLISH_QUOTING: QuoteWords = {
  ...ENGLISH_BAR,
  approved: 'Approved excerpt',
  own: (length, max) => `Your own selection, not an approved excerpt: ${length} of at most ${max} characters`,
  tooLong: (length, max) =>
    `Too long to quote: ${length} characters, and the publisher allows ${max}. Select less, or choose from these.`,
  approvedOnly: 'The publisher allows only approved excerpts to be quoted. Choose from these.',
  none: 'The publisher allows no quotation from this item. You can share its title and label.',
  nothingSelected: 'Select more than four words of the text, or choose from these.',
  ownChoice: 'Only what you selected',
  labelChoice: 'No quotation: the title and the label only',
  choices: 'What to quote',
  choose: 'Choose an excerpt',
  post: 'Quote in a post',
  postLabel: 'Share title and label',
  toCommunity: 'Quote in your community',
  pasteIt: 'Copy it and paste it in your community: this page passes no selection on.',
  copy: 'Copy with source',
  copied: 'Copied, with the whole label.',
  inCrowds: 'Counted in crowds, without you.',
  copyBlocked: 'This browser did not allow copying. Select the text below.',
  textToCopy: 'Text to copy',
  ownNote: 'My own selection from this item, not an excerpt that its publisher approved.',
  passage: 'Read it in its place',
  termsChanged: 'The publisher’s terms no longer allow this quotation. Select the passage again.',
  refused: {
    new: 'New here: this item can be quoted within 15 minutes.',
    unverified: 'This item cannot be quoted: its source could not be verified as current.',
    'one-person': 'This answers one person’s question and cannot be quoted.',
  },
  withdrawn: (reason) => `This item has been withdrawn. ${reason} It can no longer be quoted.`,
};
