import {
  labelLines,
  labelModel,
  type ContentRecord,
  type Label,
  type LabelContext,
  type LabelField,
} from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { maximalRecord, minimalRecord } from './fixtures.js';

const record = await maximalRecord();
const LINK = { url: record.canonicalUrl, version: 2, digest: 'AAECAwQFBgcICQoLDA0ODw', excerpt: 'e1', depth: 1 };

const label = (change: Partial<LabelContext> = {}, of: ContentRecord = record) =>
  labelModel(of, { state: 'verified', country: 'GB', excerpt: 'e1', ...change });
const texts = (one: Label, field: LabelField, part: 'compact' | 'expanded' = 'compact') =>
  one[part].filter((item) => item.field === field).map(({ text }) => text);

describe('the compact label', () => {
  it('has exactly the fields that are marked for it, in order', () => {
    expect(label({ communityFunding: 'Paid for by its members.' }).compact.map(({ field }) => field)).toEqual([
      'company', 'promotionalStatus', 'audience', 'involvement', 'contentType', 'labelStatus', 'title', 'product',
      'boxedWarning', 'excerpt', 'mustAccompany', 'citation', 'safety', 'obligatory', 'legalClass', 'prescribingInformation',
      'piDate', 'aeReporting', 'approval', 'datePrepared', 'lastRevised', 'canonicalUrl', 'communityFunding',
    ]); // prettier-ignore
  });

  it('of the smallest record has no line that says nothing', async () => {
    expect(label({}, await minimalRecord()).compact.map(({ field }) => field)).toEqual([
      'company', 'promotionalStatus', 'audience', 'involvement', 'contentType', 'labelStatus', 'title', 'canonicalUrl',
    ]); // prettier-ignore
  });

  it('says for whom the item is not', async () => {
    expect(texts(label(), 'audience')).toEqual([
      'For UK and US healthcare professionals (cardiology), not for members of the public',
    ]);
    expect(texts(label({}, await minimalRecord()), 'audience')).toEqual(['For UK doctors']);
  });

  it('shows the legal class and the approval of the reader’s country alone, where the record has them', () => {
    expect(texts(label(), 'legalClass')).toEqual(['POM']);
    const approvals: ContentRecord['approvals'] = [
      { country: 'GB', scheme: 'ABPI-cert', reference: 'PD-1', date: '2026-01-13' },
      { country: 'FR', scheme: 'ANSM-PM', reference: 'PM-2', date: '2026-01-13' },
    ];
    const headings = (country: string) =>
      label({ country }, { ...record, approvals })
        .compact.filter(({ field }) => field === 'approval')
        .map(({ heading, text }) => `${heading}: ${text}`);
    expect(headings('GB')).toEqual(['Approval: PD-1 (ABPI-cert)']);
    expect(headings('FR')).toEqual(['Approval: PM-2 (ANSM-PM)']);
    expect(headings('US')).toEqual(['Approval (UK): PD-1 (ABPI-cert)', 'Approval (FR): PM-2 (ANSM-PM)']);
  });

  it('shows ▼ for the reader’s own country, or with the country that monitors', () => {
    const product = (country: string, additionalMonitoring: Record<string, boolean> | undefined) =>
      texts(label({ country }, { ...record, products: [{ generic: 'genericine', additionalMonitoring }] }), 'product');
    expect(product('GB', { GB: true, DE: true })).toEqual(['genericine ▼ additional monitoring']);
    expect(product('GB', { GB: false, DE: true })).toEqual(['genericine']);
    expect(product('US', { GB: true, DE: true, FR: false })).toEqual([
      'genericine ▼ additional monitoring (UK) ▼ additional monitoring (DE)',
    ]);
    expect(product('US', undefined)).toEqual(['genericine']);
  });

  it('quotes with the exact source: the excerpt’s own references and no others', () => {
    const citations: ContentRecord['citations'] = [
      { n: 1, text: 'The first.' },
      { n: 2, text: 'The second.' },
    ];
    expect(texts(label({}, { ...record, citations }), 'citation')).toEqual(['The first.']);
    expect(texts(label({ excerpt: undefined }, { ...record, citations }), 'citation')).toEqual([]);
    expect(texts(label({ state: 'withdrawn' }, { ...record, citations }), 'citation')).toEqual([]);
  });
});

describe('how the community is funded', () => {
  const funded = label({ state: 'as-stated', communityFunding: 'Paid for by\nits members.' });

  it('stands beside the label, last', () => {
    expect(funded.compact.at(-1)).toEqual({
      field: 'communityFunding',
      text: 'Paid for by its members.',
      heading: 'How this community is funded',
      href: undefined,
    });
    expect(texts(funded, 'communityFunding', 'expanded')).toEqual([]);
    expect(texts(label(), 'communityFunding')).toEqual([]);
  });

  it('changes no stored line, because those are the publisher’s', () => {
    expect(labelLines(funded, LINK)).toEqual(labelLines(label({ state: 'as-stated' }), LINK));
  });
});

describe('the expanded label', () => {
  it('says of each party where it sits, and what it declares', () => {
    expect(texts(label(), 'parties', 'expanded')).toEqual([
      'Parke-Davis — sponsor; New York; US; Sells Lipitor',
      'Parke-Davis — marketing authorisation holder',
      'A. Writer — author; paid',
    ]);
  });

  it('says what may be done with the item', () => {
    expect(texts(label(), 'reuse', 'expanded')).toEqual([
      'CC BY 4.0; approved excerpts may be quoted; may be reshared; at most 3 posts deep; may be downloaded; may be printed; ' +
        'among verified healthcare professionals only; only by discussion; not by open-social; attribution: Parke-Davis',
    ]);
  });

  it('says of a work that it was not peer reviewed', () => {
    const of = (peerReviewed: boolean | undefined) =>
      texts(label({}, { ...record, citations: [{ n: 1, text: 'A preprint.', peerReviewed }] }), 'citation', 'expanded');
    expect(of(false)).toEqual(['A preprint. (not peer reviewed)']);
    expect([of(true), of(undefined)]).toEqual([['A preprint.'], ['A preprint.']]);
  });

  it.each(['withdrawn', 'altered', 'not-for-audience'] as const)('%s: no summary and no evidence', (state) => {
    const fields = label({ state }).expanded.map(({ field }) => field);
    expect(fields).not.toContain('summary');
    expect(fields).not.toContain('citation');
    expect(fields).toContain('parties');
  });

  it('leads to a cited work by an address that cannot break out, and never throws over one', () => {
    const href = (citation: { doi?: string; pmid?: string }) =>
      label({}, { ...record, citations: [{ n: 1, text: 'A work.', ...citation }] }).expanded.find(
        ({ field }) => field === 'citation',
      )?.href;
    expect(href({ doi: '10.1016/j.amjcard.2004.07.080' })).toBe('https://doi.org/10.1016/j.amjcard.2004.07.080');
    expect(href({ doi: '10.1000/a?b#c"><i>' })).toBe('https://doi.org/10.1000/a%3Fb%23c%22%3E%3Ci%3E');
    expect(href({ doi: '10.1000/half\ud800' })).toBe('https://doi.org/10.1000/half');
    expect(href({ pmid: '15518616/../x' })).toBe('https://pubmed.ncbi.nlm.nih.gov/15518616/');
  });

  it('is not broken by a country that is none: browsers do not check that field', () => {
    for (const country of [7, null, ['<b>'], 'XYZ', '\u202e'] as never[]) {
      const parties: ContentRecord['parties'] = [{ role: 'sponsor', name: 'Parke-Davis', country }];
      expect(texts(label({}, { ...record, parties }), 'parties', 'expanded')).toEqual(['Parke-Davis — sponsor']);
    }
  });
});
