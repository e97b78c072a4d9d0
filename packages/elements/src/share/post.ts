import type { ItemLink } from '@pullquote/record/reader';
import { PqShareEvent, type Destination } from '../share-event.js';
import type { Assessment } from '../source/assess.js';
import type { Words } from '../words.js';
import { compose, type Post } from './compose.js';
import type { Quotation } from './quotation.js';
import type { ShareWords } from './words.js';

/** What would be posted, or undefined while there is nothing signed to post. */
export function postOf(
  found: Assessment,
  depth: number,
  excerpt: string,
  comment: string,
  words: Words,
  quote?: Quotation,
): Post | undefined {
  const { record, digest } = found.verdict;
  if (!record || !digest) return undefined;
  const link: ItemLink = {
    url: record.canonicalUrl,
    version: record.version,
    digest,
    excerpt: excerpt || undefined,
    depth: Math.min(Math.max(depth, 1), 3),
    lang: words.lang,
  };
  // A publisher's own page knows no reader's country: there the label is the one for whom the item was made.
  const country = found.host === 'publisher' ? (record.audience.countries[0] ?? '') : found.country;
  return { record, link, country, comment, words, quote };
}

/**
 * Asks the host page to post, and waits for it.
 * @throws Error with a sentence for the doctor, when nobody answers or the host fails or refuses
 */
export async function askHost(
  owner: HTMLElement,
  post: Post,
  destination: Destination,
  words: ShareWords,
): Promise<readonly Destination[]> {
  const event = new PqShareEvent({
    item: post.record.id,
    version: post.record.version,
    excerpt: post.link.excerpt,
    depth: post.link.depth ?? 1,
    channel: 'discussion',
    destination,
    comment: post.comment,
    compose: (format) => compose(post, format),
  });
  owner.dispatchEvent(event);
  if (!event.answer) throw new Error(words.nobodyPosts);
  const answer = await event.answer.catch((error: unknown) => {
    throw new Error(words.hostFailed((error instanceof Error && error.message) || undefined));
  });
  return (Array.isArray(answer) ? answer : [answer]) as readonly Destination[];
}
