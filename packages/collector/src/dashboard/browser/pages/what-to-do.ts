import type { ReportOf } from '../../../report/types.js';
import { postsOf } from '../state/posts-of.js';

export interface Advice {
  readonly head: string;
  readonly items: readonly { readonly item: string; readonly name: string; readonly value: number }[];
}

const STEADY = 0.8;
const CAMPAIGN_ONLY = 0.5;
const MOST = 3;
/** An index of a handful of posts is chance. */
const LEAST_POSTS = 50;

export function nameOf({ title, item }: { readonly title?: string | undefined; readonly item: string }): string {
  return title ?? item;
}

/** Items that live on between campaigns, and items that live in them alone: of those with posts enough to tell. */
export function steadyAndPeaky({ rows }: Pick<ReportOf<'items'>, 'rows'>): {
  steady: Advice['items'];
  peaky: Advice['items'];
} {
  const known = rows.flatMap((row) =>
    row.alwaysOn.state === 'computed' && postsOf(row) >= LEAST_POSTS
      ? [{ item: row.item, name: nameOf(row), value: row.alwaysOn.value, posts: postsOf(row) }]
      : [],
  );
  return {
    // The most reused of the steady ones: an index alone would put the smallest first.
    steady: known
      .filter(({ value }) => value >= STEADY)
      .sort((a, b) => b.posts - a.posts)
      .slice(0, MOST),
    peaky: known
      .filter(({ value }) => value < CAMPAIGN_ONLY)
      .sort((a, b) => b.posts - a.posts)
      .slice(0, MOST),
  };
}
