import { dayOf, nextWeek, weekStart } from '@pullquote/events';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-22` → `22 Nov 2026` */
export function dayWords(day: string): string {
  const [year = '', month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** `2026-W47` → `16–22 Nov 2026` */
export function weekWords(week: string): string {
  const start = weekStart(week);
  if (Number.isNaN(start)) return week;
  const [first, last] = [dayWords(dayOf(start)), dayWords(dayOf(weekStart(nextWeek(week)) - 1))];
  const [day, month, year] = first.split(' ');
  const [, lastMonth, lastYear] = last.split(' ');
  if (year !== lastYear) return `${first} – ${last}`;
  return month === lastMonth ? `${day}–${last}` : `${day} ${month} – ${last}`;
}

/** What a batch tells of: a day, or for crowds a week. */
export function periodWords(period: string): string {
  return period.includes('W') ? weekWords(period) : dayWords(period);
}
