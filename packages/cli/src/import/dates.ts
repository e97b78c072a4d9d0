/** `20140113`, or parts of a date → `2014-01-13`; undefined where the source does not state a whole, real day. */
export function fullDate(compact: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})/.exec(compact ?? '');
  return parts === null ? undefined : isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1000 ? date.toISOString().slice(0, 10) : undefined;
}
