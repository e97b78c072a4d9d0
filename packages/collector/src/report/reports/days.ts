import type { ReportContext } from '../context.js';
import { daysOf } from '../formulas/weeks.js';
import { pageOf } from '../paging.js';
import { daily, NOTHING } from '../series.js';
import type { BodyOf } from '../types.js';

/** Every day, also those without a post: a chart needs no gaps filled. */
export async function days(context: ReportContext): Promise<BodyOf<'days'>> {
  const figures = await daily(context);
  const { from, to, lastDay = to } = context;
  const end = lastDay < to ? lastDay : to;
  const all = (from === undefined ? [] : daysOf(from, end)).map((day) => {
    const { shared, reshared, quoted } = figures.get(day) ?? NOTHING;
    return { day, shared, reshared, quoted };
  });
  const { rows, ...rest } = pageOf(all, ({ day }) => [day], context.query);
  return { rows: [...rows], ...rest };
}
