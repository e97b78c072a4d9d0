import type { ContentRecord } from '../schema.js';

/** The words of the expanded label in one language. */
export interface DetailWords {
  readonly heading: Readonly<
    Record<
      'summary' | 'party' | 'translation' | 'version' | 'duration' | 'access' | 'reviewBy' | 'validUntil' | 'reuse',
      string
    >
  >;
  readonly paid: string;
  readonly notPeerReviewed: string;
  readonly minutes: (n: number) => string;
  readonly translation: Readonly<Record<'original' | 'certified' | 'machine', string>>;
  readonly access: Readonly<Record<'open' | 'hcp-login', string>>;
  readonly quote: (policy: ContentRecord['reuse']['quote'], max: number) => string;
  readonly reshare: (allowed: boolean) => string;
  readonly download: (allowed: boolean) => string;
  readonly print: (allowed: boolean) => string;
  readonly maxDepth: (posts: number) => string;
  readonly hcpOnly: string;
  readonly onlyBy: (channels: string) => string;
  readonly notBy: (channels: string) => string;
  readonly attribution: (words: string) => string;
}

export const ENGLISH_DETAILS: DetailWords = {
  heading: {
    summary: 'Summary',
    party: 'Party',
    translation: 'Translation',
    version: 'Version',
    duration: 'Length',
    access: 'Access',
    reviewBy: 'Review by',
    validUntil: 'Valid until',
    reuse: 'Reuse',
  },
  paid: 'paid',
  notPeerReviewed: 'not peer reviewed',
  minutes: (n) => `${n} min`,
  translation: { original: 'original', certified: 'certified', machine: 'machine' },
  access: { open: 'Open', 'hcp-login': 'Behind a login for healthcare professionals' },
  quote: (policy, max) => {
    switch (policy) {
      case 'approved-only':
        return 'approved excerpts may be quoted';
      case 'max-length':
        return `quotations up to ${max} characters`;
      case 'none':
        return 'no quotation';
    }
  },
  reshare: (allowed) => (allowed ? 'may be reshared' : 'not to be reshared'),
  download: (allowed) => (allowed ? 'may be downloaded' : 'not to be downloaded'),
  print: (allowed) => (allowed ? 'may be printed' : 'not to be printed'),
  maxDepth: (posts) => `at most ${posts} posts deep`,
  hcpOnly: 'among verified healthcare professionals only',
  onlyBy: (channels) => `only by ${channels}`,
  notBy: (channels) => `not by ${channels}`,
  attribution: (words) => `attribution: ${words}`,
};
