import type { ReportContext } from '../context.js';
import { firstDays } from '../first-days.js';
import { HALF_LIFE_DAYS } from '../formulas/half-life.js';
import { addDays } from '../formulas/weeks.js';
import { pageOf } from '../paging.js';
import { dailyOf } from '../series.js';
import type { BodyOf } from '../types.js';
import { itemTotals, type ItemTotal } from './items.js';

export async function halfLifeReport(context: ReportContext): Promise<BodyOf<'half-life'>> {
  // Its first 90 days count, wherever the report begins.
  const totals = await itemTotals({ ...context, from: undefined });
  const page = pageOf(totals, ({ item }) => [item], context.query);
  const { store, publisher, query } = context;
  const { origin } = publisher;
  const { community } = query;
  const firstNinety = async ({ item, firstDay }: ItemTotal) => {
    const span = { item, from: firstDay, to: [addDays(firstDay, HALF_LIFE_DAYS - 1), context.to].sort()[0] };
    const rows =
      community === undefined
        ? await store.counters.itemDays(origin, span)
        : await store.cells.days(origin, { ...span, community });
    return dailyOf(rows);
  };
  const days = await Promise.all(page.rows.map(firstNinety));
  return {
    rows: page.rows.map(({ item, firstDay }, i) => ({
      item,
      ...context.titleOf(item),
      firstDay,
      ...firstDays(days[i] ?? new Map(), context),
    })),
    total: page.total,
    next: page.next,
  };
}
