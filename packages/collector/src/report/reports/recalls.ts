import { STATUS_PATH } from '@pullquote/record';
import type { ReportContext } from '../context.js';
import { recallCoverage } from '../formulas/recall-coverage.js';
import { pageOf } from '../paging.js';
import type { BodyOf, RowOf } from '../types.js';

/** How far each recall has come, as it stood at the end of the report. */
export async function recalls(context: ReportContext): Promise<BodyOf<'recalls'>> {
  const { store, publisher, query, to } = context;
  const { origin } = publisher;
  const { items } = await context.catalogue();
  const rows: RowOf<'recalls'>[] = [];
  const recalled = items.filter(({ item, recall }) => recall && recall.day <= to && item === (query.item ?? item));
  if (recalled.length > 0) {
    const [trusted, told] = await Promise.all([
      context.trusted(),
      store.held.days(origin, { to, list: origin + STATUS_PATH }),
    ]);
    for (const { item, version, recall } of recalled) {
      if (!recall) continue;
      const places = await store.counters.itemCommunities(origin, { item, community: query.community });
      const where = places.filter((place) => place.version === version && place.firstDay <= to);
      const communities = [...new Set(where.map(({ community }) => community))].sort();
      const { communities: each, ...figures } = recallCoverage(recall.iat, communities, told);
      rows.push({
        item,
        ...context.titleOf(item),
        version,
        ...(recall.reason === undefined ? {} : { reason: recall.reason }),
        day: recall.day,
        ...figures,
        communities: each.map((one) => ({
          ...one,
          name: trusted.find(({ id }) => id === one.community)?.name ?? one.community,
        })),
      });
    }
  }
  const page = pageOf(rows, (row) => [row.day, row.item, row.version], query);
  return { rows: [...page.rows], total: page.total, next: page.next };
}
