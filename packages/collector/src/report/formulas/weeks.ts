import { dayOf, dayStart, nextDay, nextWeek, weekOf, weekStart } from '@pullquote/events';

const DAY_MS = 86_400_000;

export interface Week {
  readonly week: string;
  /** Its Monday and its Sunday. */
  readonly from: string;
  readonly to: string;
  /** All seven of its days lie in the range. */
  readonly complete: boolean;
}

/** Every ISO week that touches the days from `from` to `to`, both included. None where `from` comes after `to`. */
export function weeksOf(from: string, to: string): Week[] {
  const weeks: Week[] = [];
  if (from > to) return weeks;
  const last = weekOf(dayStart(to));
  for (let week = weekOf(dayStart(from)); week <= last; week = nextWeek(week)) {
    const monday = dayOf(weekStart(week));
    const sunday = dayOf(weekStart(week) + 6 * DAY_MS);
    weeks.push({ week, from: monday, to: sunday, complete: monday >= from && sunday <= to });
  }
  return weeks;
}

/** Days from one day to another: 0 for the same one, negative where `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayStart(to) - dayStart(from)) / DAY_MS);
}

/** `2026-11-22` and 3 → `2026-11-25` */
export function addDays(day: string, days: number): string {
  return dayOf(dayStart(day) + days * DAY_MS);
}

/** Every day from `from` to `to`, both included. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}
