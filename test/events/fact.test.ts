import { EventsError, parseFact } from '@pullquote/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factOf, ITEM, SHARED, VIEWED } from './fixtures.js';

function refusal(input: unknown): [code: string, message: string] {
  try {
    parseFact(input);
  } catch (error) {
    if (error instanceof EventsError) return [error.code, error.message];
    throw error;
  }
  return ['accepted', ''];
}

describe('accepts', () => {
  it.each([
    ['a first post', SHARED],
    ['a reshare', { ...SHARED, fact: 'reshared' as const, depth: 2 as const }],
    ['a reshare of a reshare', { ...SHARED, fact: 'reshared' as const, depth: 3 as const }],
    ['a quotation', { ...SHARED, fact: 'quoted' as const, depth: 2 as const }],
    ['a view', VIEWED],
    ['an excerpt', { ...VIEWED, fact: 'excerpt.e3' as const }],
    ['the longest id of an item that a record can have', { ...VIEWED, item: `urn:ab:${'x'.repeat(193)}` }],
  ])('%s', (_, draft) => {
    expect(parseFact(factOf(1, draft))).toEqual(factOf(1, draft));
  });
});

it('may say how many days it waited', () => {
  expect(parseFact({ ...factOf(1), age: 3 })).toEqual({ ...factOf(1), age: 3 });
});

describe('refuses', () => {
  it.each([
    ['a member', { member: 'dr-7' }, 'unknown-field', 'member'],
    ['a comment', { comment: 'useful for Mrs Jones' }, 'unknown-field', 'comment'],
    ['a thread', { thread: 12 }, 'unknown-field', 'thread'],
    ['a time', { time: '2026-11-22T10:11:12Z' }, 'unknown-field', 'time'],
    ['a day of the browser’s own', { day: '2026-11-22' }, 'unknown-field', 'day'],
    ['a free text as the fact', { fact: 'Mrs Jones asked' }, 'unknown-value', 'fact'],
    ['a free text as the item', { item: 'Lipitor for Mrs Jones' }, 'unknown-value', 'item'],
    ['an item that is too long', { item: `urn:ab:${'x'.repeat(194)}` }, 'unknown-value', 'item'],
    ['a readable id', { id: 'dr-jones' }, 'unknown-value', 'id'],
    ['an age with a fraction', { age: 0.5 }, 'unknown-value', 'age'],
    ['an age below none', { age: -1 }, 'unknown-value', 'age'],
    ['no id', { id: undefined }, 'malformed', 'id'],
    ['no item', { item: undefined }, 'malformed', 'item'],
    ['version 0', { version: 0 }, 'unknown-value', 'version'],
    ['a version in words', { version: '2' }, 'unknown-value', 'version'],
    ['depth 4', { depth: 4 }, 'unknown-value', 'depth'],
    ['who can read it, which its code says already', { visibility: 'members' }, 'unknown-field', 'visibility'],
    ['a first post that is not one', { depth: 2 }, 'unknown-value', ''],
    ['a reshare that is a first post', { fact: 'reshared' }, 'unknown-value', ''],
    ['a quotation outside a thread', { fact: 'quoted', depth: 0 }, 'unknown-value', ''],
    ['a view with a depth', { fact: 'viewed' }, 'unknown-value', ''],
  ])('%s', (_, change, code, field) => {
    const [actual, message] = refusal({ ...factOf(1), ...change });
    expect(actual).toBe(code);
    expect(message.startsWith(field)).toBe(true);
  });

  it.each([null, undefined, [], 'shared', 7])('%j', (input) => {
    expect(refusal(input)[0]).not.toBe('accepted');
  });

  it('any further key, and never repeats a value in the refusal', () => {
    const known = Object.keys(factOf(1));
    const key = fc.stringMatching(/^[a-z]{1,12}$/).filter((text) => !known.includes(text));
    fc.assert(
      fc.property(key, fc.uuid(), (name, secret) => {
        const [code, message] = refusal({ ...factOf(1), [name]: secret });
        expect(code).toBe('unknown-field');
        expect(message).toContain(name);
        expect(message).not.toContain(secret);
        expect(refusal({ ...factOf(1), item: `${ITEM} ${secret}` })[1]).not.toContain(secret);
      }),
    );
  });
});
