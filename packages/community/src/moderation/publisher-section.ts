import { html } from 'hono/html';
import type { CountSetting } from '@pullquote/record';
import type { SentCrowd, SentFigure } from '../lane/outbox.js';
import { weekWords } from './dates.js';
import type { ModerationPage } from './page.js';
import type { ModeratedPublisher } from './report.js';
import { groupedTable, table, type Cell, type Html } from './table.js';
import { factWords } from './words.js';

/** Longest lists on the page; the JSON has everything. */
const MOST_WEEKS = 26;
const MOST_FIGURES = 100;

const POSTS = ['shared', 'reshared', 'quoted'] as const;

/** What left for one publisher, and the way to let nothing leave for it. */
export function publisherSection(publisher: ModeratedPublisher, place: number, given: ModerationPage): Html {
  const { report, settings, titleOf, token } = given;
  const of = <T extends { publisher: string }>(list: readonly T[]) =>
    list.filter((one) => one.publisher === publisher.origin);
  const id = `publisher-${place + 1}`;
  return html`<section class="publisher" aria-labelledby="${id}">
    <div class="title-line">
      <div>
        <h2 id="${id}">${publisher.name}</h2>
        <p class="origin">${publisher.origin.replace(/^https:\/\//, '')} ${stateMark(publisher)}</p>
      </div>
      ${muteForm(publisher, token)}
    </div>
    ${postTable(id, of(report.sent), settings.count)} ${crowdTable(id, of(report.crowds), settings.count, titleOf)}
  </section>`;
}

function stateMark({ listed, reached, muted }: ModeratedPublisher): Html | string {
  if (muted) return html`<span class="state">Muted: nothing is counted for it</span>`;
  if (!listed) return html`<span class="state">Not listed any more</span>`;
  return reached ? '' : html`<span class="state">Not reached yet: its keys were not taken</span>`;
}

/** Muting drops things for good, so it is two steps: the second says what will happen. */
function muteForm({ origin, name, muted, listed }: ModeratedPublisher, token: string): Html | string {
  const form = (wanted: boolean, label: string) =>
    html`<form method="post" action="/pq/moderation">
      <input type="hidden" name="token" value="${token}" />
      <input type="hidden" name="publisher" value="${origin}" />
      <input type="hidden" name="muted" value="${String(wanted)}" />
      <button>${label}</button>
    </form>`;
  if (muted) return form(false, `Count for ${name} again`);
  if (!listed) return '';
  return html`<details>
    <summary>Mute<span class="only-heard"> ${name}</span> …</summary>
    <p>
      From then on nothing is counted for ${name}. What waits for it, and what this week has counted for it so far, is
      deleted for good. Sharing its items works as before.
    </p>
    ${form(true, `Mute ${name}`)}
  </details>`;
}

function postTable(id: string, sent: readonly SentFigure[], count: CountSetting): Html {
  const weeks = [...new Set(sent.map(({ week }) => week))].sort().reverse();
  const number = (week: string, fact: string): Cell => {
    const n = sent.find((one) => one.week === week && one.fact === fact)?.n ?? 0;
    return n === 0 ? html`<span class="none">0</span>` : n.toLocaleString('en');
  };
  return html`<h3 id="${id}-posts">Public posts</h3>
    ${
      weeks.length === 0
        ? html`<p class="empty">
            None has been told yet.
            ${
              count === 'none'
                ? 'This community counts nothing.'
                : 'The posts of a day leave together, at a random minute of the next day.'
            }
          </p>`
        : html`${table(
            `${id}-posts`,
            [{ text: 'Week' }, ...POSTS.map((fact) => ({ text: factWords(fact), numeric: true }))],
            weeks
              .slice(0, MOST_WEEKS)
              .map((week) => [
                html`<span class="week">${weekWords(week)}</span>`,
                ...POSTS.map((fact) => number(week, fact)),
              ]),
          )}
          ${more(weeks.length, MOST_WEEKS, 'weeks')}`
    }`;
}

function crowdTable(
  id: string,
  crowds: readonly SentCrowd[],
  count: CountSetting,
  titleOf: ModerationPage['titleOf'],
): Html {
  // The latest week first; within it an item's figures together, the largest first.
  const rows = [...crowds].sort(
    (one, other) =>
      other.week.localeCompare(one.week) || one.item.localeCompare(other.item) || other.figure - one.figure,
  );
  return html`<h3 id="${id}-crowds">Crowds</h3>
    ${
      rows.length === 0
        ? html`<p class="empty">No figure of a crowd has been told yet. ${noCrowds(count)}</p>`
        : html`${groupedTable(
            `${id}-crowds`,
            [
              { text: 'What doctors did' },
              { text: 'Figure', numeric: true },
              { text: 'True count, 95 in 100', numeric: true },
            ],
            groupsOf(rows.slice(0, MOST_FIGURES)).map(({ item, week, figures }) => ({
              title: html`<span class="title">${titleOf(item) ?? item}</span>
                <span class="when">${weekWords(week)}</span>`,
              rows: figures.map(({ fact, figure, interval: [low, high] }) => [
                factWords(fact),
                html`<strong>${figure.toLocaleString('en')}</strong>`,
                `${low.toLocaleString('en')} to ${high.toLocaleString('en')}`,
              ]),
            })),
          )}
          ${more(rows.length, MOST_FIGURES, 'figures')}`
    }`;
}

interface ItemWeek {
  readonly item: string;
  readonly week: string;
  readonly figures: SentCrowd[];
}

/** Neighbours of one week and item, together. */
function groupsOf(rows: readonly SentCrowd[]): ItemWeek[] {
  const groups: ItemWeek[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.item === row.item && last.week === row.week) last.figures.push(row);
    else groups.push({ item: row.item, week: row.week, figures: [row] });
  }
  return groups;
}

function noCrowds(count: CountSetting): string {
  return count === 'all'
    ? 'A figure leaves after its week is over, and only if enough doctors did the same.'
    : 'This community does not count what members do privately.';
}

function more(all: number, shown: number, what: string): Html | string {
  return all > shown
    ? html`<p class="more">The latest ${shown} of ${all.toLocaleString('en')} ${what}. All are in the JSON.</p>`
    : '';
}
