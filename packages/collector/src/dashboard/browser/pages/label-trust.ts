import { html, type TemplateResult } from 'lit';
import type { ReportOf } from '../../../report/types.js';
import type { Page, PageContext } from '../parts/context.js';
import { rateFigure } from '../parts/crowd-figure.js';
import { crowdNote } from '../parts/crowd-note.js';
import { forecastTable } from '../parts/forecast.js';
import { whenLoaded } from '../parts/loaded.js';
import { pageHead } from '../parts/pieces.js';
import { leftOut, MOST_ROWS } from '../parts/table-foot.js';
import { crowdWords, rateWords } from '../words/crowds.js';
import { nameOf } from './what-to-do.js';

const RATES = {
  expansion: { name: 'Source label', did: 'Opened the source label', why: 'They wanted to know whose content it is.' },
  pi: {
    name: 'Prescribing information',
    did: 'Opened the prescribing information',
    why: 'Only promotional items have it one click away.',
  },
  citation: { name: 'Citations', did: 'Opened a citation', why: 'They checked what it rests on.' },
  source: { name: 'Source', did: 'Opened the source', why: 'They went on to your own page.' },
} as const;
type Rate = keyof typeof RATES;
const NAMES = Object.keys(RATES) as Rate[];
const MOST = 40;

export const labelTrust: Page = {
  title: () => 'Label trust',
  view: (context) =>
    whenLoaded(context.report('label-trust', { limit: MOST_ROWS }), context, (report) => view(report, context)),
};

function view(report: ReportOf<'label-trust'>, context: PageContext): TemplateResult {
  if (report.viewed.state === 'not-released')
    return html`${pageHead(
        'Label trust',
        'No figure was released in these days: no community counts reading, or none of them had doctors enough who did the same.',
      )}
      <section aria-labelledby="expect">
        <h2 id="expect">What to expect</h2>
        ${forecastTable(context)}
      </section>
      ${crowdNote([])}`;
  const show = NAMES.find((name) => name === context.place.show) ?? 'expansion';
  const { viewed, rows } = report;
  const ranked = [...rows].sort((a, b) => orderOf(b[show]) - orderOf(a[show]));
  const released = ranked.filter((row) => row[show].state === 'released').length;
  return html`${pageHead(
      'Label trust',
      html`<p>
        Do doctors look at what stands behind a card? Of ${crowdWords(viewed)} who viewed one,
        ${rateWords(report.expansion)} opened its source label.
      </p>`,
    )}
    ${rateFigure({
      id: 'label-trust',
      title: 'Of those who viewed a card',
      isFirst: true,
      says: 'Each rate is taken over the weeks, items and communities in which both figures were released.',
      of: [report],
      csv: context.csv('label-trust'),
      head: 'What they did',
      rows: NAMES.map((name) => ({ label: RATES[name].did, value: report[name] })),
    })}
    <section aria-labelledby="by-item">
      <h2 id="by-item">By item</h2>
      <nav class="choice" aria-label="What the items are compared by">
        <ul>
          ${NAMES.map(
            (name) =>
              html`<li>
                <a
                  href=${context.address('label-trust', { show: name })}
                  aria-current=${name === show ? 'true' : 'false'}
                  data-here
                  >${RATES[name].name}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
      ${
        rows.length === 0
          ? html`<p class="none">No figure was released in these days.</p>`
          : rateFigure({
              id: `label-trust-${show}`,
              title: RATES[show].did,
              says: `${RATES[show].why} Of ${released} of ${rows.length} items a rate can be told; ranges that overlap may be alike.${rows.length > MOST ? ` The ${MOST} highest are drawn; the CSV has all.` : ''} ${leftOut(report)}`,
              of: [report, show],
              csv: context.csv('label-trust'),
              head: 'Item',
              rows: ranked.slice(0, MOST).map((row) => ({ label: shorten(nameOf(row)), value: row[show] })),
            })
      }
    </section>
    ${crowdNote([viewed])}`;
}

function orderOf(rate: ReportOf<'label-trust'>[Rate]): number {
  return rate.state === 'released' ? rate.value : -1;
}

/** A drawing's row has one line. */
function shorten(name: string): string {
  return name.length <= 44 ? name : `${name.slice(0, 43).trimEnd()}…`;
}
