import type { Campaign } from '../store/campaigns.js';
import type { CellSum, DepthFigures } from '../store/cells.js';
import type { MarkedWeek } from './formulas/always-on.js';
import { weeksOf, type Week } from './formulas/weeks.js';
import type { ReportContext } from './context.js';
import type { Figures, WeekPoint } from './types.js';
import { windowsOf } from './windows.js';

export const NOTHING: Figures = { shared: 0, reshared: 0, quoted: 0 };

export type Daily = ReadonlyMap<string, Figures>;

export function postsOf({ shared, reshared, quoted }: Figures): number {
  return shared + reshared + quoted;
}

export function add(a: Figures, b: Figures): Figures {
  return { shared: a.shared + b.shared, reshared: a.reshared + b.reshared, quoted: a.quoted + b.quoted };
}

/** Depths summed up. */
export function figuresOf({ shared, reshared2, reshared3, quoted1, quoted2, quoted3 }: DepthFigures): Figures {
  return { shared, reshared: reshared2 + reshared3, quoted: quoted1 + quoted2 + quoted3 };
}

/** Public posts by day, under the report's item and community. @param from a first day other than the report's; null for the very first */
export async function daily(
  { store, publisher: { origin }, query: { item, community }, from, to }: ReportContext,
  first: string | null | undefined = from,
): Promise<Daily> {
  const range = { ...(first === null || first === undefined ? {} : { from: first }), to };
  const rows =
    item !== undefined && community !== undefined
      ? (await store.cells.sums(origin, { ...range, item, community }, ['day'])).map((row) => ({
          ...figuresOf(row),
          day: row.day,
        }))
      : item !== undefined
        ? await store.counters.itemDays(origin, { ...range, item })
        : community !== undefined
          ? await store.counters.communityDays(origin, { ...range, community })
          : await store.counters.days(origin, range);
  return dailyOf(rows);
}

export function dailyOf(rows: readonly (Figures & { readonly day: string })[]): Map<string, Figures> {
  const days = new Map<string, Figures>();
  for (const { day, shared, reshared, quoted } of rows)
    days.set(day, add(days.get(day) ?? NOTHING, { shared, reshared, quoted }));
  return days;
}

/** Rows of several items or communities → each one's own days. */
export function dailyBy<K extends 'item' | 'community'>(
  key: K,
  rows: readonly (Figures & { readonly day: string } & Readonly<Record<K, string>>)[],
): Map<string, Map<string, Figures>> {
  const groups = new Map<string, Map<string, Figures>>();
  for (const row of rows) {
    const own = groups.get(row[key]) ?? new Map<string, Figures>();
    const { day, shared, reshared, quoted } = row;
    own.set(day, add(own.get(day) ?? NOTHING, { shared, reshared, quoted }));
    groups.set(row[key], own);
  }
  return groups;
}

export function asDays<D extends 'item' | 'community'>(
  rows: readonly CellSum<D | 'day'>[],
): (Figures & Pick<CellSum<D | 'day'>, D | 'day'>)[] {
  return rows.map((row) => ({ ...row, ...figuresOf(row) }));
}

export function sum(days: Daily): Figures {
  return [...days.values()].reduce(add, NOTHING);
}

/**
 * The weeks of an index. They begin with the first post of what is asked about, so that what was not yet published is no silence, and
 * end with the last day that the publisher was told anything of, so that a day under way is none either.
 */
export function indexWeeks(days: Daily, { from, to, lastDay }: Pick<ReportContext, 'from' | 'to' | 'lastDay'>): Week[] {
  const first = least(days.keys());
  if (first === undefined || from === undefined || lastDay === undefined) return [];
  return weeksOf(first > from ? first : from, lastDay < to ? lastDay : to).filter(({ complete }) => complete);
}

export function weekly(days: Daily, weeks: readonly Week[]): Figures[] {
  const sums = new Map(weeks.map(({ week }) => [week, NOTHING]));
  const ordered = [...weeks];
  for (const [day, figures] of days) {
    const week = find(ordered, day);
    if (week) sums.set(week.week, add(sums.get(week.week) ?? NOTHING, figures));
  }
  return weeks.map(({ week }) => sums.get(week) ?? NOTHING);
}

export function markedWeeks(days: Daily, weeks: readonly Week[], campaigns: readonly Campaign[]): MarkedWeek[] {
  const figures = weekly(days, weeks);
  return weeks.map((week, i) => ({
    week: week.week,
    posts: postsOf(figures[i] ?? NOTHING),
    inside: windowsOf(week, campaigns).length > 0,
  }));
}

/** Every week that the report touches, for a chart. */
export function weekPoints(days: Daily, context: ReportContext, campaigns: readonly Campaign[]): WeekPoint[] {
  if (context.from === undefined) return [];
  const counted = new Set(indexWeeks(days, context).map(({ week }) => week));
  const end = context.lastDay !== undefined && context.lastDay < context.to ? context.lastDay : context.to;
  const weeks = weeksOf(context.from, end);
  const figures = weekly(days, weeks);
  return weeks.map((week, i) => ({
    week: week.week,
    from: week.from,
    counted: counted.has(week.week),
    ...(figures[i] ?? NOTHING),
    windows: windowsOf(week, campaigns).map(({ name }) => name),
  }));
}

/** Weeks are in order and touch one another: the day's place is found by counting. */
function find(weeks: readonly Week[], day: string): Week | undefined {
  let low = 0;
  let high = weeks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const week = weeks[middle];
    if (!week) return undefined;
    if (day < week.from) high = middle - 1;
    else if (day > week.to) low = middle + 1;
    else return week;
  }
  return undefined;
}

function least(days: Iterable<string>): string | undefined {
  let first: string | undefined;
  for (const day of days) if (first === undefined || day < first) first = day;
  return first;
}
