const DAY_MS = 86_400_000;
/** Made when the first date is written: a page that waits for its script waits for every format that it makes. */
const parts = (options: Intl.DateTimeFormatOptions) => {
  let made: Intl.DateTimeFormat | undefined;
  return {
    format: (date: Date) => (made ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })).format(date),
  };
};
const LONG = parts({ day: 'numeric', month: 'long', year: 'numeric' });
const SHORT = parts({ day: 'numeric', month: 'short', year: 'numeric' });
const NO_YEAR = parts({ day: 'numeric', month: 'short' });
const MONTH = parts({ month: 'short' });

/** Midnight UTC. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** 24 August 2026 */
export function longDay(day: string): string {
  return LONG.format(dateOf(day));
}

/** 24 Aug 2026 */
export function shortDay(day: string): string {
  return SHORT.format(dateOf(day));
}

/** 24 Aug */
export function dayAndMonth(day: string): string {
  return NO_YEAR.format(dateOf(day));
}

/** `27–30 Mar 2026`, `29 May – 2 Jun 2026` */
export function daySpan(from: string, to: string): string {
  if (from === to) return shortDay(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dateOf(from).getUTCDate()}–${shortDay(to)}`;
  return `${from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(from) : shortDay(from)} – ${shortDay(to)}`;
}

/** For an axis: `Jan 2026` where a year begins, else `Feb`. */
export function monthTick(date: Date): string {
  const month = MONTH.format(date);
  return date.getUTCMonth() === 0 ? `${month}\n${date.getUTCFullYear()}` : month;
}

export function plusDays(day: string, n: number): string {
  return new Date(dateOf(day).getTime() + n * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of a week such as `2026-W19` (ISO 8601). */
export function mondayOf(week: string): string {
  const [year = 0, n = 1] = week.split('-W').map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS + (n - 1) * 7 * DAY_MS;
  return new Date(monday).toISOString().slice(0, 10);
}
