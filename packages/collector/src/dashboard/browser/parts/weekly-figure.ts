import { html, nothing, type TemplateResult } from 'lit';
import type { ReportOf, WeekPoint } from '../../../report/types.js';
import { chartFigure } from '../charts/chart-figure.js';
import type { Moment, Window } from '../charts/weekly.js';
import { postsOf } from '../state/posts-of.js';
import { daySpan, mondayOf, plusDays, shortDay } from '../words/days.js';
import { count, some } from '../words/numbers.js';
import { valueOf } from './pieces.js';
import { table } from './table.js';

export interface WeeklyFigure {
  readonly id: string;
  readonly report: ReportOf<'always-on'>;
  readonly csv: string;
  readonly moments?: readonly Moment[] | undefined;
  readonly title?: string | undefined;
  readonly isFirst?: boolean | undefined;
}

/** Posts by week with the campaign windows behind them; the same on the first page, on an item's, and beside the calendar. */
export function weeklyFigure({
  id,
  report,
  csv,
  moments,
  title = 'Posts by week',
  isFirst,
}: WeeklyFigure): TemplateResult {
  const { weeks, medianInside, medianOutside, peak } = report;
  const windows = once(report.windows);
  return html`${chartFigure({
    id,
    title,
    says: finding(report),
    // What happened to an item may come later than its posts.
    of: [report, ...(moments ?? []).map(({ day, words }) => `${day} ${words}`)],
    csv,
    isFirst,
    draw: ({ weeklyChart }) =>
      weeklyChart({
        weeks,
        windows,
        peak,
        moments,
        outside: valueOf(medianOutside),
        inside: windows.length === 0 ? undefined : valueOf(medianInside),
      }),
    note: html`${
      windows.length === 0
        ? nothing
        : html`<ol class="windows-key">
            ${windows.map(({ name, from, to }) => html`<li>${name} <span class="soft">${daySpan(from, to)}</span></li>`)}
          </ol>`
    }${weeks.some(({ counted }) => !counted) ? html`<p>A dashed bar is a week that is not whole, or before the first post: it enters no figure.</p>` : nothing}`,
    table: table<WeekPoint>({
      caption: `${title}, with the campaign windows that touch each week`,
      rows: [...weeks].reverse(),
      columns: [
        { head: 'Week from', cell: ({ from }) => shortDay(from), kind: 'day' },
        { head: 'Posts', numeric: true, cell: (week) => count(postsOf(week)) },
        { head: 'Shared', numeric: true, cell: ({ shared }) => count(shared) },
        { head: 'Reshared', numeric: true, cell: ({ reshared }) => count(reshared) },
        { head: 'Quoted', numeric: true, cell: ({ quoted }) => count(quoted) },
        {
          head: 'Campaign windows',
          cell: ({ windows: names, counted }) =>
            `${[...new Set(names)].join('; ')}${counted ? '' : names.length > 0 ? ' (not whole)' : 'Not whole'}`,
        },
      ],
    }),
  })}`;
}

/** A campaign about several items has a window for each: drawn, they are one. */
function once(windows: readonly Window[]): Window[] {
  return [...new Map(windows.map((window) => [`${window.from} ${window.to} ${window.name}`, window])).values()];
}

function finding({ medianInside, medianOutside, peak, weeksOutside, weeksInside }: ReportOf<'always-on'>): string {
  const outside = valueOf(medianOutside);
  const inside = valueOf(medianInside);
  const sentences: string[] = [];
  if (outside !== undefined)
    sentences.push(
      `Over ${some(weeksOutside, 'week', 'weeks')} between campaigns, half brought ${count(outside)} posts or more`,
    );
  if (inside !== undefined)
    sentences.push(`over ${some(weeksInside, 'week', 'weeks')} that a campaign touched, ${count(inside)}`);
  const usual = sentences.length === 0 ? '' : `${sentences.join('; ')}. `.replace(/^o/, 'O');
  return peak === null
    ? usual.trim()
    : `${usual}The busiest week, ${daySpan(mondayOf(peak.week), plusDays(mondayOf(peak.week), 6))}, had ${count(peak.posts)}.`;
}
