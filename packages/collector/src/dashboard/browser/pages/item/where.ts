import { html, nothing, type TemplateResult } from 'lit';
import type { ReportOf, RowOf } from '../../../../report/types.js';
import type { PageContext } from '../../parts/context.js';
import { table } from '../../parts/table.js';
import { tableFoot } from '../../parts/table-foot.js';
import { postsOf } from '../../state/posts-of.js';
import { shortDay } from '../../words/days.js';
import { count, percent } from '../../words/numbers.js';

/** Which of its versions were posted, and whether old ones still are. */
export function versions(report: ReportOf<'versions'>, context: PageContext): TemplateResult {
  const { rows } = report;
  const only = { item: context.place.item };
  const stale = context.report('stale-versions', only);
  const [old] = stale.state === 'ready' ? stale.value.rows : [];
  return html`${
    old && old.staleShare.state === 'computed'
      ? html`<p class="section-lead">
          Since version ${old.current} is there (${shortDay(old.since)}), ${percent(old.staleShare.value)} of the posts
          were of an older one: ${count(old.staleSince)} of ${count(old.postsSince)}.
        </p>`
      : nothing
  }
  ${table<RowOf<'versions'>>({
    caption: 'Versions of this item',
    rows,
    empty: 'Nothing was posted in these days.',
    columns: [
      {
        head: 'Version',
        cell: ({ version, current }) => html`${version}${current ? html` <span class="soft">current</span>` : nothing}`,
      },
      { head: 'Posts', numeric: true, cell: (row) => count(postsOf(row)) },
      { head: 'Shared', numeric: true, cell: ({ shared }) => count(shared) },
      { head: 'Reshared', numeric: true, cell: ({ reshared }) => count(reshared) },
      { head: 'Quoted', numeric: true, cell: ({ quoted }) => count(quoted) },
      { head: 'First posted', kind: 'day', cell: ({ firstDay }) => shortDay(firstDay) },
      { head: 'Last posted', kind: 'day', cell: ({ lastDay }) => shortDay(lastDay) },
    ],
  })}
  ${tableFoot(report, context.csv('versions', only))}`;
}

/** In which communities it was posted. */
export function where(report: ReportOf<'communities'>, context: PageContext): TemplateResult {
  return html`${table({
    caption: 'Communities in which this item was posted',
    rows: report.rows,
    empty: 'Nothing was posted in these days.',
    columns: [
      {
        head: 'Community',
        kind: 'name',
        cell: ({ name, country }) => html`${name} <span class="soft">${country}</span>`,
      },
      { head: 'Posts', numeric: true, cell: (row) => count(postsOf(row)) },
      { head: 'First posted', kind: 'day', cell: ({ firstDay }) => shortDay(firstDay) },
      { head: 'Last posted', kind: 'day', cell: ({ lastDay }) => shortDay(lastDay) },
    ],
  })}
  ${tableFoot(report, context.csv('communities', { item: context.place.item }))}`;
}
