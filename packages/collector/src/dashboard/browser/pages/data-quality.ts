import { html, nothing, type TemplateResult } from 'lit';
import type { ReportOf } from '../../../report/types.js';
import { chartFigure } from '../charts/chart-figure.js';
import type { Page, PageContext } from '../parts/context.js';
import { crowdFigure } from '../parts/crowd-figure.js';
import { crowdNote } from '../parts/crowd-note.js';
import { whenLoaded } from '../parts/loaded.js';
import { hostOf, pageHead, section } from '../parts/pieces.js';
import { table } from '../parts/table.js';
import { leftOut, MOST_ROWS, tableFoot } from '../parts/table-foot.js';
import { computedWords } from '../words/computed.js';
import { shortDay } from '../words/days.js';
import { capital, count, percent, some } from '../words/numbers.js';
import { nameOf } from './what-to-do.js';

const STATES = { reporting: 'Reports', silent: 'Silent', 'never-reported': 'Has never reported' } as const;

export const dataQuality: Page = {
  title: () => 'Data quality',
  view: (context) =>
    html`${whenLoaded(context.report('data-quality'), context, (report) => html`${head(report)}${silent(report, context)}${refused(report, context)}`)}
    ${section(
      'stale',
      'Old versions in circulation',
      whenLoaded(context.report('stale-versions', { limit: MOST_ROWS }), context, (report) => stale(report, context)),
    )}
    ${section(
      'blocked',
      'Shares that a rule kept back',
      whenLoaded(context.report('blocked', { limit: MOST_ROWS }), context, (report) => blocked(report, context)),
    )}
    ${whenLoaded(context.report('blocked', { limit: MOST_ROWS }), context, ({ rows }) => crowdNote(rows.map(({ doctors }) => doctors)))}`,
};

function head({ communities, refusedTotal, silentAfter }: ReportOf<'data-quality'>): TemplateResult {
  const quiet = communities.filter(({ state }) => state !== 'reporting');
  const told =
    communities.length === 0
      ? 'No community is trusted yet.'
      : quiet.length === 0
        ? `All ${some(communities.length, 'community', 'communities')} reported within the last ${silentAfter} days.`
        : `${quiet.map(({ name }) => name).join(', ')} ${quiet.length === 1 ? 'says' : 'say'} nothing any more: what is posted there is missing from every figure.`;
  return pageHead(
    'Data quality',
    html`<p>
      Can you rely on the figures? ${told}
      ${refusedTotal === 0 ? 'Nothing was refused.' : `${capital(some(refusedTotal, 'event or batch was', 'events and batches were'))} refused.`}
    </p>`,
  );
}

function silent({ communities, silentAfter }: ReportOf<'data-quality'>, _: PageContext): TemplateResult {
  return section(
    'silent',
    'Who reports',
    table({
      caption: 'Communities, with the last day of which they reported anything',
      empty: 'No community is trusted yet.',
      rows: [...communities].sort((a, b) => (b.silentDays ?? Infinity) - (a.silentDays ?? Infinity)),
      columns: [
        {
          head: 'Community',
          kind: 'name',
          cell: ({ name, country, community }) =>
            html`${name} <span class="soft">${country}</span> <span class="urn">${hostOf(community)}</span>`,
        },
        {
          head: 'State',
          cell: ({ state, trusted }) =>
            html`<span class=${`state ${state}`}>${STATES[state]}</span
              >${trusted ? nothing : html` <span class="soft">not trusted any more</span>`}`,
        },
        { head: 'Last heard of', kind: 'day', cell: ({ lastDay }) => (lastDay === null ? 'never' : shortDay(lastDay)) },
        { head: 'Days since', numeric: true, cell: ({ silentDays }) => (silentDays === null ? '' : count(silentDays)) },
      ],
    }),
    `A community is silent when ${silentAfter} days have passed without a post, a crowd figure or word of a status list.`,
  );
}

function refused(report: ReportOf<'data-quality'>, context: PageContext): TemplateResult {
  const { refusedByCode, refusedTotal, refused: rows, communities } = report;
  const names = new Map(communities.map(({ community, name }) => [community, name]));
  return section(
    'refused',
    'Refused, by reason',
    refusedTotal === 0
      ? html`<p class="none">Nothing was refused.</p>`
      : chartFigure({
          id: 'refused',
          title: 'Refused events and batches, by reason',
          untitled: true,
          says: 'Each was answered with its reason, so its sender can mend it. None of them is in any figure.',
          of: [report],
          csv: context.csv('data-quality'),
          draw: ({ barChart }) =>
            barChart(refusedByCode.map(({ words, n }) => ({ label: words, value: n, words: count(n) }))),
          table: table({
            caption: 'Refused events and batches, by day and community',
            rows,
            columns: [
              { head: 'Day', kind: 'day', cell: ({ day }) => shortDay(day) },
              {
                head: 'From',
                cell: ({ community }) =>
                  community === 'unknown' ? 'a sender not proved' : (names.get(community) ?? hostOf(community)),
              },
              { head: 'Reason', cell: ({ words, code }) => html`${words} <span class="soft">${code}</span>` },
              { head: 'Times', numeric: true, cell: ({ n }) => count(n) },
            ],
          }),
        }),
  );
}

function stale(report: ReportOf<'stale-versions'>, context: PageContext): TemplateResult {
  return html`<p class="section-lead">
      Posts of an older version, since the current one is there. Their cards say that there is a newer version.
    </p>
    ${table({
      caption: 'Items whose older versions are still posted',
      rows: [...report.rows].sort((a, b) => b.staleSince - a.staleSince),
      empty: 'No older version was posted since its newer one is there.',
      columns: [
        {
          head: 'Item',
          kind: 'name',
          cell: (row) => html`<a href=${context.address('item', { item: row.item })}>${nameOf(row)}</a>`,
        },
        { head: 'Current version', numeric: true, cell: ({ current }) => current },
        { head: 'Since', kind: 'day', cell: ({ since }) => shortDay(since) },
        { head: 'Older posts since', numeric: true, cell: ({ staleSince }) => count(staleSince) },
        { head: 'Part of all since', numeric: true, cell: ({ staleShare }) => computedWords(staleShare, percent) },
        {
          head: 'Latest of them',
          kind: 'day',
          cell: ({ lastStaleDay }) => (lastStaleDay === null ? '' : shortDay(lastStaleDay)),
        },
      ],
    })}
    ${tableFoot(report, context.csv('stale-versions'))}`;
}

function blocked(report: ReportOf<'blocked'>, context: PageContext): TemplateResult {
  const { rows } = report;
  if (rows.length === 0) return html`<p class="none">No such figure was released.</p>`;
  return crowdFigure({
    id: 'blocked',
    title: 'Doctors who were kept from sharing, by rule',
    says: `${leftOut(report)}A rule that keeps many back is worth a look at the item’s record: the linter’s list says what each one wants.`,
    of: [report],
    csv: context.csv('blocked'),
    head: 'Rule',
    rows: rows.map(({ rule, doctors, items }) => ({
      label: `${rule} · ${some(items.length, 'item', 'items')}`,
      value: doctors,
    })),
  });
}
