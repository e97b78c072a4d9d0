/** What is said where a newer version has taken an item's place. */
export interface NewerWords {
  readonly heading: string;
  readonly version: (n: number) => string;
  /** Nothing newer is held here, or it could not be checked. */
  readonly unknown: string;
  readonly passage: string;
  readonly same: string;
  readonly changed: string;
  readonly gone: string;
  readonly open: string;
}

export const ENGLISH_NEWER: NewerWords = {
  heading: 'Newer version',
  version: (n) => `version ${n}`,
  unknown: 'Not known here. Look for it at the source.',
  passage: 'The passage quoted here',
  same: 'It stands in the newer version, word for word.',
  changed: 'It reads differently in the newer version:',
  gone: 'It is no longer among the passages that the newer version offers for quoting.',
  open: 'Open the newer version',
};
