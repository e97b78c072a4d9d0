import type { ContentRecord } from '@pullquote/record';
import { payloadChanged, recordUnreachable, tombstone, type Spoil } from '../card-states.js';

/** One item of the gallery: what its record says, what the status list says of it, and what else is spoilt. */
export interface GalleryItem {
  readonly id: string;
  /** What a reader of a contact sheet is told. */
  readonly title: string;
  readonly record?: Partial<ContentRecord>;
  readonly listed?: 'withdrawn' | 'suspended' | 'superseded';
  readonly spoil?: Spoil;
  /** Signed by a publisher that the community does not list. */
  readonly foreign?: boolean;
  /** The community holds a second version at the same address. */
  readonly newer?: Partial<ContentRecord>;
  /** What the post's author typed into the stored label. */
  readonly typed?: string;
}

/** A second before 2100: "valid until" must read the same whenever pictures are compared. */
export const FAR = 4_102_444_799;
/** 1 September 2026. */
export const ISSUED = 1_788_220_800;

const LONG =
  'Pharmacokinetic and pharmacodynamic interactions of atorvastatin with macrolides, azole antifungals, protease inhibitors, ciclosporin, gemfibrozil, nicotinic acid, colchicine and grapefruit juice in adults with heterozygous familial hypercholesterolaemia: a summary for lipid clinics and for general practice';

const HEAVY: Partial<ContentRecord> = {
  title: 'Natalizumab: what to watch for in the first two years',
  contentType: 'product-information',
  labelStatus: 'unapproved-use',
  products: [
    {
      brand: 'TYSABRI',
      generic: 'natalizumab',
      additionalMonitoring: { US: true },
      piUrl: { US: 'https://publisher.example/tysabri-pi' },
      boxedWarning: {
        US: 'WARNING: PROGRESSIVE MULTIFOCAL LEUKOENCEPHALOPATHY. Increases the risk of PML, an opportunistic viral infection of the brain that usually leads to death or severe disability.',
      },
      safety: {
        US: 'Hypersensitivity reactions, including anaphylaxis. Hepatotoxicity. Herpes encephalitis and meningitis.',
      },
    },
  ],
};

const media: ContentRecord['media'] = [
  {
    url: 'https://cdn.publisher.example/talk.mp4',
    mime: 'video/mp4',
    sha256: 'x'.repeat(43),
    title: 'Interactions in four minutes',
    bytes: 48_000_000,
    captions: [{ lang: 'de', url: 'https://captions.example/de.vtt' }],
    chapters: [
      { start: 0, title: 'Why it matters' },
      { start: 95, title: 'Macrolides and azole antifungals' },
      { start: 3_725, title: 'Questions' },
    ],
  },
  {
    url: 'https://publisher.example/interactions.pdf',
    mime: 'application/pdf',
    sha256: 'y'.repeat(43),
    bytes: 2_400_000,
  },
];

const abroad: ContentRecord['audience'] = { roles: ['healthcare professionals'], countries: ['GB'] };

export const ITEMS: readonly GalleryItem[] = [
  { id: 'verified', title: 'Verified' },
  { id: 'superseded', title: 'Superseded, with the newer version', listed: 'superseded', newer: { version: 2 } },
  { id: 'superseded-unknown', title: 'Superseded, newer version not held', listed: 'superseded' },
  { id: 'expired', title: 'Expired', record: { exp: 1_700_000_000 } },
  { id: 'suspended', title: 'Suspended', listed: 'suspended' },
  { id: 'withdrawn', title: 'Withdrawn, by the status list', listed: 'withdrawn' },
  { id: 'tombstone', title: 'Withdrawn, with a tombstone', spoil: tombstone() },
  { id: 'altered', title: 'Altered', spoil: payloadChanged },
  { id: 'unchecked', title: 'Could not be checked', spoil: recordUnreachable },
  { id: 'unlisted', title: 'Publisher not on the list', foreign: true },
  { id: 'not-for-audience', title: 'For readers elsewhere', record: { audience: abroad } },
  { id: 'gate', title: 'For verified professionals alone', record: {} },
  { id: 'media', title: 'With a video and a document', record: { media } },
  { id: 'heavy', title: 'Boxed warning, monitoring, unapproved use', record: HEAVY },
  { id: 'long-title', title: 'A title of 300 characters', record: { title: LONG } },
  {
    id: 'no-sponsor',
    title: 'No sponsor, no product',
    record: {
      title: 'How to read a forest plot',
      contentType: 'cme-module',
      promotionalStatus: 'independent-medical-education',
      labelStatus: 'no-product',
      parties: [{ role: 'publisher', name: 'Society for Clinical Reading' }],
      involvement: { en: 'No company was involved.' },
      products: [],
      aeReporting: {},
      approvals: [],
    },
  },
  { id: 'own-words', title: 'The author typed into the label', typed: 'Only the cyclosporine line matters to us.' },
];
