import * as vocabulary from '@pullquote/record';
import {
  parseRecord,
  readDetails,
  readRecord as readCompact,
  readTombstone,
  type ContentRecord,
} from '@pullquote/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, maximalRecord, minimalRecord } from './fixtures.js';

/** Everything that a browser checks of a record before it shows all of it. */
const readRecord = (input: unknown) => readDetails(readCompact(input));

const full = await maximalRecord();
const least = await minimalRecord();

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every path in a JSON value, down to the leaves. */
function paths(value: unknown, at: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[...at]];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...(at.length > 0 ? [[...at]] : []), ...inner.flatMap(([key, one]) => paths(one, [...at, key]))];
}

/** A copy in which the value at a path is replaced, or removed when there is no replacement. */
function withValue(record: ContentRecord, path: readonly (string | number)[], ...value: [] | [unknown]): unknown {
  const copy = structuredClone(record) as unknown as Record<string | number, never>;
  const parent = path.slice(0, -1).reduce<Record<string | number, never>>((inner, key) => inner[key] ?? {}, copy);
  const last = path.at(-1) ?? '';
  if (value.length === 1) parent[last] = value[0] as never;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}

const accepts = (read: (input: unknown) => unknown, input: unknown) => {
  try {
    read(input);
    return true;
  } catch {
    return false;
  }
};

describe('what the full schema accepts, the browser shows', () => {
  it('the record with every field, and the one with the fewest', () => {
    expect(readRecord(parseRecord(full))).toEqual(full);
    expect(readRecord(parseRecord(least))).toEqual(least);
  });

  it('the record with any one field missing, or of another kind', () => {
    const values = fc.jsonValue() as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(fc.constantFrom(...paths(full)), fc.option(values, { nil: undefined }), (path, value) => {
        const changed = value === undefined ? withValue(full, path) : withValue(full, path, value);
        if (accepts(parseRecord, changed)) expect(accepts(readRecord, parseRecord(changed)), path.join('.')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('any mixture of optional fields and values of the closed lists', () => {
    const optional = Object.keys(full).filter((key) => !(key in least));
    const mixture = fc.record({
      keep: fc.subarray(optional),
      contentType: fc.constantFrom(...vocabulary.CONTENT_TYPES),
      promotionalStatus: fc.constantFrom(...vocabulary.PROMOTIONAL_STATUSES),
      labelStatus: fc.constantFrom(...vocabulary.LABEL_STATUSES),
      role: fc.constantFrom(...vocabulary.PARTY_ROLES),
      scheme: fc.constantFrom(...vocabulary.APPROVAL_SCHEMES),
      quote: fc.constantFrom(...vocabulary.QUOTE_POLICIES),
      gate: fc.constantFrom(...vocabulary.ACCESS_GATES),
      kind: fc.constantFrom(...vocabulary.TRANSLATION_KINDS),
      channels: fc.subarray([...vocabulary.CHANNEL_KINDS]),
      title: fc
        .string({ minLength: 1, maxLength: 500, unit: 'grapheme' })
        .filter((text) => text.trim() !== '' && text.length <= 500),
    });
    fc.assert(
      fc.property(mixture, ({ keep, role, scheme, quote, gate, kind, channels, ...lists }) => {
        const rich = {
          ...full,
          ...lists,
          accessGate: gate,
          parties: [{ role, name: 'Somebody' }],
          approvals: [{ country: 'GB', scheme, reference: 'r', date: '2014-01-13' }],
          translations: [{ lang: 'de', id: 'urn:uuid:1', version: 1, kind }],
          reuse: { ...full.reuse, quote, channels: { allow: channels } },
        };
        const kept = Object.entries(rich).filter(([key]) => key in least || keep.includes(key));
        expect(accepts(readRecord, parseRecord(Object.fromEntries(kept)))).toBe(true);
      }),
    );
  });
});

describe('an unknown value of a closed list', () => {
  it.each([
    ['schema'],
    ['contentType'],
    ['accessGate'],
    ['promotionalStatus'],
    ['labelStatus'],
    ['parties', 0, 'role'],
    ['approvals', 0, 'scheme'],
    ['translations', 0, 'kind'],
    ['reuse', 'quote'],
    ['reuse', 'channels', 'allow', 0],
    ['reuse', 'channels', 'deny', 0],
  ])('is refused by both: %s %s %s %s', async (...path) => {
    const strange = withValue(
      full,
      path.filter((key) => key !== undefined),
      'something-new',
    );
    expect(await codeOf(() => parseRecord(strange))).toBe('record');
    expect(await codeOf(() => readRecord(strange))).toBe('record');
  });
});

describe('the browser refuses', () => {
  it.each([
    ['an address that is a script', ['products', 0, 'piUrl', 'GB'], 'javascript:alert(1)'],
    [
      'an address with a hidden line end',
      ['products', 0, 'piUrl', 'GB'],
      'https://publisher.example/\nVerified source',
    ],
    ['a citation that leads to http', ['citations', 0, 'url'], 'http://publisher.example/'],
    ['an authority that is no address', ['aeReporting', 'GB', 'authorityUrl'], 'yellow card'],
    ['a title that is a list', ['title'], ['a']],
    ['parties that are an object', ['parties'], { 0: full.parties[0] }],
    ['products that are text', ['products'], 'Lipitor'],
    ['a text that is too long to lay out', ['summary'], 'x'.repeat(20_001)],
    ['a version in words', ['version'], '2'],
    ['a flag in words', ['reuse', 'reshare'], 'yes'],
    ['an explicit null', ['summary'], null],
  ])('%s', (_, path, value) => {
    const input = withValue(full, path, value);
    expect(() => readRecord(input)).toThrow(
      expect.objectContaining({ code: 'record', message: expect.stringContaining(String(path[0])) }),
    );
  });

  it.each([null, undefined, [], 'text', 7])('%j as a record or a tombstone', async (input) => {
    expect(await codeOf(() => readRecord(input))).toBe('record');
    expect(await codeOf(() => readTombstone(input))).toBe('record');
  });
});
