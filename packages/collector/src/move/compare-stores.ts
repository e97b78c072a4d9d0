import { isDeepStrictEqual } from 'node:util';
import type { CellDimension } from '../store/cells.js';
import type { Store } from '../store/store.js';

const DIMENSIONS: readonly CellDimension[] = ['item', 'version', 'community', 'day'];

export interface Compared {
  /** How many counters were compared. */
  readonly counters: number;
  /** What is not the same, in words. */
  readonly difference?: string | undefined;
}

/** Every figure of some publishers in two stores, to the unit. */
export async function compareStores(a: Store, b: Store, publishers: readonly string[]): Promise<Compared> {
  let counters = 0;
  for (const publisher of publishers) {
    for (const [name, read] of Object.entries(FIGURES)) {
      const [mine, theirs] = await Promise.all([read(a, publisher), read(b, publisher)]);
      const difference = differing(mine, theirs);
      if (difference !== undefined) return { counters, difference: `${publisher}, ${name}: ${difference}` };
      counters += mine.length;
    }
  }
  const [mine, theirs] = [await a.refusals.list(), await b.refusals.list()];
  const difference = differing(mine, theirs);
  return {
    counters: counters + mine.length,
    ...(difference === undefined ? {} : { difference: `refusals: ${difference}` }),
  };
}

type Read = (store: Store, publisher: string) => Promise<readonly object[]>;

const FIGURES: Readonly<Record<string, Read>> = {
  days: ({ counters }, publisher) => counters.days(publisher),
  'days of items': ({ counters }, publisher) => counters.itemDays(publisher),
  'days of communities': ({ counters }, publisher) => counters.communityDays(publisher),
  'weeks of items': ({ counters }, publisher) => counters.itemWeeks(publisher),
  'items in communities': ({ counters }, publisher) => counters.itemCommunities(publisher),
  cells: ({ cells }, publisher) => cells.sums(publisher, {}, DIMENSIONS),
  'crowd figures': ({ crowd }, publisher) => crowd.figures(publisher),
  'crowd figures of items': ({ crowd }, publisher) => crowd.itemWeeks(publisher),
  'crowd figures of communities': ({ crowd }, publisher) => crowd.communityWeeks(publisher),
  'held lists': ({ held }, publisher) => held.days(publisher),
};

function differing(mine: readonly object[], theirs: readonly object[]): string | undefined {
  if (mine.length !== theirs.length) return `${theirs.length} rows, not ${mine.length}`;
  // Rows of the embedded store have no prototype.
  const at = mine.findIndex((row, i) => !isDeepStrictEqual({ ...row }, { ...theirs[i] }));
  return at === -1 ? undefined : `${JSON.stringify(theirs[at])}, not ${JSON.stringify(mine[at])}`;
}
