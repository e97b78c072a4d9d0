import type { Campaign } from '../store/campaigns.js';
import type { Week } from './formulas/weeks.js';

/** The windows that touch a week, with a day at least. */
export function windowsOf({ from, to }: Pick<Week, 'from' | 'to'>, campaigns: readonly Campaign[]): Campaign[] {
  return campaigns.filter(({ firstDay, lastDay }) => firstDay <= to && lastDay >= from);
}

/** Those that count for one item: its own and those of everything. Without an item, all. */
export function windowsFor(item: string | undefined, campaigns: readonly Campaign[]): Campaign[] {
  return item === undefined ? [...campaigns] : campaigns.filter((one) => one.item === undefined || one.item === item);
}
