import type { ReportContext } from '../context.js';
import { staleShare } from '../formulas/stale-share.js';
import { pageOf } from '../paging.js';
import { figuresOf, postsOf } from '../series.js';
import type { BodyOf, RowOf } from '../types.js';
import { currentVersions } from './versions.js';

/** Posts that still carry an old version, since the current one is there. Items with one version are not in it. */
export async function staleVersions(context: ReportContext): Promise<BodyOf<'stale-versions'>> {
  const { store, publisher, query, from, to } = context;
  const { origin } = publisher;
  const [current, places, { items }] = await Promise.all([
    currentVersions(context),
    store.counters.itemCommunities(origin, { item: query.item }),
    context.catalogue(),
  ]);
  const rows: RowOf<'stale-versions'>[] = [];
  for (const [item, version] of current) {
    if (version === 1 || (query.item !== undefined && item !== query.item)) continue;
    const known = [
      ...places.filter((place) => place.item === item && place.version === version).map(({ firstDay }) => firstDay),
      ...items.filter((entry) => entry.item === item && entry.version === version).map(({ since }) => since),
    ];
    const since = known.sort()[0];
    if (since === undefined) continue;
    const first = from === undefined || from < since ? since : from;
    const sums = await store.cells.sums(origin, { from: first, to, item, community: query.community }, ['version']);
    const stale = sums.filter((sum) => sum.version < version);
    const posts = (some: typeof sums) => some.reduce((total, sum) => total + postsOf(figuresOf(sum)), 0);
    rows.push({
      item,
      ...context.titleOf(item),
      current: version,
      since,
      postsSince: posts(sums),
      staleSince: posts(stale),
      staleShare: staleShare(posts(stale), posts(sums)),
      lastStaleDay:
        stale
          .map(({ lastDay }) => lastDay)
          .sort()
          .at(-1) ?? null,
      versions: sums.map((sum) => ({ version: sum.version, posts: postsOf(figuresOf(sum)), lastDay: sum.lastDay })),
    });
  }
  const page = pageOf(rows, (row) => [-row.staleSince, row.item], query);
  return { rows: [...page.rows], total: page.total, next: page.next };
}
