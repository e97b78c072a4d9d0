import type { Campaign } from '../store/campaigns.js';
import type { DepthFigures } from '../store/cells.js';
import type { MarkedWeek } from './formulas/always-on.js';
import { placeIn, weeksOf, type Week } from './formulas/weeks.js';
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

/** Public posts by day, under the report's filters. */
export async function daily({ store, publisher: { origin }, query, from, to }: ReportContext): Promise<Daily> {
  const { item, community } = query;
  const range = { from, to };
  const rows =
    item !== undefined && community !== undefined
      ? await store.cells.days(origin, { ...range, item, community })
      : item !== undefined
        ? await store.counters.itemDays(origin, { ...range, item })
        : community !== undefined
          ? await store.counters.communityDays(origin, { ...range, community })
          : await store.counters.days(origin, range);
  return dailyOf(rows);
}

export function dailyOf(rows: readonly (Figures & { readonly day: string })[]): Map<string, Figures> {
  const days = new Map<string, Figures>();
  for (const row of rows) put(days, row);
  return days;
}

/** Rows of several items or communities → each one's own days. */
export function dailyBy<K extends 'item' | 'community'>(
  key: K,
  rows: readonly (Figures & { readonly day: string } & Readonly<Record<K, string>>)[],
): Map<string, Map<string, Figures>> {
  const groups = new Map<string, Map<string, Figures>>();
  for (const row of rows) {
    let own = groups.get(row[key]);
    if (!own) groups.set(row[key], (own = new Map()));
    put(own, row);
  }
  return groups;
}

/** A day mostly has one row; a community that moved to another country has two. */
function put(days: Map<string, Figures>, row: Figures & { readonly day: string }): void {
  const known = days.get(row.day);
  days.set(row.day, known ? add(known, row) : row);
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
  const sums = weeks.map(() => ({ shared: 0, reshared: 0, quoted: 0 }));
  for (const [day, figures] of days) {
    const sum = sums[placeIn(weeks, day)];
    if (!sum) continue;
    sum.shared += figures.shared;
    sum.reshared += figures.reshared;
    sum.quoted += figures.quoted;
  }
  return sums;
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

function least(days: Iterable<string>): string | undefined {
  let first: string | undefined;
  for (const day of days) if (first === undefined || day < first) first = day;
  return first;
}
