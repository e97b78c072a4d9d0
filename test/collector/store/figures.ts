import { dayOf, nextWeek, weekStart, type PullquoteEvent } from '@pullquote/events';
import type { CellDimension } from '../../../packages/collector/src/store/cells.js';
import type { Store } from '../../../packages/collector/src/store/store.js';

const DAY_MS = 86_400_000;
const DIMENSIONS: readonly (readonly CellDimension[])[] = [
  [],
  ['item'],
  ['item', 'version'],
  ['community'],
  ['day'],
  ['item', 'version', 'community', 'day'],
];

/** The day by which an event is kept. */
export function dayOfEvent({ data }: PullquoteEvent): string {
  return 'week' in data ? dayOf(weekStart(nextWeek(data.week)) - DAY_MS) : data.day;
}

/** Every figure that a store gives of some publishers, each list by its name, plain and in one order. */
export async function figuresOf(store: Store, publishers: readonly string[]): Promise<Record<string, unknown[]>> {
  const figures: Record<string, unknown[]> = {};
  for (const publisher of publishers) {
    const { counters, cells, crowd, crowdSums, held } = store;
    const days = await counters.days(publisher);
    const [from, to] = [days[Math.floor(days.length / 4)]?.day, days[Math.floor(days.length / 2)]?.day];
    const lists: Record<string, readonly object[]> = {
      days,
      itemDays: await counters.itemDays(publisher),
      items: await counters.items(publisher),
      'items in some days': await counters.items(publisher, { from, to }),
      communityDays: await counters.communityDays(publisher),
      communities: await counters.communities(publisher),
      itemWeeks: await counters.itemWeeks(publisher),
      itemCommunities: await counters.itemCommunities(publisher),
      figures: await crowd.figures(publisher),
      crowdItemWeeks: await crowd.itemWeeks(publisher),
      crowdCommunityWeeks: await crowd.communityWeeks(publisher),
      crowdItems: await crowdSums.items(publisher),
      crowdWeeks: await crowdSums.weeks(publisher),
      crowdLastWeeks: await crowdSums.lastWeeks(publisher),
      heldDays: await held.days(publisher),
      heldLatest: await held.latest(publisher),
      refusals: await store.refusals.list({ publisher }),
    };
    for (const by of DIMENSIONS) {
      lists[`cells by ${by.join()}`] = await cells.sums(publisher, {}, by);
      lists[`cells in some days by ${by.join()}`] = await cells.sums(publisher, { from, to }, by);
    }
    for (const [name, rows] of Object.entries(lists)) figures[`${publisher} ${name}`] = rows.map((row) => ({ ...row }));
  }
  return figures;
}
