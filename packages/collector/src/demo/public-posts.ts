import type { PublicRow } from '@pullquote/events';
import type { DemoItem } from './items.js';
import type { Seeded } from './seeded.js';

const ADOPTION_DAYS = 18;
const LEFT_BEHIND = 0.04;

/** One post of an item, as the relay would keep it. */
export function drawPost(item: DemoItem, urn: string, n: number, { unit }: Seeded): PublicRow {
  const version = versionOf(item, n, unit());
  const kind = unit() * (1 + item.passedOn);
  if (kind < 1) return { fact: 'shared', item: urn, version, depth: 1 };
  const deep = unit();
  // Of what is passed on, some is quoted; the first post of a thread can be a quotation, too.
  if (kind < 1 + item.passedOn * 0.38)
    return { fact: 'quoted', item: urn, version, depth: deep < 0.45 ? 1 : deep < 0.85 ? 2 : 3 };
  return { fact: 'reshared', item: urn, version, depth: deep < 0.72 ? 2 : 3 };
}

/** The new version takes over within weeks, and never quite. */
function versionOf({ renewed }: DemoItem, n: number, chance: number): number {
  if (renewed === undefined || n < renewed) return 1;
  const old = LEFT_BEHIND + (1 - LEFT_BEHIND) * Math.exp(-(n - renewed + 1) / ADOPTION_DAYS);
  return chance < old ? 1 : 2;
}
