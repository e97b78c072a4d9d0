import { dayOf, dayStart } from '@pullquote/events';

/** Whether this is a day as in `2026-11-22`, and one that the calendar has. */
export function isDay(text: string): boolean {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayStart(text) : Number.NaN;
  return !Number.isNaN(start) && dayOf(start) === text;
}
