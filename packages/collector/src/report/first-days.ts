import type { ReportContext } from './context.js';
import { HALF_LIFE_DAYS, halfLife, type HalfLife } from './formulas/half-life.js';
import { addDays, daysOf } from './formulas/weeks.js';
import { NOTHING, postsOf, type Daily } from './series.js';

/**
 * Half-life of one item, as it stood at the end of the report: its first 90 days count, wherever the report begins.
 * @param days all of its days up to the report's last one
 */
export function firstDays(days: Daily, { to, lastDay = to }: Pick<ReportContext, 'to' | 'lastDay'>): HalfLife {
  const first = [...days.keys()].sort()[0];
  if (first === undefined) return halfLife([]);
  const end = [addDays(first, HALF_LIFE_DAYS - 1), to, lastDay].sort()[0] ?? to;
  return halfLife(daysOf(first, end).map((day) => postsOf(days.get(day) ?? NOTHING)));
}
