import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarse, findText } from '../../packages/elements/src/quote/find-text.js';
import type { Reading } from '../../packages/elements/src/quote/read-text.js';
import { passageUrl, textDirective } from '../../packages/elements/src/quote/text-fragment.js';
import { findDirective, parseDirective } from '../support/text-directive.js';

/** A reading of these blocks with `words` selected, at its nth place. */
function reading(blocks: readonly string[], words: string, nth = 0): Reading {
  let from = -1;
  const page = blocks.join('\n');
  for (let n = 0; n <= nth; n++) from = page.indexOf(words, from + 1);
  if (from === -1) throw new Error(`"${words}" is not there ${nth + 1} times.`);
  const spot = (at: number) => {
    const block = page.slice(0, at).split('\n').length - 1;
    return { block, at: at - blocks.slice(0, block).reduce((sum, text) => sum + text.length + 1, 0) };
  };
  return { blocks: blocks.map((text) => ({ text, said: text })), start: spot(from), end: spot(from + words.length) };
}

describe('a text directive', () => {
  it.each([
    [
      'names a short passage whole',
      ['We quote an example text fragment here.'],
      'an example text fragment',
      0,
      'text=an%20example%20text%20fragment',
    ],
    [
      'adds what comes before where the same words stood earlier',
      ['An example text fragment.', 'And this is An Example text fragment.'],
      'An Example text fragment',
      0,
      'text=is-,An%20Example%20text%20fragment',
    ],
    [
      'adds what comes after where nothing stands before',
      ['Take care in adults.', 'Take care in'],
      'Take care in',
      1,
      'text=adults%2E-,Take%20care%20in',
    ],
    [
      'encodes what the syntax keeps for itself',
      ['Low-dose, once & daily (5–10 mg), is enough.'],
      'Low-dose, once & daily (5–10 mg)',
      0,
      'text=Low%2Ddose%2C%20once%20%26%20daily%20%285%E2%80%9310%20mg%29',
    ],
    [
      'keeps a full stop from falling off the end of an address',
      ['Stop it at once now.'],
      'Stop it at once now.',
      0,
      'text=Stop%20it%20at%20once%20now%2E',
    ],
  ])('%s', (_, blocks, words, nth, expected) => {
    expect(textDirective(reading(blocks, words, nth))).toBe(expected);
  });

  it('names a long passage by its ends', () => {
    const text =
      'The first recorded idea of using digital electronics for computing was the 1931 paper of Mr Wynn-Williams.';
    expect(textDirective(reading([`${text} Later came others.`], text))).toBe(
      'text=The%20first%20recorded,Mr%20Wynn%2DWilliams%2E',
    );
  });

  it('never lets a term reach over the end of a block', () => {
    const blocks = ['Dose', 'Ten milligrams', 'once daily in the evening with food'];
    expect(textDirective(reading(blocks, blocks.join('\n')))).toBe('text=Dose,evening%20with%20food');
  });

  it('counts words that have no spaces between them', () => {
    const text =
      '他汀类药物与环孢素合用时肌病的风险增加因此应当限制剂量并且监测患者的肌酸激酶水平如有肌肉疼痛应立即停药并且告知医生请不要自行调整剂量或者更换药物也不要与葡萄柚汁一起服用以免血药浓度升高并且定期检查肝功能';
    const directive = textDirective(reading([text], text)) ?? '';
    expect(decodeURIComponent(directive).length).toBeLessThan(40);
    expect(findDirective([text], parseDirective(directive))).toEqual([0, text.length]);
  });

  it('gives up rather than lead to another passage', () => {
    const same = 'The same words again.';
    expect(textDirective(reading([same, same, same, same], same, 2))).toBeUndefined();
    expect(textDirective(reading(['Half a \ud800 character here.'], 'Half a \ud800 character here.'))).toBeUndefined();
  });

  it('stands after the canonical URL, in place of any other fragment', () => {
    expect(passageUrl('https://publisher.example/item?a=1#section', 'text=a')).toBe(
      'https://publisher.example/item?a=1#:~:text=a',
    );
    expect(passageUrl('https://publisher.example/item#section', undefined)).toBe('https://publisher.example/item');
  });

  const word = fc.constantFrom(
    'the',
    'The',
    'dose',
    'Dose',
    'of',
    'a',
    'statin',
    'statins',
    'Ärzte',
    'mg',
    '10',
    'low-dose',
    'daily,',
    '(once)',
    'per',
    'day.',
    '“rare”',
    'it’s',
    'do',
    'not',
  );
  const block = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
  const passage = fc
    .array(block, { minLength: 1, maxLength: 6 })
    .chain((blocks) => {
      const page = blocks.join('\n');
      const starts = [...page.matchAll(/(?<=^|\s)\S/g)].map(({ index }) => index);
      const ends = [...page.matchAll(/\S(?=\s|$)/g)].map(({ index }) => index + 1);
      return fc.tuple(fc.constant(blocks), fc.constantFrom(...starts), fc.constantFrom(...ends));
    })
    .filter(([, from, to]) => from < to);

  it('finds exactly its passage when a browser follows it, and no other', () => {
    let found = 0;
    fc.assert(
      fc.property(passage, ([blocks, from, to]) => {
        const page = blocks.join('\n');
        const before = page.slice(0, from);
        const words = page.slice(from, to);
        const nth = [...page.matchAll(/[^]/g)].filter(
          ({ index }) => index < before.length && page.startsWith(words, index),
        ).length;
        const directive = textDirective(reading(blocks, words, nth));
        if (directive === undefined) return;
        found++;
        expect(findDirective(blocks, parseDirective(directive))).toEqual([from, to]);
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(1500);
  });

  it('is as coarse as a browser when it looks for other places', () => {
    expect(coarse('ÄRZTE “İ” it’s')).toBe('arzte "i" it\'s');
    expect(coarse('a😀B')).toHaveLength(4);
    expect(findText('a b a c', { start: 'a', suffix: 'c' })).toEqual([4, 5]);
    expect(findText('a b', { start: 'a', end: 'x' })).toBeUndefined();
    expect(findText('a b', { prefix: 'x', start: 'a' })).toBeUndefined();
  });
});
