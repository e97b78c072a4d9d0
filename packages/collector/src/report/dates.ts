import { dayStart } from '@pullquote/events';

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const COUNT = new Intl.NumberFormat('en-GB');

/** `2026-11-22` → `22 November 2026` */
export function longDay(day: string): string {
  return LONG.format(dayStart(day));
}

export function count(n: number): string {
  return COUNT.format(n);
}
