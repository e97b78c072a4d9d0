import { html, nothing } from 'lit';
import type { Page } from '../parts/context.js';
import { whenLoaded } from '../parts/loaded.js';
import { pageHead } from '../parts/pieces.js';
import { MOST_ROWS } from '../parts/table-foot.js';
import { weeklyFigure } from '../parts/weekly-figure.js';
import { answerOf } from './answer.js';
import { nameOf } from './what-to-do.js';

export const campaigns: Page = {
  title: () => 'Campaign windows',
  view(context) {
    const listed = context.report('items', { community: undefined, from: undefined, to: undefined, limit: MOST_ROWS });
    const choices =
      listed.state === 'ready' ? listed.value.rows.map((row) => ({ item: row.item, name: nameOf(row) })) : [];
    choices.sort((a, b) => a.name.localeCompare(b.name, 'en'));
    return html`${pageHead(
        'Campaign windows',
        'Your own calendar: congresses, launches, guidelines. What happens between them is what the index is about. Both days of a window belong to it.',
      )}
      <pq-calendar
        ?editable=${context.mayEdit}
        .publisher=${context.place.publisher}
        .items=${choices}
        today=${context.today}
        @pq-calendar-changed=${() => context.calendarChanged()}
      ></pq-calendar>
      ${whenLoaded(context.report('always-on'), context, (report) =>
        report.weeks.length === 0
          ? html`${nothing}`
          : html`<section aria-labelledby="effect">
              <h2 id="effect">What they change</h2>
              <p class="section-lead"><strong>${answerOf(report).short}</strong> ${answerOf(report).sentence}</p>
              ${weeklyFigure({ id: 'campaigns', report, csv: context.csv('always-on') })}
            </section>`,
      )}`;
  },
};
