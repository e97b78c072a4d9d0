/** What `<pq-quote>` says before anybody asks it for anything. */
export interface BarWords {
  readonly quote: string;
  /** Before anything is selected. */
  readonly hint: string;
  /** What is selected, beginning and end. */
  readonly selected: (passage: string) => string;
  readonly checking: string;
}

export const ENGLISH_BAR: BarWords = {
  quote: 'Quote with source',
  hint: 'Select more than four words above to quote them with their source.',
  selected: (passage) => `Selected: “${passage}”`,
  checking: 'Checking the source…',
};
