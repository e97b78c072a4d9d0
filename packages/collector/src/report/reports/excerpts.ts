import type { ReportContext } from '../context.js';
import { figureOf, group, rankOf } from '../crowd-totals.js';
import { leadOf } from '../formulas/excerpt-lead.js';
import { pageOf } from '../paging.js';
import type { BodyOf, RowOf } from '../types.js';

/** Which approved excerpt of an item is quoted most. */
export async function excerpts(context: ReportContext): Promise<BodyOf<'excerpts'>> {
  const { store, publisher, query, weeks } = context;
  const sums = await store.crowdSums.items(publisher.origin, {
    ...weeks,
    item: query.item,
    community: query.community,
    fact: 'excerpt.',
  });
  const all = [...group(sums, ({ item }) => item)].flatMap(([item, amounts]): RowOf<'excerpts'>[] => {
    const ranked = [...group(amounts, ({ fact }) => fact)]
      .map(([fact, own]) => ({ excerpt: fact.slice('excerpt.'.length), doctors: figureOf(own) }))
      .sort((a, b) => rankOf(a.doctors) - rankOf(b.doctors) || (a.excerpt < b.excerpt ? -1 : 1));
    const [first, second] = ranked;
    if (!first) return [];
    return [{ item, ...context.titleOf(item), excerpts: ranked, leads: leadOf(first.doctors, second?.doctors) }];
  });
  const top = ({ excerpts: [first] }: RowOf<'excerpts'>) => (first ? rankOf(first.doctors) : 1);
  const page = pageOf(all, (row) => [top(row), row.item], query);
  return { rows: [...page.rows], total: page.total, next: page.next };
}
