import {
  communityFileSchema,
  decode,
  encode,
  generateKey,
  openRecord,
  openStatusList,
  openTombstone,
  parse,
  parseLink,
  parsePublisherFolder,
  parseRecord,
  parseTombstone,
  publicKey,
  readJson,
  readRecord,
  readTombstone,
  RecordError,
  sha256Text,
  signJws,
  signRecord,
  splitJws,
  verifyDetached,
  type ContentRecord,
} from '@pullquote/record';
import * as vocabulary from '@pullquote/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximalRecord, minimalRecord, ORIGIN, STATUS_URI } from './fixtures.js';
import { hostileText } from './hostile.js';

const full = await maximalRecord();
const least = await minimalRecord();
const key = await generateKey();
const keys = { keys: [publicKey(key)] };

/** JSON of any kind, and JSON that looks like ours with anything in the place of one of its values. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(undefined, null, NaN, '', [], {}, Object.create(null)),
  fc
    .tuple(fc.constantFrom(...Object.keys(full)), fc.oneof(fc.jsonValue(), hostileText))
    .map(([field, value]) => ({ ...full, [field]: value })),
  fc
    .tuple(fc.constantFrom('__proto__', 'constructor', 'toString'), fc.jsonValue())
    .map(([field, value]) => JSON.parse(`{"schema":"pullquote/1","${field}":${JSON.stringify(value)}}`) as unknown),
);

async function throwsOnlyOurs(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(RecordError);
    expect((error as RecordError).message).not.toBe('');
  }
}

describe('parsing throws nothing but our own error', () => {
  it.each([
    ['parseRecord', parseRecord],
    ['readRecord', readRecord],
    ['parseTombstone', parseTombstone],
    ['readTombstone', readTombstone],
    ['parsePublisherFolder', parsePublisherFolder],
    ['the community file', (input: unknown) => parse(communityFileSchema, input, 'folder')],
  ])('%s, of any JSON', async (_, read) => {
    await fc.assert(
      fc.asyncProperty(junk, (input) => throwsOnlyOurs(() => read(input))),
      { numRuns: 500 },
    );
  });

  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), hostileText);
  /** Three or so parts of base64url, the header being any JSON. */
  const token = fc
    .tuple(fc.jsonValue(), fc.jsonValue(), fc.uint8Array({ maxLength: 70 }), fc.constantFrom('', '.', '=', '.AAAA'))
    .map(([header, payload, signature, rest]) => {
      const part = (value: unknown) => encode(new TextEncoder().encode(JSON.stringify(value)));
      return `${part(header)}.${part(payload)}.${encode(signature)}${rest}`;
    });

  it.each([
    ['parseLink', parseLink],
    ['decode', decode],
    ['splitJws', splitJws],
    ['openRecord', (input: string) => openRecord(input, keys)],
    ['openTombstone', (input: string) => openTombstone(input, keys)],
    ['openStatusList', (input: string) => openStatusList(input, keys, STATUS_URI)],
    [
      'verifyDetached',
      (input: string) => verifyDetached(input, new Uint8Array(3), keys, 'pullquote-batch+jws', 'https://a.example'),
    ],
  ] as const)('%s, of any text', async (_, read) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, token), (input) => throwsOnlyOurs(() => read(input))),
      { numRuns: 300 },
    );
  });

  it('readJson, of any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array(), (bytes) => throwsOnlyOurs(() => readJson(bytes))));
  });

  it('opening what is well signed but no record, tombstone or list', async () => {
    await fc.assert(
      fc.asyncProperty(junk, async (input) => {
        const payload = new TextEncoder().encode(JSON.stringify(input) ?? '');
        await throwsOnlyOurs(async () => openRecord(await signJws(payload, key, 'pullquote-record+jwt'), keys));
        await throwsOnlyOurs(async () => openTombstone(await signJws(payload, key, 'pullquote-tombstone+jwt'), keys));
        await throwsOnlyOurs(async () =>
          openStatusList(await signJws(payload, key, 'statuslist+jwt'), keys, STATUS_URI),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** Records that the schema accepts: any texts, any values of the closed lists, any optional fields left out. */
const records: fc.Arbitrary<ContentRecord> = fc
  .record({
    texts: fc.record({ title: hostileText, summary: hostileText, involvement: hostileText, name: hostileText }),
    lists: fc.record({
      contentType: fc.constantFrom(...vocabulary.CONTENT_TYPES),
      promotionalStatus: fc.constantFrom(...vocabulary.PROMOTIONAL_STATUSES),
      labelStatus: fc.constantFrom(...vocabulary.LABEL_STATUSES),
      version: fc.integer({ min: 1, max: 1_000_000 }),
      durationS: fc.nat(),
      exp: fc.nat({ max: 253_402_300_799 }),
    }),
    role: fc.constantFrom(...vocabulary.PARTY_ROLES),
    path: fc.webPath(),
    left: fc.subarray(Object.keys(full).filter((field) => !(field in least))),
    warning: fc.dictionary(fc.stringMatching(/^[A-Z]{2}$/), hostileText, { noNullPrototype: true }),
    day: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
  })
  .map(({ texts, lists, role, path, left, warning, day }) => {
    const { title, summary, involvement, name } = texts;
    const record = {
      ...full,
      ...lists,
      title,
      summary,
      canonicalUrl: new URL(`${ORIGIN}${path || '/'}`).href,
      involvement: { en: involvement },
      parties: [{ role, name }],
      products: [{ generic: name, boxedWarning: warning }],
      datePrepared: day.toISOString().slice(0, 10),
    };
    return Object.fromEntries(
      Object.entries(record).filter(([field]) => field in least || left.includes(field)),
    ) as unknown as ContentRecord;
  });

describe('writing and reading again changes nothing', () => {
  it('as JSON, by the publisher’s schema and by the browser’s', () => {
    fc.assert(
      fc.property(records, (record) => {
        const again = () => JSON.parse(JSON.stringify(record)) as unknown;
        expect(parseRecord(again())).toEqual(record);
        expect(readRecord(again())).toEqual(record);
      }),
      { numRuns: 300 },
    );
  });

  it('signed and opened, with a digest that does not depend on the order of fields', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (record) => {
        const { jws, digest } = await signRecord(record, key);
        expect(await openRecord(jws, keys)).toEqual({ jws, digest, record });
        const backwards = Object.fromEntries(Object.entries(record).reverse()) as unknown as ContentRecord;
        expect((await signRecord(backwards, key)).digest).toBe(digest);
      }),
      { numRuns: 60 },
    );
  });

  // A hash is of UTF-8 bytes, which hold no halves of a character.
  it('an excerpt keeps its hash', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileText.filter((text) => !/\p{Cs}/u.test(text)),
        async (text) => {
          const excerpts = [{ id: 'e1', text, sha256: await sha256Text(text) }];
          const { jws } = await signRecord({ ...least, excerpts }, key);
          expect((await openRecord(jws, keys)).record.excerpts).toEqual(excerpts);
        },
      ),
      { numRuns: 60 },
    );
  });
});
