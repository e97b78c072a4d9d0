import type { ReportContext } from '../context.js';
import { DEAD_AFTER_DAYS, deadFor } from '../formulas/dead-content.js';
import { pageOf } from '../paging.js';
import type { BodyOf } from '../types.js';
import { itemTotals } from './items.js';

/** Published and not withdrawn, and not posted for so many days, as it stood at the end of the report. */
export async function deadContent(context: ReportContext): Promise<BodyOf<'dead-content'>> {
  const { query, to } = context;
  const days = query.days ?? DEAD_AFTER_DAYS;
  const [{ readDay, items }, totals] = await Promise.all([
    context.catalogue(),
    itemTotals({ ...context, from: undefined }),
  ]);
  const last = new Map(totals.map(({ item, lastDay }) => [item, lastDay]));
  const newest = new Map<string, { version: number; since: string }>();
  // An item that goes on in a version lives since its first one; a withdrawn version is published no more.
  const standing = items.filter(({ since, recall }) => since <= to && (recall === undefined || recall.day > to));
  for (const { item, version, since } of standing) {
    if (query.item !== undefined && item !== query.item) continue;
    const known = newest.get(item);
    newest.set(item, {
      version: Math.max(version, known?.version ?? 0),
      since: known && known.since < since ? known.since : since,
    });
  }
  const dead = [...newest].flatMap(([item, { version, since }]) => {
    const lastDay = last.get(item) ?? null;
    const silentDays = deadFor({ since, lastDay }, to, days);
    return silentDays === undefined ? [] : [{ item, version, since, lastDay, silentDays }];
  });
  const page = pageOf(dead, ({ silentDays, item }) => [-silentDays, item], query);
  return {
    days,
    catalogue: readDay === undefined ? { state: 'unknown' } : { state: 'known', asOf: readDay, items: newest.size },
    rows: page.rows.map((row) => ({ ...row, ...context.titleOf(row.item) })),
    total: page.total,
    next: page.next,
  };
}
