import type { LedgerWords, PlainFact } from './words.js';

/** What a doctor did, in words; the code itself where this version does not know it. */
export function factWords(code: string, words: LedgerWords): string {
  if (Object.hasOwn(words.fact, code)) return words.fact[code as PlainFact];
  const [family = '', detail = ''] = code.split(/\.(.*)/s);
  switch (family) {
    case 'excerpt':
      return `${words.fact.viewed}, ${words.excerpt} (${detail})`;
    case 'room':
      return `${words.fact.viewed}, ${words.room} (${detail})`;
    case 'share-blocked':
      return words.blocked(detail);
    case 'media-progress':
      return words.media(detail);
    default:
      return code;
  }
}
