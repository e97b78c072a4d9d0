import type { ReportContext } from '../context.js';
import { pageOf } from '../paging.js';
import { figuresOf } from '../series.js';
import type { BodyOf } from '../types.js';

/** The highest version of each item that is published or was posted. */
export async function currentVersions({
  store,
  publisher,
  to,
  ...context
}: ReportContext): Promise<Map<string, number>> {
  const [places, { items }] = await Promise.all([
    store.counters.itemCommunities(publisher.origin),
    context.catalogue(),
  ]);
  const current = new Map<string, number>();
  const known = [...places.filter(({ firstDay }) => firstDay <= to), ...items.filter(({ since }) => since <= to)];
  for (const { item, version } of known) current.set(item, Math.max(version, current.get(item) ?? 0));
  return current;
}

export async function versions(context: ReportContext): Promise<BodyOf<'versions'>> {
  const { store, publisher, query, from, to } = context;
  const [sums, current] = await Promise.all([
    store.cells.sums(publisher.origin, { from, to, item: query.item, community: query.community }, ['item', 'version']),
    currentVersions(context),
  ]);
  const { rows, total, next } = pageOf(sums, ({ item, version }) => [item, version], query);
  return {
    rows: rows.map((row) => ({
      item: row.item,
      ...context.titleOf(row.item),
      version: row.version,
      current: current.get(row.item) === row.version,
      ...figuresOf(row),
      firstDay: row.firstDay,
      lastDay: row.lastDay,
    })),
    total,
    next,
  };
}
