import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { plusDays } from '../words/days.js';
import { count } from '../words/numbers.js';
import type { PageContext } from './context.js';
import { MOST_ROWS } from './table-foot.js';

const SPANS = [
  { words: '4 weeks', days: 28 },
  { words: '13 weeks', days: 91 },
  { words: 'A year', days: 365 },
] as const;

/** Which days and which community the pages look at. It changes nothing before “Show” is pressed. */
export function filterBar(context: PageContext): TemplateResult {
  const { place, today } = context;
  const yesterday = plusDays(today, -1);
  const known = context.report('communities', {
    community: undefined,
    from: undefined,
    to: undefined,
    item: undefined,
    limit: MOST_ROWS,
  });
  const communities = known.state === 'ready' ? known.value.rows : [];
  const unlisted = known.state === 'ready' ? known.value.total - communities.length : 0;
  const hasCommunity = place.page !== 'communities' && place.page !== 'recalls' && place.page !== 'campaigns';
  return html`<form
    class="filter"
    aria-label="Days and community"
    @submit=${(event: SubmitEvent) => submit(event, context)}
  >
    <div class="field">
      <label for="filter-from">From</label>
      <input id="filter-from" type="date" name="from" max=${today} .value=${live(place.from ?? '')} />
    </div>
    <div class="field">
      <label for="filter-to">To</label>
      <input id="filter-to" type="date" name="to" max=${today} .value=${live(place.to ?? '')} />
    </div>
    ${
      hasCommunity
        ? html`<div class="field">
            <label for="filter-community">Community</label>
            <select id="filter-community" name="community">
              <option value="" ?selected=${place.community === undefined}>All</option>
              ${communities.map(
                ({ community, name }) =>
                  html`<option value=${community} ?selected=${community === place.community}>${name}</option>`,
              )}
              ${unlisted > 0 ? html`<option disabled>and ${count(unlisted)} more, on the Communities page</option>` : nothing}
            </select>
          </div>`
        : nothing
    }
    <button>Show</button>
    <p class="spans">
      ${SPANS.map(({ words, days }) => {
        const from = plusDays(yesterday, 1 - days);
        return html`<a
          href=${context.address(place.page, { ...own(context), from, to: yesterday })}
          aria-current=${place.from === from && place.to === yesterday ? 'true' : 'false'}
          >${words}</a
        > `;
      })}<a
        href=${context.address(place.page, { ...own(context), from: undefined, to: undefined })}
        aria-current=${place.from === undefined && place.to === undefined ? 'true' : 'false'}
        >All days</a
      >
    </p>
    <p class="fault" role="alert" hidden></p>
  </form>`;
}

/** What of the address belongs to the page itself. */
function own({ place: { item, sort, show } }: PageContext) {
  return { item, sort, show };
}

function submit(event: SubmitEvent, context: PageContext): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const data = new FormData(form);
  const read = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [from, to] = [read('from'), read('to')];
  const fault = form.querySelector<HTMLElement>('.fault');
  const isWrong = from !== undefined && to !== undefined && from > to;
  if (fault) {
    fault.hidden = !isWrong;
    fault.textContent = isWrong ? '▲ From: comes after To. Choose an earlier day.' : '';
  }
  if (isWrong) return form.querySelector<HTMLElement>('#filter-from')?.focus();
  context.change({ from, to, ...(data.has('community') ? { community: read('community') } : {}) });
}
