import { daysBetween } from './weeks.js';

export const DEAD_AFTER_DAYS = 90;

export interface Approved {
  /** The day from which the item is known as published. */
  readonly since: string;
  /** Its last public post up to the day asked about; null for none. */
  readonly lastDay: string | null;
}

/**
 * Days since the last post, or since publication where there was none; undefined while that is fewer than `days`: such an item is
 * alive, or too new to say.
 */
export function deadFor({ since, lastDay }: Approved, asOf: string, days: number): number | undefined {
  const last = lastDay !== null && lastDay > since ? lastDay : since;
  const silent = daysBetween(last, asOf);
  return silent >= days ? silent : undefined;
}
