import { kindRefused } from '@pullquote/record/reader';
import { PqSharedEvent, PqShareEvent, type Destination } from '../share-event.js';
import { channelOf } from './channel-of.js';
import { compose, type Post } from './compose.js';
import type { Words } from '../words.js';
import { ENGLISH_POSTING } from './posting-words.js';

export { postedView } from './posted.js';

/**
 * Asks the host page to post, and waits for it.
 * @throws Error with a sentence for the doctor, when nobody answers or the host fails or refuses
 */
export async function askHost(
  owner: HTMLElement,
  post: Post,
  destination: Destination,
  { posting: words = ENGLISH_POSTING }: Words,
  notAllowed: string,
): Promise<readonly Destination[]> {
  const channel = channelOf(destination);
  if (kindRefused(channel, post.record)) throw new Error(notAllowed);
  const event = new PqShareEvent({
    item: post.record.id,
    version: post.record.version,
    excerpt: post.link.excerpt,
    depth: post.link.depth ?? 1,
    channel,
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

/** Tells the page that it stands. */
export function announce(owner: HTMLElement, { record }: Post, destination: Destination): void {
  owner.dispatchEvent(new PqSharedEvent(record.id, record.version, destination));
}
