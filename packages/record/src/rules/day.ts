import { RecordError } from '../errors.js';

/** `2026-01-31` and so many days. */
export function daysAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** The same day so many years before, for comparing: 29 February may come out in any year. */
export function yearsBefore(day: string, years: number): string {
  return String(Number(day.slice(0, 4)) - years).padStart(4, '0') + day.slice(4);
}

/** A wrong day would make every comparison wrong without a word. @throws RecordError `record` */
export function checkDay(day: string): void {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && daysAfter(day, 0) === day) return;
  throw new RecordError('record', `today: "${day}" is not a day. Write it as 2026-01-31.`, [
    'today: must be a day such as 2026-01-31',
  ]);
}
