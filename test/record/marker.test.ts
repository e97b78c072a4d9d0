import {
  clean,
  labelLines,
  labelModel,
  readLink,
  renderMarker,
  renderText,
  sha256Text,
  type ItemLink,
} from '@pullquote/record';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { maximalRecord } from './fixtures.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</p></blockquote><h1>Verified source</h1>',
  '\u202eecruos deifireV',
  '\u2066hidden\u2069',
  'a\u200bb\ufeffc',
  'first\nVerified source: nobody',
  'first\u2028Verified source: nobody',
  'first\r\nsecond',
  '\u0000\u0007\u001b[31m',
  '&lt;b&gt;',
  "'onclick='alert(1)",
  '<!-- -->',
];
const LINK: ItemLink = {
  url: 'https://publisher.example/atorvastatin-interactions',
  version: 2,
  digest: 'AAECAwQFBgcICQoLDA0ODw',
  excerpt: 'e1',
  depth: 1,
};
const asStated = { state: 'as-stated', country: 'GB', excerpt: 'e1' } as const;
const record = await maximalRecord();
const label = labelModel(record, asStated);

/** The same label with this text wherever a record can hold one. */
async function hostileLabel(text: string) {
  const reporting = { text, company: text, tel: text };
  return labelModel(
    {
      ...record,
      title: text,
      audience: { roles: [text], countries: ['GB'] },
      involvement: { en: text },
      parties: [{ role: 'sponsor', name: text }],
      products: [
        { brand: text, generic: text, boxedWarning: { GB: text }, safety: { GB: text }, obligatory: { GB: text } },
      ],
      aeReporting: { GB: reporting },
      approvals: [{ country: 'GB', scheme: 'ABPI-cert', reference: text, date: '2014-01-13' }],
      excerpts: [{ id: 'e1', text, mustAccompany: text, sha256: await sha256Text(text) }],
    },
    asStated,
  );
}

describe('hostile text is inert', () => {
  it.each(HOSTILE)('in the marker: %j', async (text) => {
    const html = renderMarker(await hostileLabel(text), LINK);
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9!-]+)/gi)].map(([, tag]) => tag));
    expect(tags).toEqual(new Set(['blockquote', 'p', 'strong', 'a']));
    expect(html).not.toMatch(/<[^>]*\son[a-z]+=/i);
    expect(html).not.toMatch(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]/,
    );
  });

  it.each(HOSTILE)('in plain text: %j is one line', async (text) => {
    const hostile = await hostileLabel(text);
    const lines = renderText(hostile, LINK).split('\n');
    expect(lines).toHaveLength(labelLines(hostile, LINK).length);
    expect(lines.filter((line) => line.startsWith('Verified source'))).toEqual([]);
  });

  it('cleaning twice changes nothing more', () => {
    for (const text of HOSTILE) expect(clean(clean(text))).toBe(clean(text));
  });
});

describe('the marker', () => {
  const html = renderMarker(label, LINK);

  it('is one blockquote of paragraphs, whose last line is the item’s link', () => {
    expect(html.startsWith('<blockquote>\n<p><strong>Source as stated when posted: Parke-Davis')).toBe(true);
    expect(html.endsWith('</p>\n</blockquote>')).toBe(true);
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(readLink((addresses.at(-1) ?? '').replaceAll('&#38;', '&'))).toEqual(LINK);
    expect(addresses.at(-2)).toBe(LINK.url);
  });

  it('never says that anything is verified, and says where to check', () => {
    expect(html).not.toMatch(/verified source/i);
    expect(html).toContain('Check it at the source: ');
  });

  it('loses nothing in a sanitizer that knows only blockquote, p, a and strong', () => {
    const kept = sanitizeHtml(html, { allowedTags: ['blockquote', 'p', 'a', 'strong'] });
    const read = (text: string) =>
      sanitizeHtml(text, { allowedTags: [], allowedAttributes: {} })
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    expect(read(kept)).toEqual(read(html));
    const hrefs = (text: string) => [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => sanitizeHtml(href ?? ''));
    expect(hrefs(kept)).toEqual(hrefs(html));
    for (const { text } of labelLines(label, LINK))
      expect(read(kept)).toContain(sanitizeHtml(text, { allowedTags: [] }));
  });

  it('and the plain text say the same, line by line', () => {
    const plain = renderText(label, LINK).split('\n');
    const words = [...html.matchAll(/<p>(.*)<\/p>/g)].map(([, inner]) =>
      (inner ?? '')
        .replace(/<[^>]+>/g, '')
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
    );
    expect(words).toEqual(plain);
  });

  it('quotes an address with an ampersand so that it leads to the same place', () => {
    const link = { ...LINK, url: 'https://publisher.example/item?a=1&b="2"' };
    const last = [...renderMarker(label, link).matchAll(/href="([^"]*)"/g)].at(-1)?.[1] ?? '';
    const href = last.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    expect(readLink(href)?.url).toBe(new URL(link.url).href);
  });
});
