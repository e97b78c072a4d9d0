import type { ReportContext } from '../context.js';
import { firstDays } from '../first-days.js';
import { pageOf } from '../paging.js';
import type { BodyOf } from '../types.js';
import { itemDays, itemTotals } from './items.js';

export async function halfLifeReport(context: ReportContext): Promise<BodyOf<'half-life'>> {
  // Its first 90 days count, wherever the report begins.
  const totals = await itemTotals({ ...context, from: undefined });
  const page = pageOf(totals, ({ item }) => [item], context.query);
  const days = await itemDays(
    context,
    page.rows.map(({ item }) => item),
  );
  return {
    rows: page.rows.map(({ item, firstDay }) => ({
      item,
      ...context.titleOf(item),
      firstDay,
      ...firstDays(days.get(item) ?? new Map(), context),
    })),
    total: page.total,
    next: page.next,
  };
}
