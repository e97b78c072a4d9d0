import type { ContentType, PartyRole, PromotionalStatus } from '../vocabulary.js';
import type { LabelWords } from './words.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Codes whose words are not simply the code's own. */
const OTHERWISE: Partial<Record<ContentType | PromotionalStatus | PartyRole, string>> = {
  'non-promotional': 'Non-promotional',
  'plain-language-summary': 'Plain-language summary',
  'pk-data': 'Pharmacokinetic data',
  'on-demand-video': 'On-demand video',
  'cme-module': 'CME module',
  'email-series-item': 'E-mail series item',
  mah: 'marketing authorisation holder',
};

const list = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** The one language that every part of Pullquote can speak without loading anything. */
export const ENGLISH: LabelWords = {
  lang: 'en',
  state: {
    unlisted: ['Publisher not on this community’s list', 'Nothing was checked. What follows is what the post says.'],
    altered: [
      'This is not what the publisher signed',
      'It does not match the publisher’s signature, so it is not shown as theirs.',
    ],
    changed: [
      'Changed since it was shared',
      'What the publisher holds now is not what was shared here, so it is not shown.',
    ],
    withdrawn: ['This item has been withdrawn', 'The publisher has withdrawn it. Do not rely on it.'],
    unchecked: [
      'Could not be checked just now',
      'Whether it is still current is not known. That says nothing against it, and nothing for it.',
    ],
    suspended: ['Suspended by the publisher', 'The publisher is reviewing this item. It may come back.'],
    expired: ['Past its validity date', 'The publisher has not renewed this item.'],
    superseded: ['There is a newer version', 'The publisher has replaced this version.'],
    'not-for-audience': [
      'Not for readers in your country',
      'It was prepared for another audience. The source is shown, the content is not.',
    ],
    'hcp-only': [
      'For verified healthcare professionals',
      'The publisher keeps the content to them. The source is shown, the content is not.',
    ],
    verified: ['Verified source', 'Signed by the publisher, unchanged, and current.'],
    'as-stated': ['Source as stated when posted', 'Check it at the source.'],
  },
  code: (code) => OTHERWISE[code] ?? (code.charAt(0).toUpperCase() + code.slice(1)).replace(/-/g, ' '),
  role: (role) => OTHERWISE[role] ?? role,
  labelStatus: {
    'unapproved-use': 'Describes a use that is not approved',
    unlicensed: 'Describes an unlicensed product',
  },
  audience: (countries, roles, fields, excluded) =>
    `For ${countries} ${roles}${fields && ` (${fields})`}${excluded && `, not for ${excluded}`}`,
  heading: {
    involvement: 'Company involvement',
    boxedWarning: 'Boxed warning',
    safety: 'Important safety information',
    obligatory: 'Obligatory information',
    legalClass: 'Legal class',
    prescribingInformation: 'Prescribing information',
    piDate: 'Prescribing information dated',
    aeReporting: 'Report an adverse event',
    approval: 'Approval',
    datePrepared: 'Prepared',
    lastRevised: 'Last revised',
    validUntil: 'Valid until',
    canonicalUrl: 'Open at source',
    communityFunding: 'How this community is funded',
  },
  reference: (n) => `Reference ${n}`,
  monitoring: 'additional monitoring',
  check: 'Check it at the source',
  // Written out, not by Intl: stored labels are compared with recomputed ones.
  date: (iso) => {
    const [year, month, day] = iso.split('-');
    return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  },
  list,
  // The United Kingdom's ISO code is GB, its doctors say UK.
  country: (code) => (code === 'GB' ? 'UK' : code),
};
