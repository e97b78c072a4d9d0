import type { StateName } from './state.js';
import type { LabelWords } from './words.js';

/** What each state means, in English. */
export const ENGLISH_REASONS: Readonly<Record<StateName, string>> = {
  unlisted: 'Nothing was checked. What follows is what the post says.',
  altered: 'It does not match the publisher’s signature, so it is not shown as theirs.',
  changed: 'What the publisher holds now is not what was shared here, so it is not shown.',
  withdrawn: 'The publisher has withdrawn it. Do not rely on it.',
  unchecked: 'Whether it is still current is not known. That says nothing against it, and nothing for it.',
  suspended: 'The publisher is reviewing this item. It may come back.',
  expired: 'The publisher has not renewed this item.',
  superseded: 'The publisher has replaced this version.',
  'not-for-audience': 'It was prepared for another audience. The source is shown, the content is not.',
  'hcp-only': 'The publisher keeps the content to them. The source is shown, the content is not.',
  verified: 'Signed by the publisher, unchanged, and current.',
  'as-stated': 'Check it at the source.',
};

/** What a state means for the reader, in one or two sentences. */
export function reasonOf(name: StateName, words: LabelWords): string {
  return (words.reasons ?? ENGLISH_REASONS)[name];
}
