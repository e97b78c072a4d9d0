import type { ItemLink } from '@pullquote/record/reader';
import type { Assessment } from '../source/assess.js';
import type { Words } from '../words.js';
import type { Post } from './compose.js';

/** What would be posted, or undefined while there is nothing signed to post. */
export function postOf(
  found: Assessment,
  depth: number,
  { excerpt, ...said }: Pick<Post, 'comment' | 'statement' | 'quote'> & { readonly excerpt: string },
  words: Words,
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
  return { ...said, record, link, country, words };
}
