import { describe, expect, it } from 'vitest';
import type { RenderRecord } from '@pullquote/record/reader';
import { excerptAt } from '../../packages/elements/src/quote/match.js';
import { mayQuote, offerOf } from '../../packages/elements/src/quote/offer.js';
import { passageOf } from '../../packages/elements/src/quote/passage.js';
import { allows, quotable } from '../../packages/elements/src/quote/refusal.js';
import { ENGLISH_QUOTING } from '../../packages/elements/src/quote/words.js';
import type { Assessment } from '../../packages/elements/src/source/assess.js';
import { createTestPublisher } from '../support/publisher.js';

const record: RenderRecord = await (await createTestPublisher()).record();
const [approved] = record.excerpts ?? [];
const TEXT = [
  'Interactions of statins',
  `Note. ${approved?.text.replace('statins', '“statins”').replace('-', '–')} See section 7.`,
  'Monitor creatine kinase in every patient.',
];

function passage(words: string, texts: readonly string[] = TEXT) {
  const block = texts.findIndex((text) => text.includes(words));
  const at = texts[block]?.indexOf(words) ?? -1;
  if (at === -1) throw new Error(`"${words}" is not in the text.`);
  return passageOf({
    blocks: texts.map((text) => ({ text, said: text })),
    start: { block, at },
    end: { block, at: at + words.length },
  });
}
const terms = (reuse: Partial<RenderRecord['reuse']>): RenderRecord => ({
  ...record,
  reuse: { ...record.reuse, ...reuse },
});

describe('a passage', () => {
  it('is widened to whole words and counts its words and characters', () => {
    expect(passage('onitor creatine kin')).toMatchObject({ text: 'Monitor creatine kinase', words: 3, length: 23 });
    expect(passage('a 😀 b', ['a 😀 b']).length).toBe(5);
  });

  it('keeps blocks apart and drops what only changes how it reads', () => {
    const blocks = ['One cell', '\u202eTwo cells'].map((text) => ({ text, said: text }));
    const { text } = passageOf({ blocks, start: { block: 0, at: 0 }, end: { block: 1, at: 10 } });
    expect(text).toBe('One cell\nTwo cells');
  });
});

describe('the approved excerpt of a selection', () => {
  const at = (words: string) => excerptAt(passage(words).reading, record.excerpts ?? [])?.id;

  it.each([
    ['lies in it', 'during treatment with “statins” is', 'e1'],
    ['reaches into it', 'administration of cyclosporine. See section', 'e1'],
    ['holds it whole, other quotation marks and all', TEXT[1] ?? '', 'e1'],
    ['stands elsewhere', 'Monitor creatine kinase in every patient.', undefined],
    ['only ends where it begins', 'Note.', undefined],
  ])('when the selection %s', (_, words, id) => expect(at(words)).toBe(id));

  it('is the one that shares most', () => {
    const excerpts = [
      { id: 'a', text: 'Interactions of' },
      { id: 'b', text: 'of statins Note. The risk' },
    ];
    const { reading } = passage('Interactions of statins');
    expect(excerptAt(reading, excerpts)?.id).toBe('a');
  });

  it('is compared with the selection alone where the text does not hold it', () => {
    const short = [{ id: 's', text: 'Every time: monitor creatine kinase in every patient.' }];
    expect(excerptAt(passage('Monitor creatine kinase in every').reading, short)?.id).toBe('s');
    expect(
      excerptAt(passage('Interactions of statins').reading, [...short, { id: 'empty', text: ' ' }]),
    ).toBeUndefined();
  });
});

describe('what is offered', () => {
  const own = passage('Monitor creatine kinase in every patient.');

  it('is the approved excerpt first, and the selection only where the terms have room for it', () => {
    const near = passage('during treatment with');
    expect(offerOf(record, near)).toMatchObject({
      why: 'approved',
      choices: [{ kind: 'approved', excerpt: { id: 'e1' } }],
    });
    expect(offerOf(terms({ quote: 'max-length', quoteMax: 100 }), near).choices).toHaveLength(2);
    expect(offerOf(terms({ quote: 'max-length', quoteMax: 10 }), near).choices).toHaveLength(1);
  });

  it.each([
    [{ quote: 'max-length', quoteMax: 41 }, 'own', ['own']],
    [{ quote: 'max-length', quoteMax: 40 }, 'too-long', ['approved', 'label']],
    [{ quote: 'approved-only' }, 'approved-only', ['approved', 'label']],
    [{ quote: 'none' }, 'none', ['label']],
    // Terms that say nothing we know allow nothing.
    [{ quote: 'max-length' }, 'approved-only', ['approved', 'label']],
    [{ quote: 'max-length', quoteMax: Number.NaN }, 'approved-only', ['approved', 'label']],
    [{ quote: 'anything' as never, quoteMax: 900 }, 'none', ['label']],
    [{ quote: undefined as never }, 'none', ['label']],
  ] as const)('under %j: %s', (reuse, why, kinds) => {
    const offer = offerOf(terms(reuse), own);
    expect([offer.why, offer.choices.map(({ kind }) => kind)]).toEqual([why, kinds]);
    expect(mayQuote(terms(reuse), own.text)).toBe(why === 'own');
  });

  it('without a selection is what the publisher approved', () => {
    expect(offerOf(record, undefined).choices.map(({ kind }) => kind)).toEqual(['approved', 'label']);
    expect(offerOf({ ...record, excerpts: undefined }, undefined).choices).toEqual([{ kind: 'label' }]);
    expect(offerOf(terms({ quote: 'none' }), undefined).choices).toEqual([{ kind: 'label' }]);
  });
});

describe('what may not be quoted', () => {
  const found = (changes: Partial<Assessment>, state: Assessment['verdict']['state'] = 'verified'): Assessment => ({
    verdict: { state, reason: 'all-checks-passed', record, digest: 'x' },
    unknown: false,
    country: 'US',
    host: 'community',
    ...changes,
  });

  it('is everything that is not verified and current', () => {
    expect(quotable(found({}), ENGLISH_QUOTING)).toBe(record);
    for (const state of [
      'unlisted',
      'altered',
      'withdrawn',
      'unchecked',
      'suspended',
      'expired',
      'superseded',
      'not-for-audience',
    ] as const)
      expect(quotable(found({}, state), ENGLISH_QUOTING)).toBeTypeOf('string');
    expect(quotable(found({ unknown: true }), ENGLISH_QUOTING)).toContain('New here');
    expect(quotable(found({ host: 'publisher' }, 'not-for-audience'), ENGLISH_QUOTING)).toBe(record);
    expect(quotable(found({ host: 'publisher' }, 'expired'), ENGLISH_QUOTING)).toBeTypeOf('string');
    const answer = { ...record, promotionalStatus: 'medical-information-response' as const };
    expect(quotable({ ...found({}), verdict: { ...found({}).verdict, record: answer } }, ENGLISH_QUOTING)).toContain(
      'one person',
    );
  });

  it('follows the channels of the reuse terms', () => {
    expect(allows(record, 'copy')).toBe(true);
    expect(allows(terms({ channels: { deny: ['copy'] } }), 'copy')).toBe(false);
    expect(allows(terms({ channels: { allow: ['discussion'] } }), 'copy')).toBe(false);
    expect(allows(terms({ channels: { allow: ['discussion'] } }), 'discussion')).toBe(true);
  });
});
