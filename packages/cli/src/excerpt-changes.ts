import type { ContentRecord } from '@pullquote/record';

/** What became of an approved excerpt in the version that takes its place. */
export interface ExcerptChange {
  readonly id: string;
  /** Same id and same hash: the passage that was quoted still stands, word for word. */
  readonly change: 'unchanged' | 'changed' | 'gone';
}

/** Each approved excerpt of `before`, held against `after`. */
export function excerptChanges(before: ContentRecord, after: ContentRecord): ExcerptChange[] {
  const now = new Map((after.excerpts ?? []).map(({ id, sha256 }) => [id, sha256]));
  return (before.excerpts ?? []).map(({ id, sha256 }) => {
    const found = now.get(id);
    return { id, change: found === undefined ? 'gone' : found === sha256 ? 'unchanged' : 'changed' };
  });
}
