import type { Cell, CrowdFact, PublicRow, Uniform } from '@pullquote/events';
import { cellOf } from './cell.js';
import { oneIn } from './random.js';

export const ITEMS = 40;
export const WEEKS = 4;
export const WEEK_MINUTES = 7 * 24 * 60;

/** One private act of one doctor, as only the community's server sees it. */
export interface Act {
  readonly doctor: string;
  readonly cell: Cell;
  /** 0 to 3, of the month. */
  readonly week: number;
  /** Of the week. */
  readonly minute: number;
}
/** A post as anyone sees it who scrapes the forum: by whom, and when. */
export interface Post {
  readonly doctor: string;
  readonly row: PublicRow;
  readonly week: number;
  readonly minute: number;
}

export const itemName = (number: number): string => `urn:example:item-${number}`;

/** What follows a view, and how often: one in so many. Attackers' scenes use other facts where they need an empty cell. */
const AFTER_VIEW: readonly [CrowdFact, number][] = [
  ['label-expanded', 3],
  ['pi-opened', 10],
  ['source-opened', 10],
  ['copied', 20],
];

/** A month of ordinary doctors: two in five are there in a week, read one to eight items, popular ones more, and post now and then. */
export function populate(doctors: readonly string[], random: Uniform): { acts: Act[]; posts: Post[] } {
  const [acts, posts]: [Act[], Post[]] = [[], []];
  const read = (doctor: string, week: number) => {
    // The smaller of two draws: the first items are read most.
    const item = itemName(1 + Math.min(random(ITEMS), random(ITEMS)));
    const minute = random(WEEK_MINUTES);
    acts.push({ doctor, cell: cellOf(item, 'viewed'), week, minute });
    for (const [fact, times] of AFTER_VIEW)
      if (oneIn(times, random)) acts.push({ doctor, cell: cellOf(item, fact), week, minute });
    if (oneIn(15, random)) posts.push({ doctor, row: { fact: 'shared', item, version: 1, depth: 1 }, week, minute });
  };
  for (const doctor of doctors)
    for (let week = 0; week < WEEKS; week++)
      if (random(5) < 2) for (let reads = 1 + random(4) + random(5); reads > 0; reads--) read(doctor, week);
  return { acts, posts };
}
