import { describe, expect, it } from 'vitest';
import { detailOf, readAnswer } from '../../../packages/events/src/browser/answer.js';
import { factOf } from '../fixtures.js';

const facts = [factOf(1), factOf(2), factOf(3)];
const [one, two, three] = facts;

describe('an answer', () => {
  it('that takes all', () => {
    expect(readAnswer({ accepted: 2, duplicates: 1, refused: [] }, facts)).toEqual({
      stored: facts,
      refused: [],
      open: [],
    });
  });

  it('that refuses one by name', () => {
    const refused = [{ id: two?.id, code: 'unknown-value', detail: 'item: is not known.' }];
    expect(readAnswer({ accepted: 2, duplicates: 0, refused }, facts)).toEqual({
      stored: [one, three],
      refused: [{ fact: two, reason: 'item: is not known.' }],
      open: [],
    });
  });

  it('that refuses one without saying which leaves the others open: nothing is called stored on a guess', () => {
    const refused = [{ code: 'malformed', detail: 'A fact is malformed.' }];
    expect(readAnswer({ accepted: 2, duplicates: 0, refused }, facts)).toEqual({
      stored: [],
      refused: [],
      open: facts,
    });
  });

  it.each([
    undefined,
    null,
    'OK',
    [],
    {},
    { accepted: 3 },
    { accepted: '3', duplicates: 0, refused: [] },
    { accepted: 1, duplicates: 0 },
  ])('is none of ours: %j', (body) => {
    expect(readAnswer(body, facts)).toBeUndefined();
  });

  it('survives refusals that are no objects', () => {
    expect(readAnswer({ accepted: 3, duplicates: 0, refused: [null, 7] }, facts)?.stored).toEqual(facts);
  });
});

it('reads a problem’s detail, and says so when there is none', () => {
  expect(detailOf({ detail: 'Too many facts.' })).toBe('Too many facts.');
  for (const body of [undefined, null, 'text', {}, { detail: 7 }, { detail: '' }])
    expect(detailOf(body)).toBe('The server gave no reason.');
});
