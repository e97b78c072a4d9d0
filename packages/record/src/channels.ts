import type { ChannelKind } from './vocabulary.js';

/** A way that an item can take: what it is, not whether it may be taken. That is for `channelsFor` to say. */
export interface Channel {
  readonly id: string;
  /** A name of its own; what is no brand is named in the reader's language. */
  readonly name?: string | undefined;
  readonly kind: ChannelKind;
  /** Whether everybody whom it reaches is known to be a verified healthcare professional. */
  readonly verifiedHcp: boolean;
  readonly status: 'live' | 'retired';
  /** Which of the record's own permissions it needs as well. */
  readonly needs?: 'quote' | 'print' | 'download' | undefined;
  /** Address of an open network's own form. It takes `{title}` and `{url}`, and nothing else is ever put into it. */
  readonly address?: string | undefined;
}

const network = (id: string, name: string, address: string, kind: ChannelKind = 'open-social'): Channel => ({
  id,
  name,
  kind,
  verifiedHcp: false,
  status: 'live',
  address,
});
/** Gone, and kept so that old data can be read. */
const retired = (id: string, name: string, kind: ChannelKind): Channel => ({
  id,
  name,
  kind,
  verifiedHcp: false,
  status: 'retired',
});

/** Every target that the field has used. */
export const CHANNELS: readonly Channel[] = [
  { id: 'discussion', kind: 'discussion', verifiedHcp: true, status: 'live' },
  { id: 'direct-message', kind: 'direct-message', verifiedHcp: true, status: 'live' },
  { id: 'copy-link', kind: 'copy', verifiedHcp: false, status: 'live' },
  { id: 'copy-label', kind: 'copy', verifiedHcp: false, status: 'live' },
  { id: 'quote', kind: 'copy', verifiedHcp: false, status: 'live', needs: 'quote' },
  { id: 'e-mail', kind: 'e-mail', verifiedHcp: false, status: 'live' },
  { id: 'print', kind: 'print', verifiedHcp: false, status: 'live', needs: 'print' },
  // A file is a copy, and one's own to print: a record that denies either kind keeps it back.
  { id: 'download', kind: 'copy', verifiedHcp: false, status: 'live', needs: 'download' },
  { id: 'qr', kind: 'copy', verifiedHcp: false, status: 'live' },
  // Nobody can know to which app it goes, so it counts as the most open of them.
  { id: 'share-sheet', kind: 'open-social', verifiedHcp: false, status: 'live' },
  network('linkedin', 'LinkedIn', 'https://www.linkedin.com/sharing/share-offsite/?url={url}'),
  network('facebook', 'Facebook', 'https://www.facebook.com/sharer/sharer.php?u={url}'),
  network('x', 'X', 'https://x.com/intent/post?text={title}&url={url}'),
  network('reddit', 'Reddit', 'https://www.reddit.com/submit?url={url}&title={title}'),
  network('pinterest', 'Pinterest', 'https://www.pinterest.com/pin/create/button/?url={url}&description={title}'),
  network('whatsapp', 'WhatsApp', 'https://wa.me/?text={title}%20{url}'),
  network('bluesky', 'Bluesky', 'https://bsky.app/intent/compose?text={title}%20{url}'),
  network('mastodon', 'Mastodon', 'https://share.joinmastodon.org/#text={title}%20{url}'),
  network('digg', 'Digg', 'https://digg.com/submit?url={url}&title={title}', 'aggregator'),
  network('slashdot', 'Slashdot', 'https://slashdot.org/submission?url={url}&title={title}', 'aggregator'),
  retired('delicious', 'del.icio.us', 'bookmark'),
  retired('stumbleupon', 'StumbleUpon', 'aggregator'),
  retired('yahoo-buzz', 'Yahoo! Buzz', 'aggregator'),
  retired('technorati', 'Technorati', 'aggregator'),
  retired('twitthis', 'TwitThis', 'open-social'),
  retired('myspace', 'MySpace', 'open-social'),
  retired('windows-live', 'Windows Live', 'bookmark'),
  retired('google-bookmarks', 'Google Bookmarks', 'bookmark'),
  retired('google-plus', 'Google+', 'open-social'),
  retired('sphinn', 'Sphinn', 'aggregator'),
  retired('propeller', 'Propeller', 'aggregator'),
  retired('netvibes', 'Netvibes', 'bookmark'),
];

/** → the network's own form, filled with a title and an address and nothing else; undefined where it has none. */
export function networkAddress({ address }: Channel, title: string, url: string): string | undefined {
  const filled: Readonly<Record<string, string>> = { '{title}': title, '{url}': url };
  // A lone half of a character cannot be percent-encoded.
  return address?.replace(/\{\w+\}/g, (hole) => encodeURIComponent((filled[hole] ?? '').replace(/\p{Cs}/gu, '')));
}
