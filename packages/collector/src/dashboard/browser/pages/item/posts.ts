import { html, type TemplateResult } from 'lit';
import type { ReportOf } from '../../../../report/types.js';
import { chartFigure } from '../../charts/chart-figure.js';
import type { Moment } from '../../charts/weekly.js';
import type { PageContext } from '../../parts/context.js';
import { valueOf } from '../../parts/pieces.js';
import { table } from '../../parts/table.js';
import { weeklyFigure } from '../../parts/weekly-figure.js';
import { postsOf } from '../../state/posts-of.js';
import { computedWords } from '../../words/computed.js';
import { shortDay } from '../../words/days.js';
import { count, percent } from '../../words/numbers.js';

const DEPTHS = { 1: 'A first post', 2: 'A reshare of a post', 3: 'Anything deeper' } as const;

/** Its posts by week, with what happened to it where it happened. */
export function timeline(report: ReportOf<'always-on'>, context: PageContext): TemplateResult {
  if (report.weeks.length === 0) return html``;
  const { item: urn } = context.place;
  const only = { item: urn };
  const moments: Moment[] = [];
  const known = context.report('versions', only);
  if (known.state === 'ready')
    for (const { version, firstDay } of known.value.rows)
      if (version > 1) moments.push({ day: firstDay, words: `version ${version}` });
  const recalls = context.report('recalls', only);
  if (recalls.state === 'ready')
    for (const { item: one, day } of recalls.value.rows) if (one === urn) moments.push({ day, words: 'withdrawn' });
  return weeklyFigure({ id: 'item-by-week', report, csv: context.csv('always-on', only), moments, isFirst: true });
}

/** How many of its posts pass on a post. */
export function depth(report: ReportOf<'depth'>, context: PageContext): TemplateResult {
  const { rows } = report;
  const posts = rows.reduce((sum, row) => sum + postsOf(row), 0);
  if (posts === 0) return html`<p class="none">Nothing was posted in these days.</p>`;
  const [, second, third] = rows;
  const deeper = (second ? postsOf(second) : 0) + (third ? postsOf(third) : 0);
  return chartFigure({
    id: 'depth',
    title: 'Posts by depth',
    says: `${percent(deeper / posts)} of its posts pass on a post that was there before.`,
    of: [report],
    csv: context.csv('depth', { item: context.place.item }),
    draw: ({ barChart }) =>
      barChart(
        rows.map((row) => ({
          label: DEPTHS[row.depth],
          value: postsOf(row),
          words: `${count(postsOf(row))}${row.share.state === 'computed' ? ` · ${percent(row.share.value)}` : ''}`,
        })),
      ),
    table: table({
      caption: 'Posts by depth',
      rows,
      columns: [
        { head: 'Depth', cell: (row) => `${row.depth} ${DEPTHS[row.depth]}` },
        { head: 'Posts', numeric: true, cell: (row) => count(postsOf(row)) },
        { head: 'Shared', numeric: true, cell: ({ shared }) => count(shared) },
        { head: 'Reshared', numeric: true, cell: ({ reshared }) => count(reshared) },
        { head: 'Quoted', numeric: true, cell: ({ quoted }) => count(quoted) },
        { head: 'Part', numeric: true, cell: ({ share }) => computedWords(share, percent) },
      ],
    }),
  });
}

/** How long it is posted after its first day. */
export function halfLife(report: ReportOf<'half-life'>, context: PageContext): TemplateResult {
  const [row] = report.rows;
  if (!row) return html`<p class="none">Nothing was posted in these days.</p>`;
  const { curve, halfLife: half, firstDay } = row;
  const all = curve.at(-1) ?? 0;
  return chartFigure({
    id: 'half-life',
    title: 'Posts in its first 90 days',
    says:
      half.state === 'computed'
        ? `By day ${half.value}, half of the ${count(all)} posts of its first 90 days had been made. Day 1 is ${shortDay(firstDay)}.`
        : `There is no half-life yet: ${computedWords(half, count)}. Day 1 is ${shortDay(firstDay)}.`,
    of: [report],
    csv: context.csv('half-life', { item: context.place.item }),
    draw: ({ halfLifeChart }) => halfLifeChart(curve, valueOf(half)),
    table: table({
      caption: 'Posts up to the end of each day',
      rows: curve.map((posts, i) => ({ day: i + 1, posts, new: posts - (curve[i - 1] ?? 0) })),
      columns: [
        { head: 'Day', cell: ({ day }) => day },
        { head: 'Posts so far', numeric: true, cell: ({ posts }) => count(posts) },
        { head: 'On that day', numeric: true, cell: (one) => count(one.new) },
        {
          head: 'Part of 90 days',
          numeric: true,
          cell: ({ posts }) => (half.state === 'computed' && all > 0 ? percent(posts / all) : ''),
        },
      ],
    }),
  });
}
