import { connected } from '../connect.js';
import type { Destination } from '../share-event.js';

/** Where a share can go: the page's own search, or its list narrowed to what holds these words. */
export async function destinations(words: string): Promise<readonly Destination[]> {
  const { destinations: given = [] } = connected();
  if (typeof given === 'function') return given(words);
  return given.filter(({ label }) => label.toLowerCase().includes(words.toLowerCase()));
}
