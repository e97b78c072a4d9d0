import type { NotOffered } from '@pullquote/record/reader';

/** A way's name, and what it does in one sentence. */
export type WayWords = readonly [name: string, hint: string];

/** The words of the ways to share other than posting, in one language. */
export interface WaysWords {
  readonly copyLink: WayWords;
  readonly copyLabel: WayWords;
  readonly quote: WayWords;
  readonly eMail: WayWords;
  readonly print: WayWords;
  readonly download: WayWords;
  readonly document: (host: string) => WayWords;
  readonly qr: WayWords;
  readonly sheet: WayWords;
  /** An open network's own form. */
  readonly network: (name: string, host: string) => WayWords;
  readonly qrOf: (title: string) => string;
  readonly saveQr: string;
  readonly linkCopied: string;
  readonly labelCopied: string;
  readonly quoteCopied: string;
  readonly copyBlocked: string;
  readonly textToCopy: string;
  readonly saved: string;
  readonly failed: string;
  readonly learn: string;
  /** Names of ways, and why they are not here. */
  readonly missing: (ways: string, why: NotOffered) => string;
  /** Kinds of way, for naming those that are not here. */
  readonly names: Readonly<Record<'copies' | 'quote' | 'e-mail' | 'print' | 'download' | 'networks', string>>;
  readonly chooseCommunity: string;
  readonly noCommunity: string;
}

const WHY: Readonly<Record<NotOffered, string>> = {
  retired: 'the service is gone',
  'one-person': 'this answers one person’s question',
  'reuse-terms': 'the publisher’s reuse terms do not allow it',
  promotional: 'promotional items stay with healthcare professionals',
  'verified-only': 'the publisher allows verified healthcare professionals only',
  community: 'this community does not send items there',
};

export const ENGLISH_WAYS: WaysWords = {
  copyLink: ['Copy link', 'The address of the item, nothing else.'],
  copyLabel: ['Copy with label', 'Your comment and the whole label, as text.'],
  quote: ['Copy the quotation', 'The chosen excerpt with its source, without your comment.'],
  eMail: ['E-mail', 'Opens your own mail program with your comment and the label. Only you see to whom it goes.'],
  print: ['Print', 'The label with every detail, without your comment.'],
  download: ['Save as a file', 'The label with every detail as a page, without your comment.'],
  document: (host) => ['Get the document', `Leads to ${host}, which will see your address.`],
  qr: ['QR code', 'The link to the item, to be read by a camera.'],
  sheet: ['Other apps', 'Opens this device’s own list. Title and link go along, nothing else.'],
  network: (name, host) => [name, `Leads to ${host}, which will see your address. Title and link go along.`],
  qrOf: (title) => `QR code of the link to “${title}”`,
  saveQr: 'Save the picture',
  linkCopied: 'Link copied.',
  labelCopied: 'Copied, with its label.',
  quoteCopied: 'Quotation copied, with its source.',
  copyBlocked: 'This browser did not allow copying. Select the text below.',
  textToCopy: 'Text to copy',
  saved: 'Saved.',
  failed: 'That did not work in this browser. Try another way.',
  learn: 'What the publisher will learn of these:',
  missing: (ways, why) => `Not here: ${ways}, because ${WHY[why]}.`,
  names: {
    copies: 'copying',
    quote: 'quoting',
    'e-mail': 'e-mail',
    print: 'printing',
    download: 'saving as a file',
    networks: 'open networks',
  },
  chooseCommunity: 'Choose your community. Your comment and where you post it stay there: this page learns neither.',
  noCommunity: 'No community is listed here yet. Copy the link and paste it into a post.',
};
