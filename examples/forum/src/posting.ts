import { destinationOf, type Destination } from './destination.js';
import { ForumError } from './errors.js';
import { plainWords, type SafeHtml } from './sanitize.js';
import type { Site } from './site.js';
import type { Doctor } from './store/doctors.js';
import { findForum } from './store/forums.js';
import { addPost, addThread } from './store/posts.js';
import { findThread } from './store/threads.js';

/** Where a post goes: into a discussion, or as the first post of a new one. */
export type Place =
  | { readonly kind: 'thread'; readonly id: string }
  | { readonly kind: 'forum'; readonly slug: string; readonly title: string };

export interface Posted extends Destination {
  readonly url: string;
}

const MAX_TITLE = 160;

/** Adds a post where its author may write. @throws ForumError `place`, `title`, `empty-post` */
export function publish(site: Site, author: Doctor, place: Place, html: SafeHtml): Posted {
  if (plainWords(html) === '') throw new ForumError('empty-post', 'The post is empty. Write something first.');
  const post = { author: author.id, day: site.today(), html };
  switch (place.kind) {
    case 'thread': {
      const thread = findThread(site.database, author.id, place.id);
      if (!thread) throw new ForumError('place', 'You can’t post to this discussion. Choose another one.');
      const id = addPost(site.database, thread.id, post);
      return { ...destinationOf(thread), url: `/threads/${thread.id}#p${id}` };
    }
    case 'forum': {
      const forum = findForum(site.database, author.id, place.slug);
      if (!forum) throw new ForumError('place', 'You can’t post to this sub-forum. Choose another one.');
      const id = addThread(site.database, forum.slug, checkedTitle(place.title), post);
      const thread = findThread(site.database, author.id, String(id));
      if (!thread) throw new ForumError('place', 'The discussion was not found after it was made. Try again.');
      return { ...destinationOf(thread), url: `/threads/${id}` };
    }
  }
}

function checkedTitle(title: string): string {
  const tidy = title.replace(/\s+/g, ' ').trim();
  if (tidy === '') throw new ForumError('title', 'A new discussion needs a title.');
  if (tidy.length > MAX_TITLE)
    throw new ForumError('title', `The title has ${tidy.length} characters. Shorten it to at most ${MAX_TITLE}.`);
  return tidy;
}
