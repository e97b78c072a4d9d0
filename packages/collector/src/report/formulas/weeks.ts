import { dayOf, dayStart, weekOf } from '@pullquote/events';

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
  const [first, last] = [numberOf(from), numberOf(to)];
  for (let monday = mondayOf(first); first <= last && monday <= last; monday += 7)
    weeks.push({
      week: labelOf(monday),
      from: dayAt(monday),
      to: dayAt(monday + 6),
      complete: monday >= first && monday + 6 <= last,
    });
  return weeks;
}

/** Which of some weeks that follow one another a day lies in; it may lie in none of them. */
export function placeIn(weeks: readonly Week[], day: string): number {
  const [first] = weeks;
  return first ? Math.floor((numberOf(day) - numberOf(first.from)) / 7) : -1;
}

/** Days from one day to another: 0 for the same one, negative where `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** `2026-11-22` and 3 → `2026-11-25` */
export function addDays(day: string, days: number): string {
  return dayAt(numberOf(day) + days);
}

/** Every day from `from` to `to`, both included. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let n = numberOf(from); n <= numberOf(to); n++) days.push(dayAt(n));
  return days;
}

/** Writing a date out costs more than all else that a report does with it, so the last years' are remembered. */
const MOST = 20_000;
const names = new Map<number, string>();
const numbers = new Map<string, number>();
const labels = new Map<number, string>();

/** Days since 1970. */
function numberOf(day: string): number {
  return remembered(numbers, day, () => Math.round(dayStart(day) / DAY_MS));
}

function dayAt(n: number): string {
  return remembered(names, n, () => dayOf(n * DAY_MS));
}

/** The Monday of a day's week; 1 January 1970 was a Thursday. */
function mondayOf(n: number): number {
  return n - ((((n + 3) % 7) + 7) % 7);
}

function labelOf(monday: number): string {
  return remembered(labels, monday, () => weekOf(monday * DAY_MS));
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  if (known.size >= MOST) known.clear();
  known.set(key, made);
  return made;
}
