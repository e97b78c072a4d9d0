import type { ContentType, LabelStatus, PartyRole, PromotionalStatus, VerdictState } from '../vocabulary.js';

/** The label's own words. What regulators prescribe comes from the record, never from here. */

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

/** `journal-article` → `Journal article` */
export function codeWords(code: ContentType | PromotionalStatus): string {
  return OTHERWISE[code] ?? (code.charAt(0).toUpperCase() + code.slice(1)).replace(/-/g, ' ');
}

/** `mah` → `marketing authorisation holder` */
export function roleWords(role: PartyRole): string {
  return OTHERWISE[role] ?? role;
}

/** Undefined where the label has nothing to warn of. */
export const LABEL_STATUS: Record<LabelStatus, string | undefined> = {
  'within-label': undefined,
  'no-product': undefined,
  'unapproved-use': 'Describes a use that is not approved',
  unlicensed: 'Describes an unlicensed product',
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
    detail: 'It does not match the publisher’s signature, so it is not shown as theirs.',
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
    detail: 'Whether it is still current is not known. That says nothing against it, and nothing for it.',
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
    detail: 'It was prepared for another audience. The source is shown, the content is not.',
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
