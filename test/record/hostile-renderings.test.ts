import {
  clean,
  labelLines,
  labelModel,
  parseRecord,
  readLink,
  readRecord,
  renderBBCode,
  renderEmail,
  renderIframePage,
  renderJsonLd,
  renderMarkdown,
  renderMarker,
  renderOEmbed,
  renderOpenGraph,
  renderPrint,
  renderText,
  type ContentRecord,
  type Label,
  type LabelContext,
} from '@pullquote/record';
import bbobHtml from '@bbob/html';
import bbobPreset from '@bbob/preset-html5';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { maximalRecord, ORIGIN } from './fixtures.js';
import { HOSTILE, hostileText, withHostileTexts } from './hostile.js';
import { readHtml, type Reading } from './survival/read-html.js';

const benign = await maximalRecord({ labelStatus: 'within-label' });
const LINK = { url: benign.canonicalUrl, version: 2, digest: 'AAECAwQFBgcICQoLDA0ODw', excerpt: 'e1', depth: 1 };

/** The worst that a forum can be: HTML on, and everything else too. */
const openMarkdown = new MarkdownIt({ html: true, linkify: true, typographer: true, breaks: true });
const strictMarkdown = new MarkdownIt('commonmark', { html: true });

interface Made {
  readonly label: Label;
  readonly record: ContentRecord;
  readonly context: LabelContext;
  readonly lines: readonly string[];
}
function made(texts: readonly string[]): Made {
  const record = withHostileTexts(benign, texts);
  // The quoted passage is looked up by its id.
  const excerpts = record.excerpts?.map((one) => ({ ...one, id: 'e1' }));
  // What only goes to readers is held to the browser's schema, which takes longer and odder texts than the publisher's.
  const read = readRecord({ ...record, excerpts });
  const context: LabelContext = { state: 'as-stated', country: 'FR', excerpt: 'e1', communityFunding: texts[0] };
  const label = labelModel(read, context);
  return { label, record: read, context, lines: labelLines(label, LINK).map(({ text }) => text) };
}

/** Holds for every rendering of every hostile record. */
function always(check: (item: Made) => void): void {
  check(made(HOSTILE));
  for (const text of HOSTILE) check(made([text]));
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 12 }), (texts) => check(made(texts))),
    { numRuns: 150 },
  );
}

const HIDDEN = /[\p{Cf}\p{Cs}\u2028\u2029]|(?!\n)\p{Cc}/u;
const names = ({ elements }: Reading) => new Set(elements.map(({ name }) => name));
const attributes = ({ elements }: Reading) => new Set(elements.flatMap((one) => Object.keys(one.attributes)));
const subset = <T>(some: Set<T>, all: readonly T[]) =>
  expect([...some].filter((one) => !all.includes(one))).toEqual([]);

/** The addresses that the label itself leads to; a hostile text adds none. */
const LED_TO: readonly string[] = [
  ...Object.values(benign.products?.[0]?.piUrl ?? {}),
  'https://yellowcard.mhra.gov.uk/',
  benign.canonicalUrl,
  'https://doi.org/10.1016/j.amjcard.2004.07.080',
];
function onlyOwnLinks({ hrefs }: Reading): void {
  for (const href of hrefs) if (!LED_TO.includes(href)) expect(readLink(href)).toEqual(LINK);
}

it('the hostile record is one that a publisher could sign', async () => {
  const { excerpts, ...rest } = withHostileTexts(
    benign,
    HOSTILE.filter((text) => clean(text) === text),
  );
  expect(excerpts).toHaveLength(1);
  expect(() => parseRecord({ ...rest, excerpts: benign.excerpts })).not.toThrow();
});

describe('no field of a hostile record escapes as markup', () => {
  it('in the HTML marker', () => {
    always(({ label, lines }) => {
      const html = renderMarker(label, LINK);
      const reading = readHtml(html);
      expect(reading.blocks).toEqual(lines);
      expect([names(reading), attributes(reading)]).toEqual([
        new Set(['blockquote', 'p', 'strong', 'a']),
        new Set(['href', 'rel']),
      ]);
      onlyOwnLinks(reading);
      expect(html).not.toMatch(HIDDEN);
    });
  });

  it('in plain text', () => {
    always(({ label, lines }) => {
      const text = renderText(label, LINK);
      expect(text.split('\n')).toEqual(lines);
      expect(text).not.toMatch(HIDDEN);
    });
  });

  it.each([
    ['with HTML and everything else on', openMarkdown],
    ['as the standard has it', strictMarkdown],
  ])('in Markdown, %s', (_, engine) => {
    always(({ label, lines }) => {
      const markdown = renderMarkdown(label, LINK);
      const reading = readHtml(engine.render(markdown));
      expect(reading.blocks).toEqual(lines);
      expect([names(reading), attributes(reading)]).toEqual([
        new Set(['blockquote', 'p', 'strong', 'a']),
        new Set(['href']),
      ]);
      onlyOwnLinks(reading);
      expect(markdown).not.toMatch(HIDDEN);
    });
  });

  it('in BBCode', () => {
    always(({ label, lines }) => {
      const code = renderBBCode(label, LINK);
      expect(code).not.toMatch(HIDDEN);
      const body = code.split('\n').slice(1, -1);
      // Nothing but our own tags is in brackets.
      const bare = body.map((line) =>
        line.replace(/^\[b\](.*)\[\/b\]$/, '$1').replace(/\[url\]([!-~]*)\[\/url\]$/, '$1'),
      );
      expect(bare.join('')).not.toMatch(/[[\]]/);
      expect(bare).toEqual(lines.map((line) => line.replace(/\[/g, '［').replace(/\]/g, '］')));
      const shown = readHtml(bbobHtml(code.replace(/&/g, '&amp;').replace(/</g, '&lt;'), bbobPreset()));
      subset(names(shown), ['blockquote', 'p', 'span', 'a']);
      subset(attributes(shown), ['href', 'style']);
      onlyOwnLinks(shown);
    });
  });

  it('in an e-mail', () => {
    always(({ label, lines }) => {
      const { subject, text, html } = renderEmail(label, LINK);
      expect(subject).not.toMatch(/\n/);
      expect(`${subject}${text}${html}`).not.toMatch(HIDDEN);
      const funding = label.compact.filter(({ field }) => field === 'communityFunding').map((one) => one.text);
      const all = [...lines, ...funding.map((words) => `How this community is funded: ${words}`)];
      expect(text.split('\n\n').map((part) => part.replace(/\n/g, ' '))).toEqual(all);
      const reading = readHtml(html);
      expect(reading.blocks).toEqual(all);
      expect(names(reading)).toEqual(new Set(['div', 'p', 'strong', 'a']));
      onlyOwnLinks(reading);
    });
  });

  it.each([
    ['print', renderPrint],
    ['iframe', renderIframePage],
  ] as const)('in the page for %s', (_, render) => {
    const shape = (html: string) =>
      readHtml(html)
        .elements.filter(({ name }) => !['p', 'a', 'strong', 'h1'].includes(name))
        .map(({ name }) => name);
    const usual = shape(render(labelModel(benign, { state: 'as-stated', country: 'FR' }), LINK));
    always(({ label, lines }) => {
      const html = render(label, LINK);
      expect(shape(html)).toEqual(usual);
      const reading = readHtml(html);
      subset(attributes(reading), ['charSet', 'content', 'href', 'httpEquiv', 'name', 'rel', 'target']);
      for (const line of lines) expect(reading.blocks).toContain(line);
      onlyOwnLinks(reading);
      expect(html).not.toMatch(HIDDEN);
    });
  });

  it('in oEmbed', () => {
    always(({ label }) => {
      const json = JSON.stringify(renderOEmbed(label, LINK, { frame: `${ORIGIN}/frame` }));
      expect(json).not.toMatch(HIDDEN);
      const { html, title, provider_name } = JSON.parse(json) as Record<string, string>;
      expect(`${title}${provider_name}`).not.toMatch(/\n/);
      const reading = readHtml(html ?? '');
      expect(names(reading)).toEqual(new Set(['blockquote', 'p', 'strong', 'a', 'iframe']));
      onlyOwnLinks(reading);
    });
  });

  it('in Open Graph tags', () => {
    always(({ label }) => {
      const tags = renderOpenGraph(label, LINK);
      const { elements, blocks } = readHtml(tags);
      expect(blocks).toEqual([]);
      expect(tags).not.toMatch(HIDDEN);
      for (const { name, attributes: found } of elements) {
        expect(name).toBe('meta');
        expect(Object.keys(found)).toEqual(['property', 'content']);
      }
      expect(new Set(elements.map(({ attributes: { property } }) => property)).size).toBe(elements.length);
    });
  });

  it('in JSON-LD', () => {
    always(({ record, context }) => {
      const html = renderJsonLd(record, context, LINK);
      const json = html.slice('<script type="application/ld+json">'.length, -'</script>'.length);
      expect(json).not.toMatch(/[<>&\u2028\u2029]/);
      expect(readHtml(html).elements).toMatchObject([{ name: 'script', attributes: { type: 'application/ld+json' } }]);
      JSON.parse(json, (_, value: unknown) => {
        if (typeof value === 'string') expect(value).not.toMatch(HIDDEN);
        return value;
      });
    });
  });
});

describe('what the browser’s schema lets through', () => {
  it('a country that is none stays inert in a heading', () => {
    const record = readRecord({
      ...benign,
      aeReporting: { 'X\u202e\n<b>[url]*': { text: 'Report.', authorityUrl: 'https://authority.example/' } },
    });
    const label = labelModel(record, { state: 'as-stated', country: 'GB' });
    const reading = readHtml(renderMarker(label, LINK));
    expect(reading.blocks).toContain('Report an adverse event (X <b>[url]*): Report. https://authority.example/');
    expect(names(reading)).not.toContain('b');
    expect(renderText(label, LINK)).not.toMatch(HIDDEN);
  });

  it('an address with every character that an address may have leads where it says', () => {
    const piUrl = `${ORIGIN}/a_b*c(d)[e]!'~;,=+$@&amp;&copy;|^{}\`\\\\x?q=<b>&r="1"&copy=2`;
    const record = readRecord({ ...benign, products: [{ ...benign.products?.[0], piUrl: { GB: piUrl } }] });
    const label = labelModel(record, { state: 'as-stated', country: 'GB' });
    const leads = (reading: Reading) => reading.hrefs;
    const same = (href: string) => decodeURI(new URL(href).href);
    for (const html of [
      renderMarker(label, LINK),
      renderEmail(label, LINK).html,
      strictMarkdown.render(renderMarkdown(label, LINK)),
    ])
      expect(leads(readHtml(html)).map(same)).toContain(same(piUrl));
    expect(renderBBCode(label, LINK)).toContain(`[url]${piUrl.replace('[', '%5B').replace(']', '%5D')}[/url]`);
  });
});

describe('long texts', () => {
  it('a title of 100 kB is refused by the publisher’s schema and by the browser’s', () => {
    const long = { ...benign, title: 'x'.repeat(100_000) };
    const refused = expect.objectContaining({ code: 'record', message: expect.stringContaining('title') });
    expect(() => parseRecord(long)).toThrow(refused);
    expect(() => readRecord(long)).toThrow(refused);
  });

  it('the longest text that is allowed stands whole in every rendering', () => {
    const warning = `${'['.repeat(9_000)}<b>${'*'.repeat(9_000)} end.`;
    const record = readRecord({ ...benign, products: [{ ...benign.products?.[0], boxedWarning: { GB: warning } }] });
    const label = labelModel(record, { state: 'as-stated', country: 'GB' });
    expect(readHtml(renderMarker(label, LINK)).blocks).toContain(`Boxed warning: ${warning}`);
    expect(readHtml(openMarkdown.render(renderMarkdown(label, LINK))).blocks).toContain(`Boxed warning: ${warning}`);
    expect(renderText(label, LINK)).toContain(warning);
    expect(renderBBCode(label, LINK).normalize('NFKC')).toContain(warning);
  });
});
