import type { ContentType, LabelStatus, PartyRole, PromotionalStatus, VerdictState } from '../vocabulary.js';

/** The label's own words. What regulators prescribe comes from the record, never from here. */

export const PROMOTIONAL: Record<PromotionalStatus, string> = {
  promotional: 'Promotional',
  'non-promotional': 'Non-promotional',
  'company-medical-education': 'Company medical education',
  'independent-medical-education': 'Independent medical education',
  'scientific-exchange': 'Scientific exchange',
  'risk-minimisation': 'Risk minimisation',
  'medical-information-response': 'Medical information response',
};

export const CONTENT: Record<ContentType, string> = {
  'journal-article': 'Journal article',
  'congress-abstract': 'Congress abstract',
  poster: 'Poster',
  slides: 'Slides',
  'guideline-summary': 'Guideline summary',
  'clinical-summary': 'Clinical summary',
  'plain-language-summary': 'Plain-language summary',
  'pk-data': 'Pharmacokinetic data',
  'case-study': 'Case study',
  'on-demand-video': 'On-demand video',
  webinar: 'Webinar',
  podcast: 'Podcast',
  infographic: 'Infographic',
  'product-training': 'Product training',
  'cme-module': 'CME module',
  'email-series-item': 'E-mail series item',
  'practice-management': 'Practice management',
  'disease-education': 'Disease education',
  'pipeline-news': 'Pipeline news',
  'safety-notice': 'Safety notice',
  'risk-minimisation-material': 'Risk minimisation material',
  'product-information': 'Product information',
  calculator: 'Calculator',
};

/** Undefined where the label has nothing to warn of. */
export const LABEL_STATUS: Record<LabelStatus, string | undefined> = {
  'within-label': undefined,
  'no-product': undefined,
  'unapproved-use': 'Describes a use that is not approved',
  unlicensed: 'Describes an unlicensed product',
};

export const ROLE: Record<PartyRole, string> = {
  publisher: 'publisher',
  sponsor: 'sponsor',
  funder: 'funder',
  reviewer: 'reviewer',
  author: 'author',
  agency: 'agency',
  partner: 'partner',
  mah: 'marketing authorisation holder',
};

/** How a state is shown. Shape and words carry the meaning, never colour alone. */
export interface StateWords {
  readonly words: string;
  readonly detail: string;
  readonly icon: 'diamond' | 'broken' | 'stop' | 'question' | 'pause' | 'clock' | 'arrow' | 'door' | 'quote';
  /** May the approved excerpt and its evidence be shown? The source always is. */
  readonly content: boolean;
  /** May the item be shared on? */
  readonly share: boolean;
}

/** The other way of being altered: a good signature under something else than what was shared. */
export const CHANGED: StateWords = {
  words: 'Changed since it was shared',
  detail: 'What the publisher holds now is not what was shared here, so it is not shown.',
  icon: 'broken',
  content: false,
  share: false,
};

export const STATE: Record<VerdictState | 'as-stated', StateWords> = {
  unlisted: {
    words: 'Publisher not on this community’s list',
    detail: 'Nothing was checked. What follows is what the post says.',
    icon: 'question',
    content: false,
    share: false,
  },
  altered: {
    words: 'This is not what the publisher signed',
    detail: 'The content does not match the publisher’s signature, so it is not shown as theirs.',
    icon: 'broken',
    content: false,
    share: false,
  },
  withdrawn: {
    words: 'This item has been withdrawn',
    detail: 'The publisher has withdrawn it. Do not rely on it.',
    icon: 'stop',
    content: false,
    share: false,
  },
  unchecked: {
    words: 'Could not be checked just now',
    detail: 'Whether this item is still current is not known. That says nothing against it, and nothing for it.',
    icon: 'question',
    content: false,
    share: false,
  },
  suspended: {
    words: 'Suspended by the publisher',
    detail: 'The publisher is reviewing this item. It may come back.',
    icon: 'pause',
    content: false,
    share: false,
  },
  expired: {
    words: 'Past its validity date',
    detail: 'The publisher has not renewed this item.',
    icon: 'clock',
    content: true,
    share: false,
  },
  superseded: {
    words: 'There is a newer version',
    detail: 'The publisher has replaced this version.',
    icon: 'arrow',
    content: true,
    share: false,
  },
  'not-for-audience': {
    words: 'Not for readers in your country',
    detail: 'The publisher prepared this item for another audience. Its source is shown, its content is not.',
    icon: 'door',
    content: false,
    share: false,
  },
  verified: {
    words: 'Verified source',
    detail: 'Signed by the publisher, unchanged, and current.',
    icon: 'diamond',
    content: true,
    share: true,
  },
  'as-stated': {
    words: 'Source as stated when posted',
    detail: 'Check it at the source.',
    icon: 'quote',
    content: true,
    share: false,
  },
};
