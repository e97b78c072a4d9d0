import { html, nothing, type TemplateResult } from 'lit';
import type { ReportOf } from '../../../report/types.js';
import type { Page, PageContext } from '../parts/context.js';
import { emptyState } from '../parts/empty-state.js';
import { whenLoaded } from '../parts/loaded.js';
import { facts, hostOf, section } from '../parts/pieces.js';
import { MOST_ROWS } from '../parts/table-foot.js';
import { weeklyFigure } from '../parts/weekly-figure.js';
import { computedWords } from '../words/computed.js';
import { daySpan, mondayOf, plusDays } from '../words/days.js';
import { count, index, percent, some, times } from '../words/numbers.js';
import { answerOf } from './answer.js';
import { steadyAndPeaky, type Advice } from './what-to-do.js';

const QUESTION = 'Is our content reused between campaigns?';

export const between: Page = {
  title: () => QUESTION,
  view(context) {
    const loaded = context.report('always-on');
    const overview = context.report('overview');
    const isFirstDay =
      overview.state === 'ready' &&
      overview.value.lastDay === null &&
      context.place.from === undefined &&
      context.place.to === undefined;
    if (isFirstDay) return emptyState(context);
    return html`<header class="page-head">
        <h1 tabindex="-1">${QUESTION}</h1>
        ${whenLoaded(loaded, context, (report) => answer(report, context))}
      </header>
      ${whenLoaded(loaded, context, (report) =>
        report.weeks.length === 0
          ? html`<p class="none">
              Nothing was posted in these days${context.place.community === undefined ? '' : ' in this community'}.
            </p>`
          : weeklyFigure({ id: 'posts-by-week', report, csv: context.csv('always-on'), isFirst: true }),
      )}
      ${loaded.state === 'ready' ? whenLoaded(overview, context, (report) => figures(report)) : nothing}
      ${loaded.state === 'ready' && loaded.value.weeks.length > 0 ? section('what-to-do', 'What to do with it', whatToDo(context)) : nothing}
      <aside class="aside" aria-labelledby="exact-note">
        <h2 id="exact-note">How to read these figures</h2>
        <p>
          Each post is one that a verified doctor made in a discussion that all members of a community can read. Posts
          are counted exactly, by the day, and without a name: a post is shared, reshared or quoted. Left out are
          private sharing and reading, doctors who chose not to be counted, and more than five posts by one doctor of
          one item in a week. No figure here ranks doctors, and none could.
        </p>
        <p>
          The always-on index is the usual week between campaigns over the usual campaign week (medians of whole weeks).
          A week belongs to a campaign when a window touches it with a day.
        </p>
      </aside>`;
  },
};

function answer(report: ReportOf<'always-on'>, context: PageContext): TemplateResult {
  const { short, sentence } = answerOf(report);
  const noWindows = report.alwaysOn.state === 'not-computable' && report.alwaysOn.reason === 'no-windows';
  const { community } = context.place;
  return html`<p class="answer"><strong>${short}</strong> ${sentence}</p>
    ${
      community === undefined
        ? nothing
        : html`<p class="only">
            Only what was posted in ${hostOf(community)}.
            <a href=${context.address('between', { community: undefined })}>All communities</a>
          </p>`
    }
    ${noWindows ? html`<p><a class="button" href=${context.address('campaigns')}>Mark campaign windows</a></p>` : nothing}`;
}

function figures(report: ReportOf<'overview'>): TemplateResult {
  const { totals, alwaysOn, reuseRatio, peakToBaseline, peak, items, communities } = report;
  const posts = totals.shared + totals.reshared + totals.quoted;
  return facts([
    {
      name: 'Always-on index',
      value: alwaysOn.state === 'computed' ? index(alwaysOn.value) : '–',
      meaning:
        alwaysOn.state === 'computed'
          ? '1 would be as much between campaigns as in them'
          : computedWords(alwaysOn, index),
    },
    {
      name: 'Posts',
      value: count(posts),
      meaning: `${count(totals.shared)} shared, ${count(totals.reshared)} reshared, ${count(totals.quoted)} quoted: ${some(items, 'item', 'items')} in ${some(communities, 'community', 'communities')}`,
    },
    {
      name: 'Reuse ratio',
      value: reuseRatio.state === 'computed' ? index(reuseRatio.value) : '–',
      meaning:
        reuseRatio.state === 'computed'
          ? 'posts that pass it on, for each first share'
          : computedWords(reuseRatio, index),
    },
    {
      name: 'Peak to baseline',
      value: peakToBaseline.state === 'computed' ? `${times(peakToBaseline.value)} ×` : '–',
      meaning:
        peakToBaseline.state === 'computed' && peak
          ? `the week of ${daySpan(mondayOf(peak.week), plusDays(mondayOf(peak.week), 6))} over a usual one`
          : computedWords(peakToBaseline, times),
    },
  ]);
}

function whatToDo(context: PageContext): TemplateResult {
  const { community } = context.place;
  return html`<div class="columns">
    ${whenLoaded(context.report('items', { limit: MOST_ROWS }), context, (report) => {
      const { steady, peaky } = steadyAndPeaky(report);
      return html`<div>
          <h3>These carry themselves</h3>
          ${itemList(steady, context, 'No item comes close to its campaign weeks.')}
          ${steady.length > 0 ? html`<p>Reused between campaigns nearly as much as in them, and by many. Keep them current, and put the next campaign’s material beside them.</p>` : nothing}
        </div>
        <div>
          <h3>These live mostly in campaigns</h3>
          ${itemList(peaky, context, 'No item falls silent between campaigns.')}
          ${peaky.length > 0 ? html`<p>Made for an occasion, they are done. Made to last, they lack a reason to be passed on in an ordinary week.</p>` : nothing}
        </div>`;
    })}
    <div>
      <h3>These are not posted any more</h3>
      ${whenLoaded(
        context.report('dead-content', { community, limit: MOST_ROWS }),
        context,
        ({ rows, days, catalogue, total }) =>
          catalogue.state === 'unknown'
            ? html`<p class="none">
                The collector has not read your catalogue yet, so it does not know what is published.
              </p>`
            : total === 0
              ? html`<p class="none">Everything published was posted within the last ${days} days.</p>`
              : html`<ul class="plain-list">
                    ${rows.slice(0, 3).map(
                      (row) =>
                        html`<li>
                          <a href=${context.address('item', { item: row.item })}>${row.title ?? row.item}</a>
                          <span class="soft"
                            >${row.lastDay === null ? 'never posted' : `${count(row.silentDays)} days`}</span
                          >
                        </li>`,
                    )}
                  </ul>
                  <p>
                    ${total > 3 ? html`<a href=${`${context.address('items')}#not-posted`}>All ${count(total)}</a>. ` : nothing}Published
                    and not posted for ${days} days: renew them, or withdraw them.
                  </p>`,
      )}
    </div>
  </div>`;
}

function itemList(items: Advice['items'], context: PageContext, none: string): TemplateResult {
  return items.length === 0
    ? html`<p class="none">${none}</p>`
    : html`<ul class="plain-list">
        ${items.map(
          ({ item, name, value }) =>
            html`<li>
              <a href=${context.address('item', { item })}>${name}</a> <span class="soft">${percent(value)}</span>
            </li>`,
        )}
      </ul>`;
}
