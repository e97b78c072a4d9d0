import { html, type TemplateResult } from 'lit';
import type { ReportOf, RowOf } from '../../../report/types.js';
import { chartFigure } from '../charts/chart-figure.js';
import type { Page, PageContext } from '../parts/context.js';
import { whenLoaded } from '../parts/loaded.js';
import { hostOf, pageHead } from '../parts/pieces.js';
import { table } from '../parts/table.js';
import { leftOut, MOST_ROWS } from '../parts/table-foot.js';
import { computedWords } from '../words/computed.js';
import { longDay, shortDay } from '../words/days.js';
import { capital, count, percent, some } from '../words/numbers.js';
import { nameOf } from './what-to-do.js';

const STATES = {
  holds: 'Holds the new list',
  'older-list': 'Holds an older list',
  'not-told': 'Has not said',
} as const;

export const recalls: Page = {
  title: () => 'Recalls',
  view: (context) =>
    whenLoaded(context.report('recalls', { limit: MOST_ROWS }), context, (report) => view(report, context)),
};

function view(report: ReportOf<'recalls'>, context: PageContext): TemplateResult {
  const { rows } = report;
  const open = rows.filter(({ heldBy, sharedIn }) => heldBy < sharedIn).length;
  return html`${pageHead(
      'Recalls',
      rows.length === 0
        ? 'No item has been withdrawn.'
        : open === 0
          ? `${capital(some(rows.length, 'item is', 'items are'))} withdrawn, and every community in which one was posted holds the list that says so.`
          : `${capital(some(rows.length, 'item is', 'items are'))} withdrawn; ${some(open, 'recall has', 'recalls have')} not come everywhere yet.`,
    )}
    ${leftOut(report) === '' ? '' : html`<p class="section-lead">${leftOut(report)}<a href=${context.csv('recalls')} download>Save as CSV</a></p>`}
    ${rows.map((row) => recall(row, report, context))}
    <aside class="aside" aria-labelledby="recall-note">
      <h2 id="recall-note">How to read this</h2>
      <p>
        Once a day each community says which of your status lists its server holds. From then on every card in it says
        that the item is withdrawn, in threads of any age, wherever the card runs. Coverage is the communities whose
        server holds such a list, of those in which the item was posted.
      </p>
      <p>
        It says nothing of who has read it. How many doctors saw a withdrawn card stands on the item’s page, as a crowd.
      </p>
    </aside>`;
}

function recall(row: RowOf<'recalls'>, report: ReportOf<'recalls'>, context: PageContext): TemplateResult {
  const { item, day, reason, heldBy, sharedIn, coverage, progress, communities, version } = row;
  const id = `recall-${item.replace(/[^a-z0-9-]+/gi, '-')}-${version}`;
  const missing = communities.filter(({ state }) => state !== 'holds');
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>
      <a href=${context.address('item', { item })}>${nameOf(row)}</a> <span class="soft">version ${version}</span>
    </h2>
    <p class="section-lead">
      Withdrawn on ${longDay(day)}${reason === undefined ? '.' : html`: <q>${reason}</q>`} Coverage is
      <strong>${computedWords(coverage, percent)}</strong>: ${heldBy} of ${some(sharedIn, 'community', 'communities')}.
      ${missing.length > 0 ? html`Ask ${missing.map(({ name }) => name).join(', ')}.` : ''}
    </p>
    ${
      sharedIn === 0
        ? ''
        : chartFigure({
            id,
            title: `Communities that hold the recall of ${nameOf(row)}`,
            untitled: true,
            says: finding(row),
            of: [row],
            csv: context.csv('recalls', { item }),
            draw: ({ recallChart }) => recallChart(row, report.filter.to ?? context.today),
            table: table({
              caption: 'Communities that hold the list, by day',
              rows: progress,
              empty: 'None holds it yet.',
              columns: [
                { head: 'Day', cell: (one) => shortDay(one.day), kind: 'day' },
                { head: 'Communities that hold it', numeric: true, cell: ({ held }) => count(held) },
              ],
            }),
          })
    }
    ${table({
      caption: `What each community holds of the recall of ${nameOf(row)}`,
      rows: [...communities].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)),
      empty: 'It was posted in no community.',
      columns: [
        {
          head: 'Community',
          kind: 'name',
          cell: ({ name, community }) => html`${name} <span class="urn">${hostOf(community)}</span>`,
        },
        { head: 'State', cell: ({ state }) => html`<span class=${`state ${state}`}>${STATES[state]}</span>` },
        { head: 'Since', kind: 'day', cell: ({ since }) => (since === null ? '' : shortDay(since)) },
        { head: 'Last said', kind: 'day', cell: ({ lastTold }) => (lastTold === null ? 'never' : shortDay(lastTold)) },
      ],
    })}
  </section>`;
}

const ORDER: readonly (keyof typeof STATES)[] = ['not-told', 'older-list', 'holds'];

function finding({ progress, sharedIn, day }: RowOf<'recalls'>): string {
  const first = progress.find((step) => step.day <= day) ?? progress[0];
  const last = progress.at(-1);
  if (!first || !last) return 'No community has said yet that it holds the list.';
  const onTheDay = first.day <= day ? `${first.held} of ${sharedIn} held it on the day itself. ` : '';
  return last.held >= sharedIn
    ? `${onTheDay}The last one has held it since ${shortDay(last.day)}.`
    : `${onTheDay}${last.held} hold it since ${shortDay(last.day)}; ${sharedIn - last.held} do not.`;
}
