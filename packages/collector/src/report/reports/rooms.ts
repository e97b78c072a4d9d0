import { figureOf, group, rankOf } from '../crowd-totals.js';
import type { ReportContext } from '../context.js';
import { pageOf } from '../paging.js';
import type { BodyOf } from '../types.js';

/** Specialties of the rooms in which items were seen: of the room, never of the member. */
export async function rooms({ store, publisher, query, weeks }: ReportContext): Promise<BodyOf<'rooms'>> {
  const sums = await store.crowdSums.items(publisher.origin, {
    ...weeks,
    item: query.item,
    community: query.community,
    fact: 'room.',
  });
  const all = [...group(sums, ({ fact }) => fact)].map(([fact, amounts]) => ({
    specialty: fact.slice('room.'.length),
    doctors: figureOf(amounts),
  }));
  const page = pageOf(all, ({ specialty, doctors }) => [rankOf(doctors), specialty], query);
  return { rows: [...page.rows], total: page.total, next: page.next };
}
