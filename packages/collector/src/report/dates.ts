import { dayOf, dayStart } from '@pullquote/events';

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const COUNT = new Intl.NumberFormat('en-GB');
const DAY_MS = 86_400_000;

/** `2026-11-22` → `22 November 2026` */
export function longDay(day: string): string {
  return LONG.format(dayStart(day));
}

/** `2026-11-22` → `22 Nov 2026` */
export function shortDay(day: string): string {
  return SHORT.format(dayStart(day));
}

/** The `length` days that end with `last`, in order. */
export function daysUpTo(last: string, length: number): string[] {
  return Array.from({ length }, (_, i) => dayOf(dayStart(last) - (length - 1 - i) * DAY_MS));
}

export function count(n: number): string {
  return COUNT.format(n);
}
