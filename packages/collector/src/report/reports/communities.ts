import type { ReportContext } from '../context.js';
import { reuseRatio } from '../formulas/reuse-ratio.js';
import { weeksOf } from '../formulas/weeks.js';
import { pageOf } from '../paging.js';
import { add, dailyBy, figuresOf, NOTHING, postsOf, weekly } from '../series.js';
import type { BodyOf, Figures } from '../types.js';

type CommunityTotal = Figures & { readonly community: string; readonly firstDay: string; readonly lastDay: string };

/** What each community comes to, under the report's filters. Only communities with a post. */
export async function communityTotals({ store, publisher, query, from, to }: ReportContext): Promise<CommunityTotal[]> {
  const { origin } = publisher;
  const { item, community } = query;
  if (item !== undefined || community !== undefined) {
    const rows = await store.cells.sums(origin, { from, to, item, community }, ['community']);
    return rows.map((row) => ({
      community: row.community,
      firstDay: row.firstDay,
      lastDay: row.lastDay,
      ...figuresOf(row),
    }));
  }
  const totals = new Map<string, CommunityTotal>();
  // A community that has moved to another country stands there once for each.
  for (const row of await store.counters.communities(origin, { from, to })) {
    const known = totals.get(row.community);
    totals.set(row.community, {
      community: row.community,
      firstDay: known && known.firstDay < row.firstDay ? known.firstDay : row.firstDay,
      lastDay: known && known.lastDay > row.lastDay ? known.lastDay : row.lastDay,
      ...add(known ?? NOTHING, row),
    });
  }
  return [...totals.values()];
}

export async function communities(context: ReportContext): Promise<BodyOf<'communities'>> {
  const { store, publisher, query, from, to, lastDay = to } = context;
  const { item, community } = query;
  const { origin } = publisher;
  const [totals, trusted, places, dayRows] = await Promise.all([
    communityTotals(context),
    context.trusted(),
    store.counters.itemCommunities(origin, { item, community }),
    item === undefined
      ? store.counters.communityDays(origin, { from, to, community })
      : store.cells.days(origin, { from, to, item, community }),
  ]);
  const days = dailyBy('community', dayRows);
  const reach = new Map<string, Set<string>>();
  for (const place of places)
    if (place.firstDay <= to) reach.set(place.community, (reach.get(place.community) ?? new Set()).add(place.item));
  const weeks = from === undefined ? [] : weeksOf(from, lastDay < to ? lastDay : to);
  const page = pageOf(totals, (row) => [-postsOf(row), row.community], query);
  return {
    weeks: weeks.map(({ week }) => week),
    rows: page.rows.map(({ community: id, shared, reshared, quoted, firstDay, lastDay: last }) => {
      const known = trusted.find((one) => one.id === id);
      return {
        community: id,
        name: known?.name ?? id,
        country: known?.country ?? '',
        shared,
        reshared,
        quoted,
        reuseRatio: reuseRatio({ shared, reshared, quoted }),
        items: reach.get(id)?.size ?? 0,
        firstDay,
        lastDay: last,
        weekly: weekly(days.get(id) ?? new Map(), weeks).map(postsOf),
      };
    }),
    total: page.total,
    next: page.next,
  };
}
