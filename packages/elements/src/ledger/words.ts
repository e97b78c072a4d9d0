import type { FactCode } from '@pullquote/events';
import type { FactStatus } from '@pullquote/events/browser';

/** The fact codes that have words of their own; the others are families, such as `excerpt.e1`. */
export type PlainFact = Exclude<FactCode, `${string}.${string}`>;

/** The ledger's words in one language. */
export interface LedgerWords {
  readonly heading: string;
  readonly intro: string;
  /** Instead of it, where the list outlives the page. */
  readonly introKept: string;
  readonly counts: Readonly<Record<'none' | 'shares' | 'all' | 'unreachable' | 'browser-refuses', string>>;
  readonly empty: string;
  readonly never: string;
  readonly neverOn: string;
  readonly neverThisPage: string;
  readonly fact: Readonly<Record<PlainFact, string>>;
  readonly excerpt: string;
  readonly room: string;
  readonly blocked: (rule: string) => string;
  readonly media: (percent: string) => string;
  readonly version: (n: number) => string;
  readonly leaves: Readonly<Record<'public' | 'crowd', string>>;
  readonly status: Readonly<Record<FactStatus, string>>;
  readonly exact: string;
  readonly export: string;
  readonly erase: string;
  readonly erased: string;
  readonly notKept: string;
}

export const ENGLISH_LEDGER: LedgerWords = {
  heading: 'What was counted',
  intro:
    'This list lives in your browser and goes with this page. Your community’s server keeps no name with what it was told.',
  introKept:
    'This list lives in your browser for 14 days, or until you sign out. Your community’s server keeps no name with what it was told.',
  counts: {
    none: 'This community counts nothing.',
    shares: 'This community counts posts that all its members can read, and nothing else.',
    all: 'This community counts posts that all its members can read, one by one, and everything else only in crowds, by the week.',
    unreachable: 'Counting could not be loaded, so nothing is counted on this page.',
    'browser-refuses':
      'Your browser asks sites to pass nothing on about you (Global Privacy Control), so nothing is counted.',
  },
  empty: 'Nothing has been counted on this page so far.',
  never: 'Never count me',
  neverOn: 'Nothing you do is counted in this browser. Sharing works as before.',
  neverThisPage: 'This browser keeps no settings, so this holds until you leave the page.',
  fact: {
    shared: 'You shared an item',
    reshared: 'You shared an item on',
    quoted: 'You quoted an item',
    viewed: 'You read a card',
    'label-expanded': 'You opened the details of a label',
    'pi-opened': 'You opened prescribing information',
    'citation-opened': 'You opened a reference',
    'source-opened': 'You opened an item at its source',
    'signature-failed': 'You saw a card whose signature failed',
    copied: 'You copied an item',
    printed: 'You printed an item',
    downloaded: 'You downloaded an item',
    saved: 'You saved an item',
    'e-mailed': 'You sent an item by e-mail',
    'sent-privately': 'You shared an item privately',
    'share-removed': 'A post of yours was removed',
    'recall-seen': 'You saw that an item was withdrawn or suspended',
    'stale-seen': 'You saw an item that could not be checked',
    'superseding-opened': 'You opened the newer version of an item',
    'ae-link-opened': 'You opened an adverse event form',
  },
  excerpt: 'with this passage',
  room: 'in a room of this specialty',
  blocked: (rule) => `Sharing was not possible (${rule})`,
  media: (percent) => `You played ${percent} % of a recording`,
  version: (n) => `version ${n}`,
  leaves: {
    public:
      'Tomorrow or later your community tells the publisher that this was done once in a discussion that all members can read, and on which day. Not by whom, not in which discussion.',
    crowd:
      'Nothing about you alone. After the week closes, a blurred figure of many doctors may leave, if it is large enough.',
  },
  status: {
    waiting: 'Waiting in this browser',
    sending: 'On its way to your community’s server',
    stored: 'Stored by your community’s server',
    refused: 'Refused by your community’s server',
    lost: 'Lost before it was stored',
  },
  exact: 'The exact fact',
  export: 'Save this list',
  erase: 'Forget what waits',
  erased: 'Forgotten. What your community’s server already has stays there; no name stands with it.',
  notKept: 'This browser does not keep facts for later: one that is not sent before you leave the page is lost.',
};
