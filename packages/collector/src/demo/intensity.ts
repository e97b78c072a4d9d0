import { dayStart } from '@pullquote/events';
import { addDays, daysBetween } from '../report/formulas/weeks.js';
import type { DemoCampaign } from './campaigns.js';
import type { DemoCommunity } from './communities.js';
import type { DemoItem } from './items.js';

/** Monday to Sunday. */
const WEEKDAYS = [1.15, 1.2, 1.15, 1.1, 0.95, 0.55, 0.5];
const INTEREST_DAYS = 24;
const RECALL_DAYS = 3;
const TAPER_DAYS = 5;

/** How much of an item is posted in a community on a day, beside all the others: no unit. */
export function intensityOf(
  item: DemoItem,
  community: DemoCommunity,
  day: string,
  start: string,
  end: string,
  campaigns: readonly DemoCampaign[],
): number {
  const n = daysBetween(start, day);
  if (n < (community.joined ?? 0)) return 0;
  if (daysBetween(day, end) < (community.silentFor ?? 0)) return 0;
  return (
    item.weight *
    communityWeight(item, community) *
    interest(item, n) *
    campaignLift(item, day, campaigns) *
    seasonOf(day) *
    (WEEKDAYS[(new Date(dayStart(day)).getUTCDay() + 6) % 7] ?? 1)
  );
}

/** Larger communities post more, though not in proportion; a specialist one posts what concerns it. */
function communityWeight({ area }: DemoItem, { doctors, rooms }: DemoCommunity): number {
  const elsewhere = 1 - Object.values(rooms).reduce((sum, share) => sum + share, 0);
  return doctors ** 0.92 * ((rooms[area] ?? 0) + Math.max(0, elsewhere) / 7);
}

/** A first wave that wears off to what stays; nothing before publication and, in the end, nothing after a recall. */
function interest({ published, evergreen, withdrawn, lastPosted, unseen }: DemoItem, n: number): number {
  if (unseen || n < published || (lastPosted !== undefined && n > lastPosted)) return 0;
  const wave = 4 * Math.exp(-(n - published) / INTEREST_DAYS);
  const recalled = withdrawn !== undefined && n >= withdrawn ? Math.exp(-(n - withdrawn + 1) / RECALL_DAYS) : 1;
  if (withdrawn !== undefined && n > withdrawn + 5 * RECALL_DAYS) return 0;
  return (evergreen + (1 - evergreen) * Math.min(1, wave / 4) + wave) * recalled;
}

function campaignLift({ area, slug }: DemoItem, day: string, campaigns: readonly DemoCampaign[]): number {
  let lift = 1;
  for (const { from, to, areas, slugs, lift: peak } of campaigns) {
    if (day < from || day > addDays(to, TAPER_DAYS)) continue;
    const touched = slugs ? slugs.includes(slug) : areas.includes(area);
    const whole = touched ? peak : 1 + (peak - 1) * 0.06;
    const left = day <= to ? 1 : 0.5 ** daysBetween(to, day);
    lift = Math.max(lift, 1 + (whole - 1) * left);
  }
  return lift;
}

/** Holidays. */
function seasonOf(day: string): number {
  const month = day.slice(5, 7);
  if (month === '08') return 0.78;
  if (day.slice(5) >= '12-21' || day.slice(5) <= '01-03') return 0.45;
  return 1;
}
