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
    unlisted: 'Publisher not on this community’s list',
    altered: 'This is not what the publisher signed',
    changed: 'Changed since it was shared',
    withdrawn: 'This item has been withdrawn',
    unchecked: 'Could not be checked just now',
    suspended: 'Suspended by the publisher',
    expired: 'Past its validity date',
    superseded: 'There is a newer version',
    'not-for-audience': 'Not for readers in your country',
    'hcp-only': 'For verified healthcare professionals',
    verified: 'Verified source',
    'as-stated': 'Source as stated when posted',
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
