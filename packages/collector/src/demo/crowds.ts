import type { CrowdFact } from '@pullquote/events';
import { keptPart } from '../plan/kept-part.js';
import type { Area, DemoCommunity } from './communities.js';
import type { DemoItem } from './items.js';
import type { Seeded } from './seeded.js';

/** Doctors of a community who open it in a week. */
const WEEKLY = 0.4;
/** Doctors to whom a post shows an item that they would not have seen otherwise. */
const SEEN_BY = 5;

const ROOM: Readonly<Record<Area, CrowdFact>> = {
  cardiology: 'room.cardiology',
  endocrinology: 'room.endocrinology',
  pulmonology: 'room.pulmonology',
  oncology: 'room.oncology',
  neurology: 'room.neurology',
  rheumatology: 'room.rheumatology',
  'general-practice': 'room.general-practice',
};

/** What an item's week was like in a community. */
export interface ItemWeek {
  readonly item: DemoItem;
  /** Posts that a community of this size would have had at five million events a year. */
  readonly posts: number;
  readonly stale: boolean;
  readonly recalled: boolean;
}

/** Doctors who did what in one week: the cells before each doctor's bound. */
function cellsOf({ item, posts, stale, recalled }: ItemWeek, readers: number): [CrowdFact, number][] {
  // Each post is seen by a few who have not seen the item this week; the more posts there are, the fewer.
  const viewed = readers * (1 - Math.exp((-posts * SEEN_BY) / readers));
  const quoted = Math.min(posts * 0.3, viewed * 0.1);
  const cells: [CrowdFact, number][] = [
    ['viewed', viewed],
    ['label-expanded', viewed * (item.promotional ? 0.11 : 0.06)],
    ['citation-opened', viewed * (item.promotional ? 0.012 : 0.03)],
    ['source-opened', viewed * 0.055],
    ['copied', viewed * 0.012],
    ['saved', viewed * 0.022],
    ['sent-privately', viewed * 0.016],
    ['downloaded', viewed * 0.01],
    ['printed', viewed * 0.006],
    ['e-mailed', viewed * 0.004],
    ['share-removed', posts * 0.01],
    ['excerpt.e1', quoted * 0.55],
    ['excerpt.e2', quoted * 0.3],
    ['excerpt.e3', quoted * 0.15],
    [ROOM[item.area], viewed * 0.5],
    ['room.other', viewed * 0.08],
  ];
  if (item.area !== 'general-practice') cells.push(['room.general-practice', viewed * 0.14]);
  if (item.promotional)
    cells.push(
      ['pi-opened', viewed * 0.034],
      ['ae-link-opened', viewed * 0.0008],
      ['share-blocked.ALL-04', viewed * 0.009],
      ['share-blocked.GB-02', viewed * 0.006],
    );
  else cells.push(['share-blocked.ALL-05', viewed * 0.0015]);
  if (item.video) cells.push(['media-progress.25', viewed * 0.05], ['media-progress.100', viewed * 0.07]);
  if (stale) cells.push(['stale-seen', viewed * 0.2], ['superseding-opened', viewed * 0.08]);
  if (recalled) cells.push(['recall-seen', viewed * 0.8], ['share-blocked.ALL-05', viewed * 0.05]);
  return cells;
}

/**
 * A community's week → distinct doctors in each cell, after the bound of four cells a doctor. How many cells a doctor stands in is taken
 * to be Poisson; which of them count is drawn at random, so every cell loses the same part.
 */
export function boundCrowds(
  weeks: readonly ItemWeek[],
  { doctors }: DemoCommunity,
  random: Seeded,
): { item: DemoItem; fact: CrowdFact; doctors: number }[] {
  const readers = doctors * WEEKLY;
  const cells = weeks.flatMap((week) => cellsOf(week, readers).map(([fact, n]) => ({ item: week.item, fact, n })));
  const kept = keptPart(cells.reduce((sum, { n }) => sum + n, 0) / readers);
  return cells.flatMap(({ item, fact, n }) => {
    const drawn = poisson(n * kept, random);
    return drawn < 1 ? [] : [{ item, fact, doctors: drawn }];
  });
}

function poisson(mean: number, { unit, normal }: Seeded): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  const limit = Math.exp(-mean);
  let n = 0;
  for (let p = unit(); p > limit; p *= unit()) n += 1;
  return n;
}
