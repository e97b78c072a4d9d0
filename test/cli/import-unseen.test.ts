import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftFromFile, publishFolder, readSource, signItem, verifyFolder } from 'pullquote';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { newProject, NOW, ORIGIN, writeItem } from './project.js';

/** Files in other dialects, written when the importers were finished. They found one fault, which was
 * mended then: the number of a list's item ran into its text. */
const FILES = {
  label: 'spl/synthetic-other-dialect.xml',
  article: 'jats/synthetic-jats-1.2.xml',
  boxed: 'spl/synthetic-boxed-warning.xml',
} as const;
type Name = keyof typeof FILES;

/** What a person writes: the funders that the article names must be named here too, or the rules refuse it. */
const INVOLVEMENT: Readonly<Record<Name, string>> = {
  label: 'Written by Laboratoires Imaginés S.A.',
  article: 'Written by its authors. Funded by Fund for Inventions and Invented Pharma, Inc.',
  boxed: 'Written by Invented Pharma, Inc.',
};

const file = (name: Name) => fileURLToPath(new URL(`../fixtures/${FILES[name]}`, import.meta.url));

/** Read from the files by hand: field, value, and where it stands in the source. */
const EXPECTED: readonly (readonly [Name, string, unknown, string])[] = [
  [
    'label',
    'title',
    'Fictolé (imaginone sodium) injection Invented prescribing information',
    'document/title, with a br',
  ],
  ['label', 'lastRevised', '2025-06-30', 'effectiveTime, which has a time of day too'],
  ['label', 'parties', [{ role: 'publisher', name: 'Laboratoires Imaginés S.A.' }], 'representedOrganization/name'],
  ['label', 'products.0.brand', 'Fictolé', 'manufacturedMedicine/name'],
  ['label', 'products.0.generic', 'imaginone sodium', 'genericMedicine/name'],
  ['label', 'products.0.strengthForm', 'INJECTION, SOLUTION; 40 mg in 1 mL', 'formCode, activeIngredient'],
  ['label', 'products.length', 1, 'one product'],
  [
    'label',
    'products.0.boxedWarning',
    { US: 'WARNING: FICTIVE ARRHYTHMIA\nInvented: stop if QT > 500 ms & call nobody.' },
    'a section inside a section, its text in CDATA',
  ],
  ['label', 'language', undefined, 'no languageCode'],
  ['article', 'title', 'Fictamab versus placebo: an invented trial', 'article-title'],
  ['article', 'language', 'en', 'article/@xml:lang'],
  ['article', 'datePrepared', '2026-04-09', 'the electronic pub-date; print has no day'],
  ['article', 'citations.0.doi', '10.9999/invent.2026.001', 'article-id doi'],
  ['article', 'citations.0.pmid', '98765432', 'article-id pmid'],
  [
    'article',
    'citations.0.text',
    'Imaginé ZQ, Nobody N, Blank A, The Invented Trial Group (2026). Fictamab versus placebo: an invented trial. Journal of Inventions 12(4): 101–109.',
    'contrib, pub-date, volume, issue, fpage, lpage',
  ],
  [
    'article',
    'parties',
    [
      { role: 'publisher', name: 'Invented Press' },
      { role: 'funder', name: 'Fund for Inventions' },
      { role: 'funder', name: 'Invented Pharma, Inc.' },
      { role: 'author', name: 'Zoë Q Imaginé', interests: 'Zoë Imaginé was paid by Invented Pharma.' },
      { role: 'author', name: 'Nemo Nobody Jr', interests: 'Nemo Nobody declares none.' },
      { role: 'author', name: 'Ada Blank', interests: 'Ada Blank owns an imaginary share of Invented Pharma.' },
      { role: 'author', name: 'The Invented Trial Group' },
    ],
    'publisher-name; funding-source; contrib with its xref to a note, or with a note of its own',
  ],
  [
    'article',
    'reuse.licence',
    'This invented article is distributed under CC BY-NC 4.0. https://creativecommons.org/licenses/by-nc/4.0/',
    'license-p and license/@xlink:href',
  ],
];

it.each(EXPECTED)('%s: %s as the file states it', async (name, path, value) => {
  const { content } = await readSource(file(name));
  const found = path
    .split('.')
    .reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], content);
  expect(found).toEqual(value);
});

it.each([
  [
    'label',
    [
      [
        'WARNING: FICTIVE ARRHYTHMIA (LOINC 34066-1)',
        'WARNING: FICTIVE ARRHYTHMIA\nInvented: stop if QT > 500 ms & call nobody.',
      ],
      ['WARNINGS (LOINC 34071-1)', 'Fictive rash. Imagined rashes were seen in 3% of nobody.'],
      ['WARNINGS (LOINC 34071-1), Children', 'Fictolé has not been imagined in children.'],
      ['DRUG INTERACTIONS (LOINC 34073-7)', 'Do not combine with:\n1. inventine\n2. fabulol'],
    ],
  ],
  [
    'article',
    [
      ['Abstract, Aim', 'To invent a trial.'],
      ['Abstract, Results', 'Nothing was measured in 10³ runs (p = 1).'],
      ['Abstract (plain-language-summary)', 'We made this up.'],
    ],
  ],
] as const)('%s: its candidate excerpts', async (name, expected) => {
  const { candidates } = await readSource(file(name));
  expect(candidates.map(({ from, text }) => [from, text])).toEqual(expected);
});

it.each([
  [
    'label',
    [
      'canonicalUrl',
      'promotionalStatus',
      'labelStatus',
      'audience',
      'products.0.piUrl',
      'language',
      'involvement',
      'aeReporting',
    ],
  ],
  ['article', ['canonicalUrl', 'promotionalStatus', 'labelStatus', 'audience', 'involvement']],
] as const)('%s: what it does not state is missing', async (name, paths) => {
  const { missing } = await readSource(file(name));
  expect(missing.map(({ path }) => path).filter((path) => !path.startsWith('reuse.') && path !== 'excerpts.*')).toEqual(
    paths,
  );
});

it.each(Object.keys(FILES) as Name[])('%s: draft, finish, lint, sign, publish, verify', async (name) => {
  const project = await newProject();
  const out = join(project.paths.items, `${name}.yaml`);
  await draftFromFile(file(name), { out });
  const { missing: _missing, ...draft } = parse(await readFile(out, 'utf8')) as Record<string, unknown>;
  await writeFile(out, '');
  await writeItem(project, name, {
    language: 'en',
    ...draft,
    canonicalUrl: `/${name}`,
    promotionalStatus: 'non-promotional',
    labelStatus: 'within-label',
    audience: { roles: ['healthcare professionals'], countries: ['US'] },
    involvement: { en: INVOLVEMENT[name] },
    reuse: {
      ...(draft['reuse'] as object | undefined),
      requireVerifiedHcp: false,
      quote: 'approved-only',
      download: true,
      print: true,
      reshare: true,
    },
  });
  expect(await signItem(project, name, NOW)).toMatchObject({ version: 1, url: `${ORIGIN}/${name}` });
  await publishFolder(project, { now: NOW });
  expect(await verifyFolder(project.paths.public, { now: NOW, origin: ORIGIN })).toMatchObject({
    ok: true,
    counts: { records: 1 },
  });
});
