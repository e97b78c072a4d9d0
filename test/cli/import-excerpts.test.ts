import {
  blocksText,
  draftFromFile,
  readItemText,
  readSource,
  readSourceStream,
  sectionText,
  type Section,
} from 'pullquote';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fixture, NAMES, ORIGIN, refusal, type Fixture } from './project.js';

const boxed = fileURLToPath(new URL('../fixtures/spl/synthetic-boxed-warning.xml', import.meta.url));
const words = (text: string) => text.replace(/\s+/g, ' ').trim();
const highlights = (section: Section): string =>
  [blocksText(section.highlights), ...section.sections.map(highlights)].join('\n');

const label = (body: string, code = '34391-3') =>
  readSourceStream(
    new Blob([
      `<document xmlns="urn:hl7-org:v3"><code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><component><structuredBody>${body}</structuredBody></component></document>`,
    ]).stream(),
  );
const section = (code: string, title: string, text: string, more = '') =>
  `<component><section><code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text>${text}</text>${more}</section></component>`;

/** Read from the files by hand: the section, how the first candidate from it begins, and where that stands in the file. */
const EXPECTED: readonly (readonly [Fixture, string, string, string])[] = [
  [
    'lipitor',
    '1 INDICATIONS AND USAGE (LOINC 34067-9)',
    'Therapy with lipid-altering agents should be only one component of',
    'line 1590',
  ],
  [
    'lipitor',
    '4 CONTRAINDICATIONS (LOINC 34070-3)',
    'Active liver disease, which may include unexplained persistent elevations in hepatic transaminase levels (4.1).\nWomen who are pregnant',
    'line 1800, highlights: the section has no text of its own',
  ],
  [
    'lipitor',
    '5 WARNINGS AND PRECAUTIONS (LOINC 43685-7), 5.1 Skeletal Muscle',
    'Rare cases of rhabdomyolysis with acute renal failure secondary to myoglobinuria',
    'line 1875',
  ],
  [
    'lipitor',
    '6 ADVERSE REACTIONS (LOINC 34084-4)',
    'The following serious adverse reactions are discussed in greater detail',
    'line 1994',
  ],
  [
    'lipitor',
    '7 DRUG INTERACTIONS (LOINC 34073-7), 7.8 Digoxin',
    'When multiple doses of LIPITOR and digoxin were co-administered, steady state plasma digoxin concentrations increased by approximately 20%. Patients taking digoxin should be monitored appropriately.',
    'line 2477',
  ],
  [
    'lipitor',
    '12.3 Pharmacokinetics (LOINC 43682-4)',
    'Absorption: LIPITOR is rapidly absorbed after oral administration; maximum plasma',
    'line 2705, a part without a title',
  ],
  [
    'viagra',
    '4 CONTRAINDICATIONS (LOINC 34070-3), 4.1 Nitrates',
    'Consistent with its known effects on the nitric oxide/cGMP pathway',
    'line 1111',
  ],
  [
    'viagra',
    '7 DRUG INTERACTIONS (LOINC 34073-7), 7.5 Alcohol',
    'In a drug-drug interaction study sildenafil 50 mg given with alcohol 0.5 g/kg',
    'line 1688',
  ],
  [
    'viagra',
    '12.3 Pharmacokinetics (LOINC 43682-4)',
    'VIAGRA is rapidly absorbed after oral administration, with a mean absolute bioavailability of 41% (range 25–63%).',
    'line 2284',
  ],
  [
    'cough',
    'Uses (LOINC 34067-9)',
    'Uses\ntemporarily relieves\n• sneezing',
    'line 256: the title begins the sentence',
  ],
  [
    'cough',
    'Do not use (LOINC 50570-1)',
    'Do not use\nin a child under 4 years of age\nin a child who is taking',
    'line 278',
  ],
  [
    'cough',
    'Stop use and ask a doctor if (LOINC 50566-9)',
    'Stop use and ask a doctor if\nnervousness, dizziness or sleeplessness occurs',
    'line 340',
  ],
  [
    'cough',
    'Keep out of reach of children. (LOINC 50565-1)',
    'Keep out of reach of children.\nIn case of overdose, get medical help or contact a Poison Control Center right away.',
    'line 354',
  ],
  ['trial', 'Abstract, Background', 'Depression is a significant cause of morbidity.', 'line 72, the untyped abstract'],
  [
    'trial',
    'Abstract, Conclusions',
    'In this randomised controlled trial of acupuncture and counselling for patients presenting with depression',
    'line 79, the untyped abstract',
  ],
  ['tb', 'Abstract (toc)', 'Dick Menzies and colleagues report findings', 'abstract of type toc'],
  [
    'tb',
    'Abstract, Background',
    'Treatment of multidrug resistant tuberculosis (MDR-TB) is lengthy, toxic, expensive',
    'line 244, the untyped abstract',
  ],
  [
    'essay',
    'Abstract (toc)',
    'ThePLoS Medicine editors, and Guest Editors Scott Stonington and Seth Holmes',
    'line 93, abstract of type toc; the file has no space there',
  ],
];

describe('a candidate excerpt', () => {
  it.each(EXPECTED)('%s: %s begins as the file does', async (name, from, begins) => {
    const { candidates } = await readSource(fixture(name));
    const found = candidates.find((candidate) => candidate.from === from);
    expect(found?.text.slice(0, begins.length)).toBe(begins);
  });

  it.each(NAMES)('of %s stands in the file word for word, is bounded and is cited', async (name) => {
    const { candidates, sections, content } = await readSource(fixture(name));
    const all = words([...sections.map(sectionText), ...sections.map(highlights)].join('\n'));
    expect(candidates.length).toBeGreaterThan(0);
    for (const { text, citations, from } of candidates) {
      expect(all).toContain(words(text));
      expect(text.length).toBeLessThanOrEqual(800);
      expect(text).not.toMatch(/:$/);
      const cited = content.citations?.filter(({ n }) => citations.includes(n)) ?? [];
      expect(cited).toHaveLength(1);
      if (name === 'lipitor' || name === 'viagra' || name === 'cough')
        expect(cited[0]?.text).toContain(/^(.*? \(LOINC \d+-\d\))/.exec(from)?.[1]);
    }
  });
});

describe('a passage', () => {
  const texts = async (text: string) =>
    (await label(section('34073-7', '7 DRUG INTERACTIONS', text))).candidates.map((one) => [one.text, one.whole]);

  it('is cut after a sentence, never inside one', async () => {
    const sentence = 'A sentence with an abbreviation (e.g. Aspirin, approx. 5 mg vs. 7 mg) of some length is here. ';
    const [[text, whole] = []] = await texts(`<paragraph>${sentence.repeat(20)}</paragraph>`);
    expect(whole).toBe(false);
    expect(text).toBe(sentence.repeat(8).trim());
  });

  it('never cuts a list, and never leaves the sentence that leads to it', async () => {
    const item = `<item>${'long '.repeat(90)}</item>`;
    const [[text, whole] = []] = await texts(
      `<paragraph>First comes this. Avoid it with:</paragraph><list>${item}${item}</list>`,
    );
    expect([text, whole]).toEqual(['First comes this.', false]);
    expect(await texts(`<paragraph>Avoid it with:</paragraph><list>${item}${item}</list>`)).toEqual([]);
    expect(await texts(`<paragraph>First. Avoid these.</paragraph><list>${item}${item}</list>`)).toEqual([
      ['First.', false],
    ]);
  });

  it('ends before a table, and says that the text goes on', async () => {
    const table = '<table><tbody><tr><td>x</td></tr></tbody></table>';
    expect(await texts(`<paragraph>One. Two:</paragraph>${table}`)).toEqual([['One.', false]]);
  });

  it('leaves no text out without a word', async () => {
    const { candidates, notes } = await label(
      section('34071-1', 'WARNINGS', `<paragraph>${'word '.repeat(200)}</paragraph>`),
    );
    expect(candidates).toEqual([]);
    expect(notes.join()).toContain('No candidate excerpt was taken from: WARNINGS (LOINC 34071-1)');
  });

  it('is not made of headings alone', async () => {
    expect(await texts('<paragraph>Specific Populations</paragraph>')).toEqual([]);
  });

  it('of an over-the-counter label is whole, with the title that begins its sentence, or is not taken', async () => {
    const short = await label(section('50570-1', 'Do not use', '<list><item>with wine</item></list>'), '34390-5');
    expect(short.candidates.map(({ text }) => text)).toEqual(['Do not use\nwith wine']);
    const long = await label(
      section('50570-1', 'Do not use', `<paragraph>${'It is so. '.repeat(90)}</paragraph>`),
      '34390-5',
    );
    expect(long.candidates).toEqual([]);
    expect(long.notes.join()).toContain('Do not use (LOINC 50570-1)');
  });

  it('a hundred of them are enough: the rest is counted', async () => {
    const { candidates, notes } = await label(
      Array.from({ length: 103 }, (_, i) =>
        section('34073-7', `Part ${i}`, `<paragraph>Sentence ${i}.</paragraph>`),
      ).join(''),
    );
    expect(candidates).toHaveLength(100);
    expect(notes.join()).toContain('offers 3 candidate excerpts more than the 100');
  });
});

const WARNING = [
  'WARNING: INVENTED LIVER INJURY and IMAGINARY BLEEDING',
  'Invented liver injury',
  'Invented cases of liver injury at doses above 10² mg have been imagined. (5.1)',
  'Measure invented enzymes before the first dose and every 4 weeks.',
  'Imaginary bleeding',
  'Do not give INVENTOL to patients who take imaginarol.',
  'Who should not take it',
  'Nobody should take INVENTOL: it does not exist.',
].join('\n');

describe('a boxed warning', () => {
  it('of a prescription label is carried whole, and nobody has to ask what it is', async () => {
    const { content, candidates, missing } = await readSource(boxed);
    expect(content.products?.[0]?.boxedWarning).toEqual({ US: WARNING });
    expect(candidates[0]).toMatchObject({ text: WARNING, whole: true });
    expect(missing.map(({ path }) => path)).not.toContain('products.*.boxedWarning');
  });

  it('is never shortened, however long it is', async () => {
    const long = 'This is a warning. '.repeat(200).trim();
    const { candidates } = await label(section('34066-1', 'WARNING', `<paragraph>${long}</paragraph>`));
    expect(candidates[0]?.text).toBe(`WARNING\n${long}`);
  });

  it('of an over-the-counter label is stated as the file codes it, and waits for a person', async () => {
    const { yaml } = await draftFromFile(fixture('cough'));
    const entry = (parse(yaml) as { missing: { path: string; why: string }[] }).missing.find(
      ({ path }) => path === 'products.*.boxedWarning',
    );
    expect(entry?.why).toContain('tamper seal');
    const { issues } = await refusal(() => readItemText(yaml, { name: 'cough', origin: ORIGIN }));
    expect(issues.join('\n')).toContain(
      'products.*.boxedWarning: The file codes this text as a boxed warning (34066-1)',
    );
  });
});

describe('the draft', () => {
  it('marks every candidate as one, and cannot be signed while the entry stands', async () => {
    const { yaml } = await draftFromFile(boxed);
    expect(yaml).toContain('# CANDIDATES, word for word from the source. Nobody has approved them for quoting.\n');
    expect(yaml).toContain(
      '  # Candidate from 12.3 Pharmacokinetics (LOINC 43682-4). The text goes on there.\n  - id: e4\n',
    );
    const { issues } = await refusal(() => readItemText(yaml, { name: 'x', origin: ORIGIN }));
    expect(issues.join('\n')).toContain('excerpts.*: These are candidates, word for word from the source');
  });

  it('shows how to write each missing field, and a template is no value', async () => {
    const { yaml } = await draftFromFile(boxed);
    const [, templates = ''] = yaml.split('# How to write what is missing.');
    for (const field of ['canonicalUrl:', 'audience:', '  countries:', 'involvement:', '  requireVerifiedHcp:'])
      expect(templates).toContain(`\n# ${field}`);
    const uncommented = `schema: pullquote/1\n${templates
      .split('\n')
      .slice(1)
      .filter((line) => !line.includes('(in '))
      .map((line) => line.slice(2))
      .filter((line) => !line.startsWith(' '.repeat(4)) || line.includes('text'))
      .join('\n')}`;
    const { issues } = await refusal(() => readItemText(uncommented, { name: 'x', origin: ORIGIN }));
    for (const field of [
      'canonicalUrl',
      'promotionalStatus',
      'labelStatus',
      'audience.countries.0',
      'involvement',
      'reuse.quote',
      'reuse.print',
    ])
      expect(issues.some((issue) => issue.startsWith(field))).toBe(true);
  });

  it('lets no text of a file break out of a comment', async () => {
    const { content } = await readSource(boxed);
    const hostile = `Part\r\n# x\raudience: y\ncanonicalUrl: https://evil.example/ \u0085\u2028audience: x`;
    const { yaml } = await draftFromFile(boxed, {
      complete: async (source) => ({
        ...source,
        content,
        notes: [hostile],
        candidates: [{ text: 'T.', from: hostile, whole: true, citations: [1] }],
      }),
    });
    // Not every reader of YAML takes the same characters for a line's end.
    expect(yaml).not.toMatch(/[\r\u0085\u2028]/);
    expect(parse(yaml)).not.toHaveProperty('canonicalUrl');
    expect(parse(yaml)).not.toHaveProperty('audience');
  });
});
