import { html, nothing, type TemplateResult } from 'lit';
import type { ReportOf } from '../../../report/types.js';
import { chartFigure } from '../charts/chart-figure.js';
import { spark } from '../charts/spark.js';
import { postsOf } from '../state/posts-of.js';
import type { Page, PageContext } from '../parts/context.js';
import { whenLoaded } from '../parts/loaded.js';
import { computedCell, hostOf, pageHead, valueOf } from '../parts/pieces.js';
import { table } from '../parts/table.js';
import { MOST_ROWS, tableFoot } from '../parts/table-foot.js';
import { shortDay } from '../words/days.js';
import { capital, count, index, percent, some } from '../words/numbers.js';

export const communities: Page = {
  title: () => 'Communities',
  // The list is of all of them, whichever one the other pages look at.
  view: (context) =>
    whenLoaded(context.report('communities', { community: undefined, limit: MOST_ROWS }), context, (report) =>
      view(report, context),
    ),
};

function view(report: ReportOf<'communities'>, context: PageContext): TemplateResult {
  const { rows, total } = report;
  const posts = rows.reduce((sum, row) => sum + postsOf(row), 0);
  const [first] = rows;
  const csv = context.csv('communities', { community: undefined });
  const list = table({
    caption: 'Communities, with their posts',
    rows,
    sort: { context, first: '-posts' },
    empty: 'Nothing was posted in these days.',
    columns: [
      {
        head: 'Community', key: 'name', by: ({ name }) => name, kind: 'name',
        cell: ({ name, country, community }) => html`<a href=${context.address('between', { community })}>${name}</a> <span class="soft">${country}</span><br /><span class="urn">${hostOf(community)}</span>`,
      },
      { head: 'Posts', key: 'posts', by: postsOf, numeric: true, cell: (row) => count(postsOf(row)) },
      { head: 'By week', kind: 'spark-cell', cell: ({ weekly }) => spark(weekly) },
      { head: 'Reuse ratio', key: 'ratio', by: ({ reuseRatio }) => valueOf(reuseRatio), numeric: true, cell: ({ reuseRatio }) => computedCell(reuseRatio, index) },
      { head: 'Items', key: 'items', by: ({ items }) => items, numeric: true, cell: ({ items }) => count(items) },
      { head: 'First post', key: 'first', by: ({ firstDay }) => firstDay, kind: 'day', wide: true, cell: ({ firstDay }) => shortDay(firstDay) },
      { head: 'Last post', key: 'last', by: ({ lastDay }) => lastDay, kind: 'day', cell: ({ lastDay }) => shortDay(lastDay) },
    ],
  }); // prettier-ignore
  return html`${pageHead(
    'Communities',
    first && posts > 0
      ? `${capital(some(total, 'community has', 'communities have'))} posted your content. ${first.name} made ${percent(postsOf(first) / posts)} of the ${count(posts)} posts. A name leads to that community’s weeks.`
      : 'Nothing was posted in these days.',
  )}
  ${
    first
      ? chartFigure({
          id: 'communities',
          title: 'Posts by community',
          isFirst: true,
          says: 'Exact counts of public posts. Larger communities post more: what they do with an item stands in the reuse ratio.',
          of: [report],
          csv,
          draw: ({ barChart }) =>
            barChart(
              rows.slice(0, 40).map((row) => ({
                label: row.name,
                value: postsOf(row),
                words: `${count(postsOf(row))} · ${percent(postsOf(row) / Math.max(1, posts))}`,
              })),
            ),
        })
      : nothing
  }
  ${first ? list : nothing} ${tableFoot(report, csv)}`;
}
