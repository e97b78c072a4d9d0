import { html } from 'hono/html';
import { refusalWords } from '../intake/refusal.js';
import { count, longDay, shortDay } from './dates.js';
import { dayBars } from './day-bars.js';
import { totalOf, type Figures } from './figures.js';
import { scrollTable, type Cell } from './page-table.js';
import type { Report } from './report.js';

/** Longest lists on the page; the CSV has everything. */
const MOST_ITEMS = 200;
const MOST_DAYS = 14;
const BAR_DAYS = 30;
const WIDE_DAYS = 60;

const FIGURE_HEADS = ['Shared', 'Reshared', 'Quoted'].map((text) => ({ text, numeric: true }));

const DEPTH_WORDS: Readonly<Record<number, string>> = {
  1: 'A first post',
  2: 'A reshare of a post',
  3: 'Anything deeper',
};

function figureCells({ shared, reshared, quoted }: Figures): Cell[] {
  return [shared, reshared, quoted].map((n) => (n === 0 ? html`<span class="none">0</span>` : count(n)));
}

export function byItem({ byItem: items }: Report, last: string) {
  const shown = items.slice(0, MOST_ITEMS);
  const max = Math.max(...shown.flatMap(({ days }) => days.map(totalOf)));
  const rows = shown.flatMap((item): Cell[][] => {
    const bars = dayBars(item.days, { last, length: BAR_DAYS, max, height: 20, step: 4, kind: 'small' });
    const [only, ...others] = item.versions;
    const version = others.length === 0 ? html` <span class="version">version ${only?.version ?? ''}</span>` : '';
    const title =
      item.title === undefined
        ? html`<span class="urn">${item.item}</span>${version}`
        : html`<span class="title">${item.title}</span>${version}<br /><span class="urn">${item.item}</span>`;
    const parts = others.length === 0 ? [] : item.versions;
    return [
      [title, ...figureCells(item), bars],
      ...parts.map((part): Cell[] => [
        html`<span class="part">version ${part.version}</span>`,
        ...figureCells(part),
        '',
      ]),
    ];
  });
  return html`<section aria-labelledby="by-item">
    <h2 id="by-item">By item</h2>
    ${scrollTable('by-item', [{ text: 'Item' }, ...FIGURE_HEADS, { text: `${BAR_DAYS} days to ${shortDay(last)}` }], rows)}
    ${items.length > shown.length ? html`<p class="more">The ${count(shown.length)} most reused of ${count(items.length)} items. All are in the CSV.</p>` : ''}
  </section>`;
}

export function byCommunity({ byCommunity: rows }: Report) {
  return html`<section aria-labelledby="by-community">
    <h2 id="by-community">By community</h2>
    ${scrollTable(
      'by-community',
      [{ text: 'Community' }, ...FIGURE_HEADS, { text: 'Latest day' }],
      rows.map((row): Cell[] => [
        html`<span class="title">${row.name}</span> <span class="version">${row.country}</span><br /><span class="urn"
            >${row.community.replace(/^https:\/\//, '')}</span
          >`,
        ...figureCells(row),
        html`<span class="day">${shortDay(row.lastDay)}</span>`,
      ]),
    )}
  </section>`;
}

export function byDepth({ byDepth: rows }: Report) {
  return html`<section aria-labelledby="by-depth">
    <h2 id="by-depth">By depth</h2>
    ${scrollTable(
      'by-depth',
      [{ text: 'Depth' }, ...FIGURE_HEADS],
      rows.map((row): Cell[] => [
        html`<span class="depth">${row.depth}</span> ${DEPTH_WORDS[row.depth] ?? ''}`,
        ...figureCells(row),
      ]),
    )}
  </section>`;
}

export function byDay({ byDay: days }: Report, last: string) {
  const latest = days.slice(-MOST_DAYS).reverse();
  const max = Math.max(...days.map(totalOf));
  return html`<section aria-labelledby="by-day">
    <h2 id="by-day">By day</h2>
    <figure>
      ${dayBars(days, { last, length: WIDE_DAYS, max, height: 60, step: 10, kind: 'wide' })}
      <figcaption>
        All posts, ${WIDE_DAYS} days to ${longDay(last)}. The tallest day so far has ${count(max)}.
      </figcaption>
    </figure>
    ${scrollTable(
      'by-day',
      [{ text: 'Day' }, ...FIGURE_HEADS],
      latest.map((day): Cell[] => [html`<span class="day">${longDay(day.day)}</span>`, ...figureCells(day)]),
    )}
    ${days.length > latest.length ? html`<p class="more">The latest ${MOST_DAYS} days with a figure. All days are in the CSV.</p>` : ''}
  </section>`;
}

export function aboutNote() {
  return html`<section class="note" aria-labelledby="about">
    <h2 id="about">What these figures are</h2>
    <p>
      Exact counts, one for each public post in a discussion that all members of a community can read. A post is counted
      once: as shared, as reshared or as quoted.
    </p>
    <p>
      Private sharing and reading are not in here. Nor are posts of doctors who have chosen not to be counted, nor more
      than five posts by one doctor about one item in a week. No doctor is identified, and none can be ranked. A
      community sends a day when it is over, without a time.
    </p>
  </section>`;
}

export function dataQuality({ dataQuality: { refused, refusedTotal, trusted } }: Report) {
  const names = new Map(trusted.map(({ community, name }) => [community, name]));
  return html`<section aria-labelledby="quality">
    <h2 id="quality">Data quality</h2>
    ${
      refusedTotal === 0
        ? html`<p>Nothing has been refused.</p>`
        : html`<p>
              ${count(refusedTotal)} ${refusedTotal === 1 ? 'batch or event was' : 'batches or events were'} refused,
              with the reason given to the sender. None is in the figures above.
            </p>
            ${scrollTable(
              'quality',
              [{ text: 'Reason' }, { text: 'From' }, { text: 'Day' }, { text: 'Times', numeric: true }],
              refused
                .slice(0, MOST_ITEMS)
                .map((row): Cell[] => [
                  html`${refusalWords(row.code)} <span class="version">${row.code}</span>`,
                  row.community === 'unknown' ? 'a sender not proved' : (names.get(row.community) ?? row.community),
                  html`<span class="day">${shortDay(row.day)}</span>`,
                  count(row.n),
                ]),
            )}`
    }
  </section>`;
}
