/** The closed lists of the content record (docs/developers/spec/record.md). An unknown value fails closed everywhere. */

export const CONTENT_TYPES = [
  'journal-article',
  'congress-abstract',
  'poster',
  'slides',
  'guideline-summary',
  'clinical-summary',
  'plain-language-summary',
  'pk-data',
  'case-study',
  'on-demand-video',
  'webinar',
  'podcast',
  'infographic',
  'product-training',
  'cme-module',
  'email-series-item',
  'practice-management',
  'disease-education',
  'pipeline-news',
  'safety-notice',
  'risk-minimisation-material',
  'product-information',
  'calculator',
] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

export const PROMOTIONAL_STATUSES = [
  'promotional',
  'non-promotional',
  'company-medical-education',
  'independent-medical-education',
  'scientific-exchange',
  'risk-minimisation',
  'medical-information-response',
] as const;
export type PromotionalStatus = (typeof PROMOTIONAL_STATUSES)[number];

export const LABEL_STATUSES = ['within-label', 'unapproved-use', 'unlicensed', 'no-product'] as const;
export type LabelStatus = (typeof LABEL_STATUSES)[number];

export const PARTY_ROLES = [
  'publisher',
  'sponsor',
  'funder',
  'reviewer',
  'author',
  'agency',
  'partner',
  'mah',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const ACCESS_GATES = ['open', 'hcp-login'] as const;
export const TRANSLATION_KINDS = ['original', 'certified', 'machine'] as const;

export const APPROVAL_SCHEMES = ['ABPI-cert', 'ANSM-PM', 'AIFA', 'ES', 'PAAB', 'FDA-2253', 'internal-MLR'] as const;
export const APPROVAL_FUNCTIONS = ['medical', 'legal', 'regulatory', 'marketing', 'product'] as const;

export const QUOTE_POLICIES = ['approved-only', 'max-length', 'none'] as const;

/** The kinds of place an item can go to; a record's reuse terms allow or deny these. */
export const CHANNEL_KINDS = [
  'discussion',
  'direct-message',
  'e-mail',
  'copy',
  'print',
  'open-social',
  'bookmark',
  'aggregator',
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What a status list can say of an item, in the order of its 2-bit values. */
export const ITEM_STATES = ['live', 'withdrawn', 'suspended', 'superseded'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What a card can say, in the order in which the first that applies wins. */
export const VERDICT_STATES = [
  'unlisted',
  'altered',
  'withdrawn',
  'unchecked',
  'suspended',
  'expired',
  'superseded',
  'not-for-audience',
  'verified',
] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];
