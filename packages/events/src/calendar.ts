/** Days and weeks in UTC, as the relay stamps them. No client clock counts. */

const DAY_MS = 86_400_000;

/** Milliseconds since 1970 → `2026-11-22`. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** `2026-11-22` → milliseconds since 1970 at its first moment. */
export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day after. */
export function nextDay(day: string): string {
  return dayOf(dayStart(day) + DAY_MS);
}

/** Milliseconds since 1970 → ISO 8601 week such as `2026-W47`: Monday to Sunday, week 1 holds the year's first Thursday. */
export function weekOf(ms: number): string {
  const midnight = ms - (ms % DAY_MS);
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
  const thursday = new Date(midnight + (3 - weekday) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** `2026-W47` → milliseconds since 1970 at the first moment of its Monday; NaN when it is no week. */
export function weekStart(week: string): number {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  const january4 = Date.UTC(Number(year), 0, 4); // Always in week 1.
  const weekday = (new Date(january4).getUTCDay() + 6) % 7;
  return january4 + ((Number(number) - 1) * 7 - weekday) * DAY_MS;
}

/** The week after. */
export function nextWeek(week: string): string {
  return weekOf(weekStart(week) + 7 * DAY_MS);
}
