import { describe, expect, it } from 'vitest';
import { CROWD_FACTS, PUBLIC_FACTS } from '@pullquote/events';
import { factWords } from '../../../packages/elements/src/ledger/fact-words.js';
import { ENGLISH_LEDGER } from '../../../packages/elements/src/ledger/words.js';
import { locale as ar } from '../../../packages/elements/src/locales/ar.js';
import { locale as de } from '../../../packages/elements/src/locales/de.js';
import { locale as es } from '../../../packages/elements/src/locales/es.js';
import { locale as fr } from '../../../packages/elements/src/locales/fr.js';
import { locale as it_ } from '../../../packages/elements/src/locales/it.js';

const CODES = [...PUBLIC_FACTS, ...CROWD_FACTS, 'excerpt.e3', 'room.cardiology', 'share-blocked.ALL-05'];
const LEDGERS = { en: ENGLISH_LEDGER, ...Object.fromEntries([de, fr, es, it_, ar].map((l) => [l.lang, l.ledger])) };

describe.each(Object.entries(LEDGERS))('the ledger in %s', (_, words) => {
  it('has a sentence for every fact that can be made, and never shows a bare code', () => {
    const said = CODES.map((code) => factWords(code, words));
    expect(new Set(said).size).toBe(CODES.length);
    for (const [i, sentence] of said.entries()) expect(sentence).not.toBe(CODES[i]);
  });

  it('says of a room and a passage that a card was read, which is what they are counted with', () => {
    for (const code of ['excerpt.e3', 'room.cardiology']) expect(factWords(code, words)).toContain(words.fact.viewed);
  });
});
