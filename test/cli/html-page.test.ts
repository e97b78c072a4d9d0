import { draftFromFile, readItemText, readSourceStream, type SourceDocument } from 'pullquote';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { refusal, scratch } from './project.js';

const AT = 'https://journal.example/a/1?utm_source=x';

/** In small pieces, so that tags and characters are cut in the middle. */
function read(
  html: string | Uint8Array,
  carrier: { url?: string; contentType?: string } = { url: AT },
): Promise<SourceDocument> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return readSourceStream(
    (async function* () {
      for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7);
    })(),
    carrier,
  );
}
const readWhole = (html: string) => readSourceStream(new Blob([html]).stream());
const page = (head: string, attributes = '') => `<!doctype html><html ${attributes}><head>${head}</head><body><p>Text`;
const data = (...things: object[]) =>
  things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join('');
const paths = ({ missing }: SourceDocument) => missing.map(({ path }) => path);
const hint = ({ missing }: SourceDocument, path: string) => missing.find((one) => one.path === path && one.hint)?.hint;

const ARTICLE = page(
  `<title>Statins | Journal</title><link rel="canonical" href="/a/1"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
   <meta name="citation_title" content="Statins &amp; grapefruit"><meta name="citation_author" content="One, Ann"><meta name="citation_author" content="Two, Bo">
   <meta name="citation_journal_title" content="Journal of X"><meta name="citation_volume" content="3"><meta name="citation_issue" content="2">
   <meta name="citation_firstpage" content="10"><meta name="citation_lastpage" content="19"><meta name="citation_doi" content="doi:10.1000/x.1">
   <meta name="citation_pmid" content="123"><meta name="citation_publisher" content="Press Ltd"><meta name="citation_publication_date" content="2024/3/1">
   <meta property="og:title" content="Share me!"><meta name="description" content="What  it is
   about.">`,
  'lang="en-GB"',
);

describe('citation_* tags, links and Open Graph', () => {
  it.each([
    ['title', 'Statins & grapefruit'],
    ['language', 'en-GB'],
    ['canonicalUrl', 'https://journal.example/a/1'],
    ['contentType', 'journal-article'],
    ['summary', 'What it is about.'],
    ['datePrepared', '2024-03-01'],
    ['reuse', { licence: 'https://creativecommons.org/licenses/by/4.0/' }],
    [
      'parties',
      [
        { role: 'publisher', name: 'Press Ltd' },
        { role: 'author', name: 'One, Ann' },
        { role: 'author', name: 'Two, Bo' },
      ],
    ],
    [
      'citations',
      [
        {
          n: 1,
          text: 'One, Ann; Two, Bo (2024). Statins & grapefruit. Journal of X 3(2): 10–19.',
          doi: '10.1000/x.1',
          pmid: '123',
          url: 'https://journal.example/a/1',
        },
      ],
    ],
    ['lastRevised', undefined],
    ['products', undefined],
  ] as const)('state %s', async (field, value) => {
    expect((await read(ARTICLE)).content[field]).toEqual(value);
  });

  it('leave to a person what no page states', async () => {
    const source = await read(ARTICLE);
    expect(source.format).toBe('html');
    expect(paths(source)).toEqual(
      expect.arrayContaining(['promotionalStatus', 'labelStatus', 'audience', 'involvement', 'parties', 'reuse.quote']),
    );
    expect(paths(source)).not.toContain('canonicalUrl');
    expect(source.notes.join()).toContain('holds only for an address on your own origin');
  });

  it('make a draft that is finished as any other', async () => {
    const file = join(await scratch(), 'page.html');
    await writeFile(file, ARTICLE.replace('/a/1', 'https://publisher.example/a/1'));
    const { missing: _, ...draft } = parse((await draftFromFile(file)).yaml) as Record<string, unknown>;
    const finished = {
      ...draft,
      promotionalStatus: 'non-promotional',
      labelStatus: 'no-product',
      audience: { roles: ['healthcare professionals'], countries: ['GB'] },
      involvement: { en: 'Written by its authors.' },
      reuse: { requireVerifiedHcp: false, quote: 'none', download: true, print: true, reshare: true },
    };
    const { content } = await readItemText(JSON.stringify(finished), {
      name: 'page',
      origin: 'https://publisher.example',
    });
    expect(content.title).toBe('Statins & grapefruit');
  });
});

describe('schema.org JSON-LD', () => {
  it('states an article, and wins over tags that are written for sharing', async () => {
    const source = await read(
      page(
        `<title>T</title><meta property="og:title" content="Share me!">${data({
          '@context': 'https://schema.org',
          '@type': 'MedicalScholarlyArticle',
          headline: 'Statins',
          inLanguage: 'de',
          author: [{ '@type': 'Person', name: 'Ann One' }, 'Bo Two'],
          publisher: { '@id': '#press' },
          sponsor: { '@type': 'Organization', name: 'Invented Pharma' },
          funding: { '@type': 'Grant', funder: { name: 'Fund for X' } },
          reviewedBy: { name: 'Cy Three' },
          datePublished: '2024-03-01T23:30:00-05:00',
          dateModified: '2024-04-02',
          abstract: 'First. Second.',
          description: 'About statins.',
          license: { '@type': 'CreativeWork', name: 'CC BY 4.0' },
          identifier: { '@type': 'PropertyValue', propertyID: 'doi', value: 'https://doi.org/10.1000/abc' },
          isAccessibleForFree: true,
          audience: { '@type': 'MedicalAudience', audienceType: 'Clinician' },
          creditText: 'Funded by Invented Pharma.',
          expires: '2027-01-01',
        })}${data({ '@graph': [{ '@id': '#press', '@type': 'Organization', name: 'Press Ltd' }] })}`,
      ),
    );
    expect(source.content).toMatchObject({
      title: 'Statins',
      language: 'de',
      contentType: 'journal-article',
      summary: 'About statins.',
      datePrepared: '2024-03-01',
      lastRevised: '2024-04-02',
      accessGate: 'open',
      reuse: { licence: 'CC BY 4.0' },
      parties: [
        { role: 'publisher', name: 'Press Ltd' },
        { role: 'sponsor', name: 'Invented Pharma' },
        { role: 'funder', name: 'Fund for X' },
        { role: 'reviewer', name: 'Cy Three' },
        { role: 'author', name: 'Ann One' },
        { role: 'author', name: 'Bo Two' },
      ],
      citations: [{ doi: '10.1000/abc' }],
    });
    expect(source.candidates).toEqual([{ text: 'First. Second.', whole: true, from: 'Abstract', citations: [1] }]);
    expect(hint(source, 'audience')).toBe('The page says: Clinician');
    expect(hint(source, 'involvement')).toContain('Funded by Invented Pharma.');
    expect(source.notes.join()).toContain('expires on 2027-01-01');
    expect(source.content).not.toHaveProperty('audience');
  });

  it('states a drug as a product; what lacks a country is a hint', async () => {
    const source = await read(
      page(
        data({
          '@type': ['MedicalWebPage'],
          name: 'About Inventol',
          about: {
            '@type': 'Drug',
            name: 'Inventol',
            nonProprietaryName: 'fictamab',
            dosageForm: 'Tablet',
            availableStrength: [{ strengthValue: 15, strengthUnit: 'mg' }],
            prescribingInfo: 'https://pharma.example/pi',
            warning: 'It does not exist.',
            manufacturer: { name: 'Invented Pharma' },
          },
        }),
      ),
    );
    expect(source.content.products).toEqual([
      { brand: 'Inventol', generic: 'fictamab', strengthForm: 'Tablet; 15 mg' },
    ]);
    expect(hint(source, 'products.0.piUrl')).toContain('https://pharma.example/pi');
    expect(hint(source, 'products.0.safety')).toContain('It does not exist.');
    expect(hint(source, 'parties')).toContain('Invented Pharma');
    expect(hint(source, 'contentType')).toContain('MedicalWebPage, Drug');
    expect(paths(source)).toContain('aeReporting');
    expect(source.content).not.toHaveProperty('contentType');
  });

  it('asks for a generic name that is not there', async () => {
    const source = await read(page(data({ '@type': 'Drug', name: 'Inventol' })));
    expect(source.content.products).toEqual([{ brand: 'Inventol' }]);
    expect(paths(source)).toEqual(expect.arrayContaining(['products.0.generic', 'title']));
  });

  it('takes of several articles the one with the page’s own address, or none', async () => {
    const articles = data(
      { '@type': 'Article', headline: 'Other', url: 'https://journal.example/2' },
      { '@type': 'Article', headline: 'Own', mainEntityOfPage: { '@id': 'https://journal.example/a/1' } },
    );
    const head = `<title>T</title>${articles}`;
    expect((await read(page(`<link rel=canonical href=/a/1>${head}`))).content.title).toBe('Own');
    const unclear = await read(page(head));
    expect(unclear.content.title).toBe('T');
    expect(unclear.notes.join()).toContain('describes 2 things of the type Article');
  });

  it('tells of a second title, and of a description that is too long', async () => {
    const { content, notes } = await read(
      page(
        `<meta name="citation_title" content="B">${data({ '@type': 'Article', headline: 'A', description: 'x'.repeat(20_001) })}`,
      ),
    );
    expect(content.title).toBe('A');
    expect(content).not.toHaveProperty('summary');
    expect(notes.join('\n')).toMatch(/longer than 20,000 characters[\s\S]*two titles\. The one that is not taken: B/);
  });

  it('tells of blocks that are not JSON, and of data about something else', async () => {
    const { notes, content } = await read(
      page(
        `<title>T</title><script type="application/ld+json">{"a":</script>${data({ '@type': 'Recipe', name: 'Soup' })}`,
      ),
    );
    expect(content.title).toBe('T');
    expect(notes.join('\n')).toMatch(/1 JSON-LD block is not JSON[\s\S]*only: Recipe/);
  });

  it('is not trusted: lists as deep as the block is long', async () => {
    const lists = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    const blocks = [lists, `{"@type":"Article","headline":${lists}}`].map(
      (json) => `<script type="application/ld+json">${json}</script>`,
    );
    expect((await readWhole(page(`<title>T</title>${blocks.join('')}`))).content.title).toBe('T');
  });

  it.each([
    ['null', null],
    ['a number', 5],
    [
      'names that are none',
      { '@type': ['Article', 7, null], headline: [null, {}, [], '  '], author: { name: { x: 1 } } },
    ],
    ['a reference to itself', { '@type': 'Article', '@id': '#a', author: { '@id': '#a' }, about: { '@id': '#a' } }],
    ['keys that objects have', { '@type': 'constructor', __proto__: { a: 1 }, toString: 'x' }],
  ])('is not trusted: %s', async (_name, thing) => {
    const { content } = await read(page(`<title>T</title>${data(thing as object)}`));
    expect(content.title).toBe('T');
  });
});

describe('the address', () => {
  it.each([
    ['a path without a known place', '<link rel="canonical" href="/a">', undefined, undefined],
    [
      'a path under a base',
      '<base href="https://b.example/x/"><link rel="canonical" href="a">',
      undefined,
      'https://b.example/x/a',
    ],
    ['an unsafe scheme', '<link rel="canonical" href="javascript:alert(1)">', AT, undefined],
    ['plain http', '<link rel="canonical" href="http://a.example/">', AT, undefined],
    ['two that differ', '<link rel="canonical" href="/a"><link rel="canonical" href="/b">', AT, undefined],
    [
      'two that agree',
      '<link rel="canonical" href="/a"><link rel="Canonical" href="/a">',
      AT,
      'https://journal.example/a',
    ],
    ['a fragment', '<link rel="canonical" href="/a#b">', AT, 'https://journal.example/a'],
    [
      'Open Graph alone',
      '<meta property="og:url" content="https://journal.example/og">',
      AT,
      'https://journal.example/og',
    ],
    ['none', '', AT, undefined],
  ])('%s', async (_name, head, url, expected) => {
    const source = await read(page(`<title>T</title>${head}`), url === undefined ? {} : { url });
    expect(source.content.canonicalUrl).toBe(expected);
    expect(paths(source).filter((path) => path === 'canonicalUrl')).toHaveLength(expected === undefined ? 1 : 0);
  });

  it('where nothing is stated is the hint', async () => {
    expect(hint(await read(page('<title>T</title>')), 'canonicalUrl')).toBe(`The page was read at ${AT}`);
  });
});

describe('small things', () => {
  it.each(['not a doi', 'https://elsewhere.example/10.1000/x', '10.1/x', 'doi:'])('"%s" is no DOI', async (doi) => {
    const { content } = await read(
      page(
        `<meta name="citation_doi" content="${doi}">${data({ '@type': 'Article', headline: 'T', identifier: doi })}`,
      ),
    );
    expect(content.citations?.[0]).not.toHaveProperty('doi');
  });

  it('a title inside a picture is not the page’s', async () => {
    const { content } = await read('<!doctype html><svg><title>Icon</title></svg><title>  Page \n title </title>');
    expect(content.title).toBe('Page title');
  });

  it.each([
    ['the server', '<!doctype html><title>Caf\u00e9</title>', 'text/html; charset=ISO-8859-1'],
    ['the page', '<!doctype html><meta charset="windows-1252"><title>Caf\u00e9</title>', 'text/html'],
    [
      'an older way',
      '<html><meta http-equiv=content-type content="text/html; charset=latin1"><title>Caf\u00e9</title>',
      undefined,
    ],
  ])('the encoding is what %s says', async (_name, html, contentType) => {
    const bytes = Uint8Array.from(html, (c) => c.charCodeAt(0));
    const source = await read(bytes, contentType === undefined ? {} : { contentType });
    expect(source.content.title).toBe('Café');
  });

  it('UTF-16 with its mark is read', async () => {
    const source = await read(new Uint8Array(Buffer.from('\ufeff<!doctype html><title>Ωμέγα</title>', 'utf16le')), {});
    expect(source.content.title).toBe('Ωμέγα');
  });

  it.each(['2024-02-30', '2024', '2024-3', 'yesterday'])('the date %s is no day', async (date) => {
    const { content } = await read(page(`<title>T</title><meta name="citation_publication_date" content="${date}">`));
    expect(content).not.toHaveProperty('datePrepared');
  });

  it.each([
    ['en_GB', 'en-GB'],
    ['DE', 'de'],
    ['english', undefined],
    ['', undefined],
  ])('the language "%s" is %s', async (lang, expected) => {
    const source = await read(page('<title>T</title>', `lang="${lang}"`));
    expect(source.content.language).toBe(expected);
    expect(paths(source).includes('language')).toBe(expected === undefined);
  });

  it('a page that states nothing is refused, with what was looked for', async () => {
    const { code, message } = await refusal(() => read('<!doctype html><p>Hello'));
    expect(code).toBe('import');
    expect(message).toContain('states nothing of itself: no title, no schema.org JSON-LD');
  });
});
