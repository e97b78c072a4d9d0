import {
  labelLines,
  labelModel,
  PAGE_STYLE,
  PAGE_STYLE_HASH,
  jsonLd,
  renderEmail,
  renderIframe,
  renderIframePage,
  renderJsonLd,
  renderMarkdown,
  renderMarker,
  renderOEmbed,
  renderOpenGraph,
  renderPrint,
  renderBBCode,
  type LabelContext,
} from '@pullquote/record';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BOXED, maximalRecord, minimalRecord, ORIGIN } from './fixtures.js';
import { readHtml } from './survival/read-html.js';

const record = await maximalRecord();
const LINK = { url: record.canonicalUrl, version: 2, digest: 'AAECAwQFBgcICQoLDA0ODw', excerpt: 'e1', depth: 1 };
const LINK_TEXT = `${ORIGIN}/atorvastatin-interactions#pq=v2;h=AAECAwQFBgcICQoLDA0ODw;x=e1;d=1`;
const context: LabelContext = { state: 'as-stated', country: 'GB', excerpt: 'e1', communityFunding: 'Members’ fees.' };
const label = labelModel(record, context);
const small = labelModel(await minimalRecord(), { state: 'as-stated', country: 'GB' });
const SMALL_LINK = { url: record.canonicalUrl, version: 2, digest: LINK.digest };
const FUNDING = 'How this community is funded: Members’ fees.';

describe('Markdown', () => {
  it('is a block quotation, one paragraph a line, the item’s link last', () => {
    expect(renderMarkdown(small, SMALL_LINK)).toBe(
      [
        '> **Source as stated when posted\\: Parke\\-Davis \\(publisher\\) · Promotional · For UK doctors**',
        '> Company involvement\\: Written by Parke\\-Davis\\.',
        '> Clinical summary',
        '> Describes a use that is not approved',
        '> **Atorvastatin\\: drug interactions at a glance**',
        '> Check it at the source\\: [https\\:\\/\\/publisher\\.example\\/atorvastatin\\-interactions](<https://publisher.example/atorvastatin-interactions>)',
        '> [https\\:\\/\\/publisher\\.example\\/atorvastatin\\-interactions\\#pq\\=v2\\;h\\=AAECAwQFBgcICQoLDA0ODw](<https://publisher.example/atorvastatin-interactions#pq=v2;h=AAECAwQFBgcICQoLDA0ODw>)',
      ].join('\n>\n'),
    );
  });
});

describe('BBCode', () => {
  it('is a quotation with three more tags', () => {
    expect(renderBBCode(small, SMALL_LINK)).toBe(
      [
        '[quote]',
        '[b]Source as stated when posted: Parke-Davis (publisher) · Promotional · For UK doctors[/b]',
        'Company involvement: Written by Parke-Davis.',
        'Clinical summary',
        'Describes a use that is not approved',
        '[b]Atorvastatin: drug interactions at a glance[/b]',
        'Check it at the source: [url]https://publisher.example/atorvastatin-interactions[/url]',
        '[url]https://publisher.example/atorvastatin-interactions#pq=v2;h=AAECAwQFBgcICQoLDA0ODw[/url]',
        '[/quote]',
      ].join('\n'),
    );
  });
});

describe('e-mail', () => {
  const email = renderEmail(label, LINK);

  it('says in its subject how promotional it is', () => {
    expect(email.subject).toBe('Promotional: Atorvastatin: drug interactions at a glance');
  });

  it('has lines that every mail server passes on, and breaks no address', () => {
    const lines = email.text.split('\n');
    expect(lines.filter((line) => line.length > 76 && line.includes(' '))).toEqual([]);
    expect(lines).toContain(LINK_TEXT);
    expect(email.text.replace(/\s+/g, ' ')).toContain(BOXED);
  });

  it('has an HTML body of paragraphs alone: no table, script, image or style sheet', () => {
    const names = new Set(readHtml(email.html).elements.map(({ name }) => name));
    expect(names).toEqual(new Set(['div', 'p', 'strong', 'a']));
  });

  it('says the same in both bodies, and how the community is funded', () => {
    const text = email.text.split('\n\n').map((part) => part.replace(/\n/g, ' '));
    expect(readHtml(email.html).blocks).toEqual(text);
    expect(text).toEqual([...labelLines(label, LINK).map((line) => line.text), FUNDING]);
  });
});

describe.each([
  ['print', renderPrint],
  ['iframe', renderIframePage],
] as const)('the page for %s', (name, render) => {
  const html = render(label, LINK, { language: 'en-GB' });
  const { elements, blocks } = readHtml(html);
  const metas = elements.filter((one) => one.name === 'meta').map(({ attributes }) => attributes);

  it('can run, fetch and submit nothing, whatever it holds', () => {
    const policy = metas.find(({ httpEquiv }) => String(httpEquiv) === 'Content-Security-Policy')?.content;
    expect(policy).toBe(`default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`);
    const inert = 'meta base title style article section details summary p strong a h1 h2'.split(' ');
    expect(elements.map((one) => one.name).filter((one) => !inert.includes(one))).toEqual([]);
    expect(metas.map(({ name }) => name)).toContain('referrer');
  });

  it('allows the style that it has, and no other', () => {
    expect(html).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(`sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`).toBe(PAGE_STYLE_HASH);
    expect(elements.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
  });

  it('holds the label, then all details, then how the community is funded', () => {
    const details = label.expanded.map(({ heading, text, href }) =>
      href === undefined ? `${heading}: ${text}` : `${heading}: ${text} ${href}`,
    );
    expect(blocks).toEqual([
      'Atorvastatin: drug interactions at a glance',
      ...labelLines(label, LINK).map((line) => line.text),
      'Details',
      ...details,
      FUNDING,
    ]);
    expect(elements.filter((one) => one.name === 'h1')).toHaveLength(1);
    expect(elements.some((one) => one.name === 'details')).toBe(name === 'iframe');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
  });

  it('takes a hostile language as text', () => {
    expect(render(label, LINK, { language: '"><script>' })).toContain('<html lang="&#34;&#62;&#60;script&#62;">');
  });
});

it('the frame gives its page no right but to open links outside of it', () => {
  const [frame] = readHtml(renderIframe('https://publisher.example/frame?a=1&b=2', '"><script>')).elements;
  expect(frame).toMatchObject({
    name: 'iframe',
    attributes: {
      src: 'https://publisher.example/frame?a=1&b=2',
      title: '"><script>',
      sandbox: ['allow-popups', 'allow-popups-to-escape-sandbox'],
      referrerPolicy: 'no-referrer',
    },
  });
});

it.each(['javascript:alert(1)', 'http://forum.example/frame', 'data:text/html,x', '/frame', ''])(
  'a frame for the address %j is refused',
  (address) => {
    expect(() => renderIframe(address, 'Label')).toThrow(expect.objectContaining({ code: 'link' }));
  },
);

it('an address cannot end its attribute', () => {
  const [frame] = readHtml(renderIframe('https://publisher.example/"onload="alert(1)', 'Label')).elements;
  expect(Object.keys(frame?.attributes ?? {})).not.toContain('onLoad');
  expect(frame?.attributes.src).toBe('https://publisher.example/"onload="alert(1)');
});

describe('oEmbed', () => {
  it('answers with the marker, and lets it be kept no longer than a status list lives', () => {
    expect(renderOEmbed(label, LINK)).toEqual({
      version: '1.0',
      type: 'rich',
      title: 'Promotional: Atorvastatin: drug interactions at a glance',
      provider_name: 'Parke-Davis (sponsor, marketing authorisation holder)',
      provider_url: ORIGIN,
      cache_age: 3_600,
      width: 600,
      height: 400,
      html: renderMarker(label, LINK),
    });
  });

  it('names the provider that it is told, and adds a frame', () => {
    const answer = renderOEmbed(label, LINK, {
      provider: { name: 'Ward\u202e Round', url: 'https://forum.example' },
      frame: 'https://forum.example/frame',
      cacheAge: 60,
      width: 320,
      height: 480,
    });
    expect(answer).toMatchObject({ provider_name: 'Ward Round', provider_url: 'https://forum.example', cache_age: 60 });
    expect(answer.html.startsWith(renderMarker(label, LINK))).toBe(true);
    expect(readHtml(answer.html).elements.at(-1)).toMatchObject({
      name: 'iframe',
      attributes: { src: 'https://forum.example/frame', width: 320, height: 480 },
    });
  });

  it.each(['javascript:alert(1)', 'http://forum.example/frame', '/frame', ''])('refuses the address %j', (address) => {
    const refused = expect.objectContaining({ code: 'link', message: expect.stringContaining('https') });
    expect(() => renderOEmbed(label, LINK, { frame: address })).toThrow(refused);
    expect(() => renderOEmbed(label, LINK, { provider: { name: 'P', url: address } })).toThrow(refused);
  });
});

it('Open Graph says what the item is, whose it is and for whom, before a preview cuts it off', () => {
  const tags = Object.fromEntries(
    readHtml(renderOpenGraph(label, LINK)).elements.map(({ attributes }) => [attributes.property, attributes.content]),
  );
  expect(tags).toMatchObject({
    'og:type': 'article',
    'og:title': 'Promotional: Atorvastatin: drug interactions at a glance',
    'og:site_name': 'Parke-Davis (sponsor, marketing authorisation holder)',
    'og:url': `${ORIGIN}/atorvastatin-interactions`,
  });
  expect(String(tags['og:description']).slice(0, 160)).toBe(
    'Source as stated when posted: Parke-Davis (sponsor, marketing authorisation holder) · Promotional · ' +
      'For UK and US healthcare professionals (cardiology), not for',
  );
});

describe('JSON-LD', () => {
  it('says in schema.org’s words who is behind the item, for whom, and until when', () => {
    expect(jsonLd(record, context, LINK)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Article',
      identifier: record.id,
      url: `${ORIGIN}/atorvastatin-interactions`,
      name: 'Atorvastatin: drug interactions at a glance',
      creditText:
        'Parke-Davis (sponsor, marketing authorisation holder). Promotional. Written and funded by Parke-Davis.',
      sponsor: [{ '@type': 'Organization', name: 'Parke-Davis' }],
      funder: undefined,
      author: [{ name: 'A. Writer' }],
      audience: {
        '@type': 'MedicalAudience',
        audienceType: 'For UK and US healthcare professionals (cardiology), not for members of the public',
      },
      expires: '2026-11-23',
      about: [
        {
          '@type': 'Drug',
          proprietaryName: 'Lipitor',
          nonProprietaryName: 'atorvastatin calcium',
          prescribingInfo: [`${ORIGIN}/pi-gb`],
          warning: [BOXED],
        },
      ],
      citation: [{ name: 'Jacobson TA. Am J Cardiol 2004.', url: 'https://doi.org/10.1016/j.amjcard.2004.07.080' }],
      license: { '@type': 'CreativeWork', name: 'CC BY 4.0' },
    });
  });

  it('holds the whole label, and the terms of reuse, in usageInfo', () => {
    const { text } = jsonLd(record, context, LINK).usageInfo as { text: string };
    const lines = text.split('\n');
    expect(lines).toEqual(expect.arrayContaining(labelLines(label, LINK).map((line) => line.text)));
    expect(lines.at(-1)).toMatch(/^Reuse: CC BY 4\.0; /);
  });

  it('of a withdrawn item says whose it was, and nothing of what it said', () => {
    const text = renderJsonLd(record, { ...context, state: 'withdrawn' }, LINK);
    expect(text).toContain('This item has been withdrawn');
    for (const words of [record.summary, record.excerpts?.[0]?.text, record.citations?.[0]?.text])
      expect(text).not.toContain(words ?? 'nothing to look for');
  });
});
