import type { ChannelOffer, NotOffered } from '@pullquote/record/reader';
import type { WaysWords } from './words.js';

/** What a way is called where it is only named. What nobody misses has no name. */
const NAMED: Readonly<Record<string, keyof WaysWords['names']>> = {
  'copy-link': 'copies',
  quote: 'quote',
  'e-mail': 'e-mail',
  print: 'print',
  download: 'download',
  linkedin: 'networks',
};

/** One sentence for each reason why something is not here. */
export function missing(
  offers: readonly ChannelOffer[],
  list: (names: readonly string[]) => string,
  words: WaysWords,
): string[] {
  const names = new Map<NotOffered, string[]>();
  for (const { channel, not } of offers) {
    const name = NAMED[channel.id];
    if (name && not && not !== 'retired') names.set(not, [...(names.get(not) ?? []), words.names[name]]);
  }
  return [...names].map(([why, ways]) => words.missing(list(ways), why));
}
