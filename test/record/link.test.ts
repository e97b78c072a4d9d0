import { formatLink, parseLink, readLink, type ItemLink } from '@pullquote/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DIGEST = 'AAECAwQFBgcICQoLDA0ODw';

const links: fc.Arbitrary<ItemLink> = fc.record(
  {
    url: fc
      .tuple(
        fc.constantFrom('https://publisher.example', 'http://127.0.0.1:4801', 'http://localhost:4800'),
        fc.webPath(),
        fc.webQueryParameters(),
      )
      .map(([origin, path, query]) => new URL(`${origin}${path}?${query}`).href),
    version: fc.integer({ min: 1, max: 1_000_000 }),
    digest: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    excerpt: fc.stringMatching(/^[A-Za-z0-9-]{1,32}$/),
    depth: fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: ['url', 'version', 'digest'] },
);

it('reads back every link that it writes', () => {
  fc.assert(
    fc.property(links, (link) => {
      expect(readLink(formatLink(link))).toEqual({ excerpt: undefined, depth: undefined, ...link });
    }),
  );
});

it('writes what the specification shows', () => {
  const link = { url: 'https://publisher.example/item', version: 3, digest: DIGEST, excerpt: 'e1', depth: 2 };
  expect(formatLink(link)).toBe(`https://publisher.example/item#pq=v3;h=${DIGEST};x=e1;d=2`);
});

it('drops a fragment that the address had before', () => {
  expect(formatLink({ url: 'https://publisher.example/item#part', version: 1, digest: DIGEST })).toBe(
    `https://publisher.example/item#pq=v1;h=${DIGEST}`,
  );
});

describe('refuses', () => {
  it.each([
    ['no fragment', 'https://publisher.example/item'],
    ['another fragment', 'https://publisher.example/item#part'],
    ['an http address', `http://publisher.example/item#pq=v1;h=${DIGEST}`],
    ['a script', `javascript:alert(1)#pq=v1;h=${DIGEST}`],
    ['credentials', `https://user:secret@publisher.example/#pq=v1;h=${DIGEST}`],
    ['version 0', `https://publisher.example/#pq=v0;h=${DIGEST}`],
    ['a version with a leading zero', `https://publisher.example/#pq=v01;h=${DIGEST}`],
    ['no digest', 'https://publisher.example/#pq=v1'],
    ['a short digest', 'https://publisher.example/#pq=v1;h=AAEC'],
    ['a digest that is not canonical', 'https://publisher.example/#pq=v1;h=AAECAwQFBgcICQoLDA0ODx'],
    ['fields in another order', `https://publisher.example/#pq=h=${DIGEST};v1`],
    ['an unknown field', `https://publisher.example/#pq=v1;h=${DIGEST};member=7`],
    ['depth 4', `https://publisher.example/#pq=v1;h=${DIGEST};d=4`],
    ['a long excerpt id', `https://publisher.example/#pq=v1;h=${DIGEST};x=${'e'.repeat(33)}`],
    ['text after it', `https://publisher.example/#pq=v1;h=${DIGEST} and more`],
    ['a line end', `https://publisher.example/\n#pq=v1;h=${DIGEST}`],
    ['a bidi control', `https://publisher.example/\u202e#pq=v1;h=${DIGEST}`],
    ['no address', `#pq=v1;h=${DIGEST}`],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(readLink(text)).toBeUndefined();
    expect(() => parseLink(text)).toThrow(expect.objectContaining({ code: 'link' }));
  });

  it('junk of any kind without throwing', () => {
    const junk = fc.oneof(
      fc.string(),
      fc.webUrl({ withFragments: true }),
      fc.string().map((text) => `https://a.example/#pq=${text}`),
    );
    fc.assert(
      fc.property(junk, (text) => {
        const link = readLink(text);
        if (link) expect(new URL(text).hash).toBe(new URL(formatLink(link)).hash);
      }),
    );
  });
});
