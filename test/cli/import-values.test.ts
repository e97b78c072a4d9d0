import { blocksText, readSource, sectionsByCode, sectionText, SPL_SECTION, type SourceDocument } from 'pullquote';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, NAMES, type Fixture } from './project.js';

const sources = new Map<Fixture, SourceDocument>();
beforeAll(async () => {
  for (const name of NAMES) sources.set(name, await readSource(fixture(name)));
});
const source = (name: Fixture): SourceDocument => {
  const found = sources.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};
const content = (name: Fixture) => source(name).content;
const missing = (name: Fixture) => source(name).missing.map(({ path }) => path);

/** Read from the files by hand: field, value, and where it stands in the source. */
const EXPECTED: readonly (readonly [Fixture, string, unknown, string])[] = [
  [
    'lipitor',
    'title',
    'These highlights do not include all the information needed to use LIPITOR safely and effectively. See full prescribing information for LIPITOR. LIPITOR® (atorvastatin calcium) Tablets for oral administration Initial U.S. Approval: 1996',
    'line 5, document/title; br is a space, the sup ® stays',
  ],
  [
    'lipitor',
    'parties',
    [{ role: 'publisher', name: 'Parke-Davis Div of Pfizer Inc' }],
    'line 14, author/…/representedOrganization/name',
  ],
  ['lipitor', 'products.0.brand', 'Lipitor', 'line 647, manufacturedProduct/name, four times'],
  ['lipitor', 'products.0.generic', 'atorvastatin calcium', 'line 651, genericMedicine/name'],
  [
    'lipitor',
    'products.0.strengthForm',
    'TABLET, FILM COATED; 10 mg | 20 mg | 40 mg | 80 mg',
    'line 648, formCode; active ingredient of each product',
  ],
  ['lipitor', 'products.0.boxedWarning', undefined, 'no section 34066-1'],
  ['lipitor', 'products.0.piDate', '2014-01-13', 'line 6, effectiveTime'],
  ['lipitor', 'products.length', 1, 'one product in four strengths'],
  ['lipitor', 'lastRevised', '2014-01-13', 'line 6, effectiveTime'],
  ['lipitor', 'contentType', 'product-information', 'the root is a label'],
  [
    'viagra',
    'parties',
    [{ role: 'publisher', name: 'Pfizer Laboratories Div Pfizer Inc' }],
    'author/…/representedOrganization/name',
  ],
  ['viagra', 'products.0.brand', 'Viagra', 'line 346'],
  ['viagra', 'products.0.generic', 'sildenafil citrate', 'line 350'],
  [
    'viagra',
    'products.0.strengthForm',
    'TABLET, FILM COATED; 25 mg | 50 mg | 100 mg',
    'line 347, and the active ingredients',
  ],
  ['viagra', 'lastRevised', '2017-11-07', 'line 7, effectiveTime'],
  ['cough', 'title', 'Drug Facts', 'line 6'],
  ['cough', 'parties', [{ role: 'publisher', name: 'Novartis Consumer Health, Inc.' }], 'line 15'],
  ['cough', 'products.0.brand', 'TRIAMINIC Childrens Night Time Cold and Cough', 'line 49, name and its suffix'],
  ['cough', 'products.0.generic', 'Diphenhydramine HCl, Phenylephrine HCl', 'line 54'],
  [
    'cough',
    'products.0.strengthForm',
    'SYRUP; DIPHENHYDRAMINE HYDROCHLORIDE 6.25 mg in 5 mL, PHENYLEPHRINE HYDROCHLORIDE 2.5 mg in 5 mL',
    'line 51 and the two ACTIB ingredients',
  ],
  [
    'cough',
    'products.0.boxedWarning',
    {
      US: 'TAMPER-EVIDENT FEATURE:\nDO NOT USE IF SAFETY SEAL IMPRINTED WITH “TRIAMINIC” AROUND BOTTLE CAP IS BROKEN OR MISSING.',
    },
    'the section coded 34066-1 near the end',
  ],
  ['cough', 'lastRevised', '2011-04-26', 'line 7'],
  [
    'trial',
    'title',
    'Acupuncture and Counselling for Depression in Primary Care: A Randomised Controlled Trial',
    'article-title',
  ],
  ['trial', 'language', 'en', 'article/@xml:lang'],
  ['trial', 'datePrepared', '2013-09-24', 'pub-date epub; the collection date has no day'],
  ['trial', 'parties.0', { role: 'publisher', name: 'Public Library of Science' }, 'publisher-name'],
  [
    'trial',
    'parties.1',
    {
      role: 'author',
      name: 'Hugh MacPherson',
      interests: 'The authors have declared that no competing interests exist.',
    },
    'first contrib; fn conflict',
  ],
  ['trial', 'parties.13.name', 'Ian Watt', 'last of 13 authors; the academic editor is none'],
  ['trial', 'parties.length', 14, 'publisher and 13 authors'],
  ['trial', 'citations.0.doi', '10.1371/journal.pmed.1001518', 'article-id doi'],
  [
    'trial',
    'citations.0.text',
    'MacPherson H, Richmond S, Bland M, Brealey S, Gabe R, Hopton A, et al (2013). Acupuncture and Counselling for Depression in Primary Care: A Randomised Controlled Trial. PLoS Medicine 10(9): e1001518.',
    'contrib, pub-date, volume, issue, elocation-id',
  ],
  [
    'trial',
    'reuse.licence',
    'This is an open-access article distributed under the terms of the Creative Commons Attribution License, which permits unrestricted use, distribution, and reproduction in any medium, provided the original author and source are credited.',
    'license-p',
  ],
  [
    'tb',
    'title',
    'Multidrug Resistant Pulmonary Tuberculosis Treatment Regimens and Patient Outcomes: An Individual Patient Data Meta-analysis of 9,153 Patients',
    'article-title',
  ],
  ['tb', 'datePrepared', '2012-08-28', 'pub-date epub'],
  ['tb', 'parties.length', 74, 'publisher, 72 persons, the collaborative group'],
  [
    'tb',
    'parties.73',
    { role: 'author', name: 'Collaborative Group for Meta-Analysis of Individual Patient Data in MDR-TB' },
    'line 82, collab without its own contrib-group',
  ],
  [
    'tb',
    'parties.2',
    { role: 'author', name: 'David Ashkin' },
    'the long statement of interests is not repeated 73 times',
  ],
  ['tb', 'citations.0.doi', '10.1371/journal.pmed.1001300', 'article-id doi'],
  ['essay', 'title', 'Social Medicine in the Twenty-First Century', 'article-title'],
  ['essay', 'language', 'en', 'article/@xml:lang="EN"'],
  ['essay', 'datePrepared', '2006-10-24', 'pub-date epub; print has no day'],
  [
    'essay',
    'parties',
    [
      { role: 'publisher', name: 'Public Library of Science' },
      { role: 'author', name: 'Scott Stonington' },
      { role: 'author', name: 'Seth M Holmes' },
      { role: 'author', name: 'The PLoS Medicine Editors' },
    ],
    'contrib-group; italic in the collab is flattened',
  ],
  ['essay', 'citations.0.doi', '10.1371/journal.pmed.0030445', 'article-id doi'],
];

it.each(EXPECTED)('%s: %s as the file states it', (name, path, value) => {
  expect(at(content(name), path)).toEqual(value);
});

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], value);
}

describe('a label', () => {
  it.each(['lipitor', 'viagra', 'cough'] as const)('%s states nothing of what a person must decide', (name) => {
    expect(missing(name)).toEqual(
      expect.arrayContaining([
        'canonicalUrl',
        'promotionalStatus',
        'labelStatus',
        'audience',
        'involvement',
        'aeReporting',
        'products.0.piUrl',
        'language',
        'reuse.quote',
      ]),
    );
    for (const field of [
      'canonicalUrl',
      'promotionalStatus',
      'labelStatus',
      'audience',
      'involvement',
      'aeReporting',
      'language',
      'reuse',
    ]) {
      expect(content(name)).not.toHaveProperty(field);
    }
  });

  it('cites itself by set id, version and effective date', () => {
    const text = content('lipitor').citations?.[0]?.text;
    expect(text).toContain('set id c6e131fe-e7df-4876-83f7-9156fc4e8228, version 11, effective 2014-01-13');
    expect(content('cough').citations?.[0]?.text).toContain(
      'set id 00f66f25-3469-4c16-9baf-fba21e9628bd, version 1, effective 2011-04-26',
    );
  });

  it('hands over its reporting text as a hint, in its own words', () => {
    const hint = source('lipitor').missing.find(({ path }) => path === 'aeReporting')?.hint;
    expect(hint).toBe(
      'The label says: To report SUSPECTED ADVERSE REACTIONS, contact Pfizer at (1-800-438-1985 and www.pfizer.com) or FDA at 1-800-FDA-1088 or www.fda.gov/medwatch.',
    );
    expect(source('cough').missing.find(({ path }) => path === 'aeReporting')?.hint).toBeUndefined();
  });

  it('tells of companies that no field takes', () => {
    expect(source('lipitor').notes.join('\n')).toContain('Pfizer Ireland Pharmaceuticals');
  });

  it('gives the text of its sections by LOINC code, without indentation and with its subsections', () => {
    const [interactions] = sectionsByCode(source('lipitor').sections, SPL_SECTION.drugInteractions);
    expect(interactions?.title).toBe('7 DRUG INTERACTIONS');
    expect(interactions?.sections.map(({ title }) => title)).toHaveLength(11);
    expect(interactions && sectionText(interactions)).toContain(
      'should be avoided [see Warnings and Precautions (5.1)].',
    );
    expect(interactions && blocksText(interactions.highlights)).toContain(
      'HIV protease inhibitor (lopinavir plus ritonavir) | Use with caution and lowest dose necessary',
    );
  });
});

describe('an article', () => {
  it('keeps a funding sentence for the person who names the funders', () => {
    const entries = source('trial').missing;
    expect(content('trial').parties?.some(({ role }) => role === 'funder')).toBe(false);
    expect(entries.find(({ path }) => path === 'parties')?.hint).toContain(
      'funded by the National Institute for Health Research (NIHR)',
    );
    expect(entries.find(({ path }) => path === 'involvement')?.hint).toContain('Programme Grants for Applied Research');
  });

  it('lists a funding statement and interests that are not there as missing', () => {
    const reasons = source('essay')
      .missing.filter(({ path }) => path === 'parties')
      .map(({ why }) => why);
    expect(reasons.some((why) => why.startsWith('The article has no funding statement'))).toBe(true);
    expect(reasons.some((why) => why.startsWith('The article has no statement of competing interests'))).toBe(true);
    expect(content('essay').parties?.some(({ interests }) => interests !== undefined)).toBe(false);
  });

  it('puts a statement that names persons on one author, whole and marked as everyone’s', () => {
    const [, first] = content('tb').parties ?? [];
    expect(first?.interests).toMatch(
      /^Declared for all authors: JR is a Consultant for bioMérieux\. .* no competing interests exist\.$/,
    );
    expect(source('tb').notes.join()).toContain('first author: Shama D. Ahuja');
  });
});
