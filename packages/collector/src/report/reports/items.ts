import type { ReportContext } from '../context.js';
import { firstDays } from '../first-days.js';
import { reuseRatio } from '../formulas/reuse-ratio.js';
import { weeksOf } from '../formulas/weeks.js';
import { indexFigures } from '../index-figures.js';
import { pageOf } from '../paging.js';
import { dailyBy, figuresOf, postsOf, weekly, type Daily } from '../series.js';
import type { BodyOf, Figures } from '../types.js';

export type ItemTotal = Figures & { readonly item: string; readonly firstDay: string; readonly lastDay: string };

/** What each item comes to, under the report's filters. Only items with a post. */
export async function itemTotals({ store, publisher, query, from, to }: ReportContext): Promise<ItemTotal[]> {
  const { origin } = publisher;
  const { item, community } = query;
  if (item === undefined && community === undefined) return store.counters.items(origin, { from, to });
  const rows = await store.cells.sums(origin, { from, to, item, community }, ['item']);
  return rows.map((row) => ({ item: row.item, firstDay: row.firstDay, lastDay: row.lastDay, ...figuresOf(row) }));
}

/** All days of some items up to the report's last one, under its community. */
export async function itemDays(
  { store, publisher, query, to }: ReportContext,
  items: readonly string[],
): Promise<ReadonlyMap<string, Daily>> {
  const { origin } = publisher;
  const { community } = query;
  const only = items.length === 1 ? items[0] : undefined;
  const rows =
    community === undefined
      ? await store.counters.itemDays(origin, { to, item: only })
      : await store.cells.days(origin, { to, item: only, community });
  return dailyBy('item', rows);
}

export async function items(context: ReportContext): Promise<BodyOf<'items'>> {
  const { store, publisher, query, from, to, lastDay = to } = context;
  const page = pageOf(await itemTotals(context), (row) => [-postsOf(row), row.item], query);
  const [days, campaigns, places] = await Promise.all([
    itemDays(
      context,
      page.rows.map(({ item }) => item),
    ),
    context.campaigns(),
    store.counters.itemCommunities(publisher.origin, { item: query.item, community: query.community }),
  ]);
  const reach = new Map<string, Set<string>>();
  for (const { item, community, firstDay } of places)
    if (firstDay <= to) reach.set(item, (reach.get(item) ?? new Set()).add(community));
  const weeks = from === undefined ? [] : weeksOf(from, lastDay < to ? lastDay : to);
  return {
    weeks: weeks.map(({ week }) => week),
    rows: page.rows.map(({ item, shared, reshared, quoted, firstDay, lastDay: last }) => {
      const life: Daily = days.get(item) ?? new Map();
      const own: Daily = from === undefined ? life : new Map([...life].filter(([day]) => day >= from));
      const { alwaysOn, peakToBaseline } = indexFigures(own, context, campaigns, item);
      return {
        item,
        ...context.titleOf(item),
        shared,
        reshared,
        quoted,
        reuseRatio: reuseRatio({ shared, reshared, quoted }),
        halfLife: firstDays(life, context).halfLife,
        alwaysOn,
        peakToBaseline,
        communities: reach.get(item)?.size ?? 0,
        firstDay,
        lastDay: last,
        weekly: weekly(own, weeks).map(postsOf),
      };
    }),
    total: page.total,
    next: page.next,
  };
}
