import type { ReportContext } from '../context.js';
import { figureOf, group, rankOf } from '../crowd-totals.js';
import { pageOf } from '../paging.js';
import type { BodyOf } from '../types.js';

/** Doctors who were kept from sharing, by the rule that kept them. */
export async function blocked(context: ReportContext): Promise<BodyOf<'blocked'>> {
  const { store, publisher, query, weeks } = context;
  const sums = await store.crowdSums.items(publisher.origin, {
    ...weeks,
    item: query.item,
    community: query.community,
    fact: 'share-blocked.',
  });
  const all = [...group(sums, ({ fact }) => fact)].map(([fact, amounts]) => ({
    rule: fact.slice('share-blocked.'.length),
    doctors: figureOf(amounts),
    items: [...group(amounts, ({ item }) => item)]
      .map(([item, own]) => ({ item, ...context.titleOf(item), doctors: figureOf(own) }))
      .sort((a, b) => rankOf(a.doctors) - rankOf(b.doctors) || (a.item < b.item ? -1 : 1)),
  }));
  const page = pageOf(all, ({ rule, doctors }) => [rankOf(doctors), rule], query);
  return { rows: [...page.rows], total: page.total, next: page.next };
}
