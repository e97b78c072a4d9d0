import {
  reasonOf,
  labelLines,
  labelModel,
  renderMarker,
  renderText,
  ENGLISH,
  STATE,
  stateOf,
  VERDICT_STATES,
  type ContentRecord,
  type ItemLink,
  type Label,
  type LabelContext,
  type LabelField,
} from '@pullquote/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOXED, EXCERPT, maximalRecord, minimalRecord, ORIGIN, UK_AE } from './fixtures.js';

const record = await maximalRecord();
const LINK: ItemLink = {
  url: record.canonicalUrl,
  version: 2,
  digest: 'AAECAwQFBgcICQoLDA0ODw',
  excerpt: 'e1',
  depth: 1,
};
const STATES = [...VERDICT_STATES, 'as-stated'] as const;

const label = (change: Partial<LabelContext> = {}, of: ContentRecord = record) =>
  labelModel(of, { state: 'verified', country: 'GB', excerpt: 'e1', ...change });
const texts = (one: Label, field: LabelField, part: 'compact' | 'expanded' = 'compact') =>
  one[part].filter((item) => item.field === field).map(({ text }) => text);

/** What stands in the compact label in every state. */
const SOURCE: readonly LabelField[] = [
  'company',
  'promotionalStatus',
  'audience',
  'involvement',
  'contentType',
  'labelStatus',
  'title',
  'product',
  'obligatory',
  'prescribingInformation',
  'aeReporting',
  'approval',
  'datePrepared',
  'lastRevised',
  'canonicalUrl',
];

describe('in every state', () => {
  it.each(STATES)('%s: the whole source, and the content only as far as the state allows', (state) => {
    const fields = label({ state }).compact.map(({ field }) => field);
    for (const field of SOURCE) expect(fields, field).toContain(field);
    const shown = ['expired', 'superseded', 'verified', 'as-stated'].includes(state);
    expect(fields.includes('excerpt')).toBe(shown);
    expect(fields.includes('mustAccompany')).toBe(shown);
    expect(fields.includes('validUntil')).toBe(state === 'expired');
    expect(STATE[state].content).toBe(shown);
  });

  it('only a verified item may be shared, and only it is called verified', () => {
    for (const state of STATES) {
      expect(STATE[state].share).toBe(state === 'verified');
      expect(/verified/i.test(`${stateOf(state, ENGLISH).words} ${reasonOf(state, ENGLISH)}`)).toBe(
        state === 'verified',
      );
    }
  });

  it('the words and the shape are each state’s own', () => {
    expect(new Set(STATES.map((state) => stateOf(state, ENGLISH).words)).size).toBe(STATES.length);
    const icons = STATES.filter((state) => state !== 'unlisted').map((state) => STATE[state].icon);
    expect(new Set(icons).size).toBe(icons.length);
  });

  it.each(['withdrawn', 'not-for-audience', 'suspended', 'unchecked', 'altered', 'unlisted'] as const)(
    '%s: no rendering holds a word of the excerpt',
    (state) => {
      expect(renderMarker(label({ state }), LINK)).not.toContain(EXCERPT);
      expect(renderText(label({ state }), LINK)).not.toContain(EXCERPT);
      expect(JSON.stringify(label({ state }))).not.toContain(EXCERPT);
    },
  );
});

describe('what regulators ask for', () => {
  it('the boxed warning is whole, in the label and in what is stored', () => {
    expect(BOXED.length).toBeGreaterThan(1_500);
    expect(texts(label({ country: 'US' }), 'boxedWarning')).toEqual([BOXED]);
    expect(renderText(label({ country: 'US', state: 'as-stated' }), LINK)).toContain(`Boxed warning: ${BOXED}`);
    expect(renderMarker(label({ country: 'US', state: 'as-stated' }), LINK)).toContain(BOXED);
  });

  it('the UK sentence on adverse events is whole, in the label and in what is stored', () => {
    expect(texts(label(), 'aeReporting')[0]).toContain(UK_AE);
    expect(renderText(label({ state: 'as-stated' }), LINK)).toContain(UK_AE);
    expect(label().compact.find(({ field }) => field === 'aeReporting')?.href).toBe('https://yellowcard.mhra.gov.uk/');
  });

  it('prescribing information is one hop away in the compact label, never in the expanded one', () => {
    const links = label().compact.filter(({ field }) => field === 'prescribingInformation');
    expect(links).toEqual([
      {
        field: 'prescribingInformation',
        text: `${ORIGIN}/pi-gb`,
        heading: 'Prescribing information',
        href: `${ORIGIN}/pi-gb`,
      },
    ]);
    expect(texts(label(), 'prescribingInformation', 'expanded')).toEqual([]);
    expect(renderMarker(label(), LINK)).toContain(`<a href="${ORIGIN}/pi-gb"`);
  });

  it('a warning of an unapproved use stands in the compact label', () => {
    expect(texts(label(), 'labelStatus')).toEqual(['Describes a use that is not approved']);
    expect(texts(label({}, { ...record, labelStatus: 'within-label' }), 'labelStatus')).toEqual([]);
  });

  it('the generic name stands beside the brand, and ▼ where the reader’s country monitors', () => {
    expect(texts(label(), 'product')).toEqual(['Lipitor (atorvastatin calcium), 10 mg tablet ▼ additional monitoring']);
    expect(texts(label({ country: 'US' }), 'product')).toEqual(['Lipitor (atorvastatin calcium), 10 mg tablet']);
  });

  it('companies stand with what they are; authors and agencies stand in the expanded label', () => {
    expect(texts(label(), 'company')).toEqual(['Parke-Davis (sponsor, marketing authorisation holder)']);
    expect(texts(label(), 'parties', 'expanded').join()).toContain('A. Writer');
  });
});

describe('by the reader’s country', () => {
  it('a reader sees what is for that country', () => {
    const uk = label();
    expect(texts(uk, 'obligatory')).toEqual(['Obligatory words for the UK.']);
    expect(texts(uk, 'prescribingInformation')).toEqual([`${ORIGIN}/pi-gb`]);
    expect(texts(uk, 'aeReporting')).toHaveLength(1);
  });

  it('a warning that was written for one other country alone is shown, with its country', () => {
    const warnings = label().compact.filter(({ field }) => field === 'boxedWarning' || field === 'safety');
    expect(warnings.map(({ heading }) => heading)).toEqual(['Boxed warning (US)', 'Important safety information (US)']);
  });

  it('a reader of whose country the record says nothing sees all of it, each text with its country', () => {
    const french = label({ country: 'FR', state: 'not-for-audience' });
    expect(texts(french, 'prescribingInformation')).toEqual([`${ORIGIN}/pi-gb`, `${ORIGIN}/pi-us`]);
    expect(french.compact.filter(({ field }) => field === 'aeReporting').map(({ heading }) => heading)).toEqual([
      'Report an adverse event (UK)',
      'Report an adverse event (US)',
    ]);
    expect(texts(french, 'boxedWarning')).toEqual([BOXED]);
    expect(texts(french, 'audience')).toEqual([
      'For UK and US healthcare professionals (cardiology), not for members of the public',
    ]);
  });
});

describe('the expanded label', () => {
  it('holds the rest', () => {
    const fields = label().expanded.map(({ field }) => field);
    expect(new Set(fields)).toEqual(
      new Set([
        'summary', 'parties', 'citation', 'translations', 'version', 'duration', 'accessGate', 'reviewBy', 'validUntil', 'reuse',
      ]), // prettier-ignore
    );
    expect(label().expanded.find(({ field }) => field === 'citation')?.href).toBe(
      'https://doi.org/10.1016/j.amjcard.2004.07.080',
    );
  });

  it('has no empty line for a field that the record does not have', async () => {
    for (const part of [labelModel(await minimalRecord(), { state: 'verified', country: 'GB' })])
      for (const { text } of [...part.compact, ...part.expanded]) expect(text.trim()).not.toBe('');
  });

  it('survives a date that no calendar holds', () => {
    const far = label({ state: 'expired' }, { ...record, exp: Number.MAX_SAFE_INTEGER });
    expect(texts(far, 'validUntil')).toEqual(['31 Dec 9999']);
  });
});

describe('labels are made the same way every time', () => {
  it('the same inputs give the same lines', () => {
    for (const state of STATES) {
      const [one, other] = [structuredClone(record), structuredClone(record)];
      const context = { state, country: 'GB', excerpt: 'e1' };
      expect(labelLines(labelModel(one, context), LINK)).toEqual(labelLines(labelModel(other, context), { ...LINK }));
    }
  });

  it('and the stored lines do not depend on the machine’s language or time zone', () => {
    const before = labelLines(label({ state: 'as-stated' }), LINK);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    try {
      expect(labelLines(label({ state: 'as-stated' }), LINK)).toEqual(before);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('whatever the texts say, every item is one line of visible text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (text) => {
        const { compact, expanded } = label({}, { ...record, title: text, summary: text });
        for (const item of [...compact, ...expanded])
          expect(item.text).not.toMatch(/[\n\r\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});
