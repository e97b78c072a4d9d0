import { nextWeek } from '@pullquote/events';
import type { ReportContext } from '../context.js';
import { figureOf, group } from '../crowd-totals.js';
import { pageOf } from '../paging.js';
import type { BodyOf } from '../types.js';

/** Every fact code that was released, week by week: between the first and the last one, also the weeks without a figure. */
export async function crowd({ store, publisher, query, weeks }: ReportContext): Promise<BodyOf<'crowd'>> {
  const sums = await store.crowdSums.weeks(publisher.origin, {
    ...weeks,
    item: query.item,
    community: query.community,
  });
  const told = sums.map(({ week }) => week).sort();
  const axis = weeksBetween(told[0], told.at(-1));
  const all = [...group(sums, ({ fact }) => fact)].map(([fact, amounts]) => ({ fact, amounts }));
  const page = pageOf(all, ({ fact }) => [fact], query);
  return {
    rows: page.rows.map(({ fact, amounts }) => {
      const byWeek = group(amounts, ({ week }) => week);
      return {
        fact,
        doctors: figureOf(amounts),
        weeks: axis.map((week) => ({ week, doctors: figureOf(byWeek.get(week) ?? []) })),
      };
    }),
    total: page.total,
    next: page.next,
  };
}

function weeksBetween(first: string | undefined, last: string | undefined): string[] {
  const weeks: string[] = [];
  if (first === undefined || last === undefined) return weeks;
  for (let week = first; week <= last; week = nextWeek(week)) weeks.push(week);
  return weeks;
}
