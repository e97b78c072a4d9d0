import type { ReportContext } from '../context.js';
import { reuseRatio } from '../formulas/reuse-ratio.js';
import { indexFigures } from '../index-figures.js';
import { daily, sum, weekPoints } from '../series.js';
import type { BodyOf } from '../types.js';
import { windowsFor } from '../windows.js';
import { communityTotals } from './communities.js';
import { itemTotals } from './items.js';

/** The opening question: is our content reused between campaigns? */
export async function overview(context: ReportContext): Promise<BodyOf<'overview'>> {
  const { store, publisher, query, weeks } = context;
  const [days, campaigns, items, communities, crowdCells] = await Promise.all([
    daily(context),
    context.campaigns(),
    itemTotals(context),
    communityTotals(context),
    store.crowdSums.cells(publisher.origin, { ...weeks, item: query.item, community: query.community }),
  ]);
  const totals = sum(days);
  const ordered = [...days.keys()].sort();
  return {
    totals,
    reuseRatio: reuseRatio(totals),
    ...indexFigures(days, context, campaigns, query.item),
    items: items.length,
    communities: communities.length,
    firstDay: ordered[0] ?? null,
    lastDay: ordered.at(-1) ?? null,
    crowdCells,
    weeks: weekPoints(days, context, windowsFor(query.item, campaigns)),
  };
}
