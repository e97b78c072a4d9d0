import { daysBetween } from './weeks.js';

export const SILENT_AFTER_DAYS = 14;

export interface Silence {
  readonly silentDays: number | null;
  readonly state: 'reporting' | 'silent' | 'never-reported';
}

/** Has a community stopped reporting? By the last day that it said anything of: posts, crowds or a status list. */
export function silenceOf(lastDay: string | null, asOf: string, days: number): Silence {
  if (lastDay === null) return { silentDays: null, state: 'never-reported' };
  const silentDays = Math.max(0, daysBetween(lastDay, asOf));
  return { silentDays, state: silentDays >= days ? 'silent' : 'reporting' };
}
