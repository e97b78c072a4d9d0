import type { CROWD_FACTS, PublicFact } from '@pullquote/events';
import type { Readers, CountSetting } from '@pullquote/record';
import type { PrefetchCode } from '../errors.js';
import type { FactRefusalCode } from '../facts/outcome.js';
import type { WeekFigure } from '../crowd/weeks.js';
import type { ProblemCode } from '../http/problem.js';

const PUBLIC: Readonly<Record<PublicFact, string>> = { shared: 'Shared', reshared: 'Reshared', quoted: 'Quoted' };

const CROWD: Readonly<Record<(typeof CROWD_FACTS)[number], string>> = {
  viewed: 'Read the card',
  'label-expanded': 'Opened the whole source label',
  'pi-opened': 'Opened the prescribing information',
  'citation-opened': 'Opened a reference',
  'source-opened': 'Opened the item at its source',
  'signature-failed': 'Saw that a signature did not hold',
  copied: 'Copied it',
  printed: 'Printed it',
  downloaded: 'Saved it as a file',
  saved: 'Kept it for later',
  'e-mailed': 'E-mailed it',
  'sent-privately': 'Sent it privately',
  'share-removed': 'Took a share back',
  'recall-seen': 'Saw that it was withdrawn',
  'stale-seen': 'Saw a version that is out of date',
  'superseding-opened': 'Opened the newer version',
  'ae-link-opened': 'Opened the link for reporting an adverse event',
  'media-progress.25': 'Played a quarter',
  'media-progress.50': 'Played half',
  'media-progress.75': 'Played three quarters',
  'media-progress.100': 'Played to the end',
};

/** What doctors did, in words; of a code that this version does not know, the code itself. */
export function factWords(code: string): string {
  if (Object.hasOwn(PUBLIC, code)) return PUBLIC[code as PublicFact];
  if (Object.hasOwn(CROWD, code)) return CROWD[code as (typeof CROWD_FACTS)[number]];
  const [family = '', detail = ''] = code.split(/\.(.*)/s);
  switch (family) {
    case 'excerpt':
      return `Read with the passage ${detail}`;
    case 'room':
      return `Read in a room for ${detail.replaceAll('-', ' ')}`;
    case 'share-blocked':
      return `Was kept from sharing by rule ${detail}`;
    default:
      return code;
  }
}

/** Of requests with facts. */
type RequestRefusal = Extract<
  ProblemCode,
  | 'cross-origin'
  | 'content-type'
  | 'member'
  | 'not-signed-in'
  | 'not-hcp'
  | 'quota'
  | 'busy'
  | 'too-large'
  | 'malformed'
>;

/** Every reason for which something is counted as refused: one without words would not compile. */
export type CountedRefusal =
  | Exclude<FactRefusalCode, 'unknown-community'>
  | RequestRefusal
  | PrefetchCode
  | 'collector-refused'
  | 'batch-refused'
  | 'outbox-full'
  | 'undeliverable';

const REFUSALS: Readonly<Record<CountedRefusal, string>> = {
  // Facts
  'not-counted':
    'Nothing is counted here: by your setting, by a muted publisher, or because the browser asks not to be counted',
  'unknown-item': 'About an item or version that is not held here',
  bound: 'One doctor had reached what is counted of one doctor in a week',
  'too-old': 'The fact had waited for more than 14 days',
  'unknown-value': 'A value that may not be counted',
  'unknown-field': 'A field that has no place in a fact',
  malformed: 'Not readable, or a field was missing',
  // Requests
  'cross-origin': 'Sent from a page that is not yours',
  'content-type': 'Not sent as JSON',
  'too-large': 'Too much at once',
  'not-signed-in': 'Nobody was signed in',
  'not-hcp': 'From a member who is not a verified healthcare professional',
  member: 'Your forum could not say who was signed in',
  quota: 'Beyond a quota: requests of one member in an hour, or versions of one publisher',
  busy: 'Too many requests at once',
  // Towards publishers
  'collector-refused': 'The publisher’s server took the batch, and refused this event in it',
  'batch-refused': 'The publisher’s server refused the whole batch',
  'outbox-full': 'The publisher’s server was away for so long that the oldest made room',
  undeliverable: 'The publisher takes no events, so they were dropped',
  // From publishers
  unreachable: 'A publisher’s server could not be reached',
  'http-status': 'A publisher’s server answered with an error',
  redirect: 'A publisher’s server led to another site, which is not followed',
  'private-address': 'A publisher’s name led to an address that is not on the public internet',
  signature: 'A publisher’s signature did not hold',
  digest: 'A record was not the one that its catalogue names',
  'key-change': 'A publisher’s keys changed; they wait for your yes',
  'unconfirmed-keys': 'A publisher’s keys are not those that you confirmed',
  origin: 'A publisher’s descriptor speaks for another origin',
  'status-url': 'A publisher’s status list stands at an address that is not its own',
  'shared-keys': 'A publisher uses one key for its records and for its status list',
  issuer: 'A record names another publisher than the one it came from',
  catalogue: 'A publisher’s catalogue does not agree with what it serves',
  'never-shareable': 'An item that must never be shared, because it answers one person',
  'id-taken': 'An item’s id belongs to another publisher',
  'version-taken': 'A version’s number is in use for other content',
  'url-taken': 'An item’s address belongs to another item',
  internal: 'This server failed; its log says how',
  'list-older': 'A status list was older than the one that is held',
  'list-future': 'A status list came from the future',
};

/** Why something was refused, in words; of a code that has none, the code itself. */
export function refusalWords(code: string): string {
  return Object.hasOwn(REFUSALS, code) ? REFUSALS[code as CountedRefusal] : code.replaceAll('-', ' ');
}

export function countWords(count: CountSetting): string {
  switch (count) {
    case 'none':
      return 'Nothing. No fact is taken, and nothing leaves.';
    case 'shares':
      return 'Public posts alone, one by one, by the day and without a name.';
    case 'all':
      return 'Public posts one by one, and what members do privately in crowds of a week.';
  }
}

export function readersWords(readers: Readers): string {
  switch (readers) {
    case 'verified-hcp':
      return 'Only healthcare professionals whom you verified can open your pages.';
    case 'mixed':
      return 'Others read too; each page says what you know of its reader.';
  }
}

export function weekStateWords({ state, released, discarded }: WeekFigure, count: CountSetting): string {
  if (discarded) return 'Its key was lost. What had been counted privately until then was discarded, untold.';
  switch (state) {
    case 'open':
      return 'Open. Nothing of it leaves before it is over.';
    case 'drawn':
      return 'Closed. What was kept of it is being destroyed.';
    case 'destroyed':
      return released === 0
        ? `Closed, and its key destroyed. ${count === 'all' ? 'No crowd was large enough.' : ''}`.trim()
        : 'Closed, and its key destroyed.';
  }
}
