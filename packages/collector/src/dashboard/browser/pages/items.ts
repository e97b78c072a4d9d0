import { html, type TemplateResult } from 'lit';
import type { ReportOf, RowOf } from '../../../report/types.js';
import { postsOf } from '../state/posts-of.js';
import { spark } from '../charts/spark.js';
import type { Page, PageContext } from '../parts/context.js';
import { whenLoaded } from '../parts/loaded.js';
import { computedCell, hostOf, pageHead, section, valueOf } from '../parts/pieces.js';
import { table, type Column } from '../parts/table.js';
import { MOST_ROWS, tableFoot } from '../parts/table-foot.js';
import { shortDay } from '../words/days.js';
import { capital, count, index, some } from '../words/numbers.js';
import { nameOf } from './what-to-do.js';

type Row = RowOf<'items'>;

export const items: Page = {
  title: () => 'Items',
  view(context) {
    return html`${whenLoaded(context.report('items', { limit: MOST_ROWS }), context, (report) => list(report, context))}
    ${section(
      'not-posted',
      'Not posted any more',
      whenLoaded(context.report('dead-content', { limit: MOST_ROWS }), context, (report) => dead(report, context)),
    )}`;
  },
};

function list(report: ReportOf<'items'>, context: PageContext): TemplateResult {
  const { rows, total } = report;
  const posts = rows.reduce((sum, row) => sum + postsOf(row), 0);
  return html`${pageHead(
    'Items',
    total === 0
      ? 'Nothing was posted in these days.'
      : `${capital(some(total, 'item was', 'items were'))} posted, ${count(posts)} times in all. A heading sorts the table; an item’s name leads to its page.`,
  )}
  ${table({
    caption: 'Items, with their posts and how long they are reused',
    columns: columnsOf(context),
    rows,
    sort: { context, first: '-posts' },
    empty: 'Nothing was posted in these days.',
  })}
  ${tableFoot(report, context.csv('items'))}`;
}

function columnsOf(context: PageContext): Column<Row>[] {
  return [
    {
      head: 'Item',
      key: 'name',
      by: nameOf,
      kind: 'name',
      cell: (row) => html`<a href=${context.address('item', { item: row.item })}>${nameOf(row)}</a>`,
    },
    { head: 'Posts', key: 'posts', by: postsOf, numeric: true, cell: (row) => count(postsOf(row)) },
    { head: 'By week', cell: ({ weekly }) => spark(weekly), kind: 'spark-cell' },
    { head: 'Always-on index', key: 'always-on', by: ({ alwaysOn }) => valueOf(alwaysOn), numeric: true, cell: ({ alwaysOn }) => computedCell(alwaysOn, index) },
    { head: 'Reuse ratio', key: 'ratio', by: ({ reuseRatio }) => valueOf(reuseRatio), numeric: true, cell: ({ reuseRatio }) => computedCell(reuseRatio, index) },
    { head: 'Half-life, days', key: 'half-life', by: ({ halfLife }) => valueOf(halfLife), numeric: true, cell: ({ halfLife }) => computedCell(halfLife, count) },
    { head: 'Shared', key: 'shared', by: ({ shared }) => shared, numeric: true, wide: true, cell: ({ shared }) => count(shared) },
    { head: 'Reshared', key: 'reshared', by: ({ reshared }) => reshared, numeric: true, wide: true, cell: ({ reshared }) => count(reshared) },
    { head: 'Quoted', key: 'quoted', by: ({ quoted }) => quoted, numeric: true, wide: true, cell: ({ quoted }) => count(quoted) },
    { head: 'Communities', key: 'communities', by: ({ communities }) => communities, numeric: true, wide: true, cell: ({ communities }) => communities },
  ]; // prettier-ignore
}

function dead(report: ReportOf<'dead-content'>, context: PageContext): TemplateResult {
  const { rows, days, catalogue, total } = report;
  if (catalogue.state === 'unknown')
    return html`<p>
      The collector has not read the catalogue of ${hostOf(context.publisher.origin)} yet, so it knows only of items
      that were posted.
    </p>`;
  return html`<p class="section-lead">
      Published, not withdrawn, and not posted for ${days} days: ${count(total)} of the
      ${some(catalogue.items, 'item', 'items')} in your catalogue as of ${shortDay(catalogue.asOf)}.
    </p>
    ${table({
      caption: `Items not posted for ${days} days`,
      empty: `Every item was posted within ${days} days.`,
      rows,
      columns: [
        {
          head: 'Item',
          kind: 'name',
          cell: (row) => html`<a href=${context.address('item', { item: row.item })}>${nameOf(row)}</a>`,
        },
        { head: 'Version', numeric: true, cell: ({ version }) => version },
        { head: 'Published', cell: ({ since }) => shortDay(since), kind: 'day' },
        { head: 'Last posted', cell: ({ lastDay }) => (lastDay === null ? 'never' : shortDay(lastDay)), kind: 'day' },
        { head: 'Days since', numeric: true, cell: ({ silentDays }) => count(silentDays) },
      ],
    })}
    ${tableFoot(report, context.csv('dead-content'))}`;
}
