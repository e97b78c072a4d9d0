import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { PageName } from '../paths.js';
import type { Page, PageContext } from './parts/context.js';
import { filterBar } from './parts/filter-bar.js';
import { hostOf } from './parts/pieces.js';
import { between } from './pages/between.js';
import { campaigns } from './pages/campaigns.js';
import { communities } from './pages/communities.js';
import { dataQuality } from './pages/data-quality.js';
import { item } from './pages/item.js';
import { items } from './pages/items.js';
import { labelTrust } from './pages/label-trust.js';
import { recalls } from './pages/recalls.js';
import { addressOf, placeOf, toPage, type Place } from './state/place.js';
import { Reports, reportAddress, type ReportFilter } from './state/reports.js';
import { longDay, shortDay } from './words/days.js';

const PAGES: Record<PageName, Page> = {
  between,
  items,
  item,
  communities,
  'label-trust': labelTrust,
  recalls,
  'data-quality': dataQuality,
  campaigns,
};

const MENU: readonly (readonly [PageName, string])[] = [
  ['between', 'Between campaigns'],
  ['items', 'Items'],
  ['communities', 'Communities'],
  ['label-trust', 'Label trust'],
  ['recalls', 'Recalls'],
  ['data-quality', 'Data quality'],
  ['campaigns', 'Campaign windows'],
];

interface PublisherChoice {
  readonly origin: string;
  readonly name: string;
}

/** The publisher's dashboard: the frame, the menu, and the page that the address names. */
export class PqDashboard extends LitElement {
  static override properties: PropertyDeclarations = {
    origin: { type: String },
    name: { type: String },
    today: { type: String },
    publishers: { type: Array },
    editable: { type: Boolean },
    signedInWith: { type: String, attribute: 'signed-in-with' },
    place: { state: true },
  };

  declare origin: string;
  declare name: string;
  /** The collector's day, UTC. */
  declare today: string;
  declare publishers: readonly PublisherChoice[];
  declare editable: boolean;
  /** Name of the key that opened the session; undefined where there is none to end. */
  declare signedInWith: string | undefined;
  declare private place: Place;
  readonly #reports = new Reports(() => this.requestUpdate());
  /** Set when the reader went to another page: then the heading is read out, and the page begins at its top. */
  #arrived = false;

  constructor() {
    super();
    this.publishers = [];
    this.place = placeOf(new URL(location.href)) ?? { page: 'between' };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onPop);
    this.addEventListener('click', this.#onClick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onPop);
    this.removeEventListener('click', this.#onClick);
  }

  get #context(): PageContext {
    const { place } = this;
    const filterOf = (filter: Partial<ReportFilter> = {}): ReportFilter => {
      const { from, to, community, publisher } = place;
      return { from, to, community, publisher, ...filter };
    };
    return {
      place,
      publisher: { origin: this.origin, name: this.name },
      today: this.today,
      mayEdit: this.editable,
      report: (name, filter) => this.#reports.get(name, filterOf(filter)),
      forecast: (doctors) => this.#reports.forecast(doctors, place.publisher),
      csv: (name, filter) => reportAddress(name, filterOf(filter), '.csv'),
      address: (page, more) => addressOf(toPage(place, page, more)),
      change: (more) => this.#go({ ...place, ...more }, more.sort === undefined ? 'push' : 'replace'),
      retry: () => this.#reports.retry(),
      calendarChanged: () => this.#reports.forget(),
    };
  }

  protected override render(): TemplateResult {
    const context = this.#context;
    const page = PAGES[this.place.page];
    return html`<a class="skip" href="#page">To the figures</a>
      <header class="masthead">
        <p class="kicker">
          <span class="mark" aria-hidden="true">◆</span> Pullquote <span class="soft">Reuse report</span>
        </p>
        <p class="publisher">${this.name} <span class="soft">${hostOf(this.origin)}</span></p>
        ${
          this.signedInWith === undefined
            ? nothing
            : html`<form method="post" action="/sign-out">
                <button class="quiet" title=${`Signed in with the key “${this.signedInWith}”`}>Sign out</button>
              </form>`
        }
      </header>
      ${this.#renderPublishers()}
      <nav class="menu" aria-label="Pages">
        <ul>
          ${MENU.map(
            ([name, words]) =>
              html`<li>
                <a href=${context.address(name)} aria-current=${this.#isAt(name) ? 'page' : 'false'}>${words}</a>
              </li>`,
          )}
        </ul>
      </nav>
      ${filterBar(context)}
      <p class="dateline">${this.#dateline(context)}</p>
      <main id="page" tabindex="-1">${page.view(context)}</main>
      <footer>
        <p>
          Figures up to the last day that communities have sent; days are days in UTC. Page made on
          ${longDay(this.today)}.
          <a
            href=${`/v1/reports${this.place.publisher === undefined ? '' : `?publisher=${encodeURIComponent(this.place.publisher)}`}`}
            >All reports as JSON and CSV</a
          >
        </p>
      </footer>`;
  }

  #renderPublishers(): TemplateResult | typeof nothing {
    if (this.publishers.length < 2) return nothing;
    return html`<nav class="menu publishers" aria-label="Publishers">
      <ul>
        ${this.publishers.map(
          ({ origin, name }) =>
            html`<li>
              <a
                href=${`/?publisher=${encodeURIComponent(origin)}`}
                aria-current=${origin === this.origin ? 'true' : 'false'}
                data-reload
                >${name}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  #isAt(name: PageName): boolean {
    const { page } = this.place;
    return page === name || (page === 'item' && name === 'items');
  }

  /** On paper it stands for the filter. */
  #dateline(context: PageContext): string {
    const loaded = context.report('overview');
    const filter = loaded.state === 'ready' ? loaded.value.filter : this.place;
    const { from, to } = filter;
    const { community } = this.place;
    const days = from === undefined ? '' : `${shortDay(from)} to ${shortDay(to ?? this.today)}`;
    return [days, community === undefined ? '' : `only ${hostOf(community)}`].filter((part) => part !== '').join(' · ');
  }

  protected override updated(): void {
    document.title = `${PAGES[this.place.page].title(this.#context)} · ${this.name} · Pullquote`;
    if (!this.#arrived) return;
    const heading = this.querySelector<HTMLElement>('main h1');
    // It is there once its figures are.
    if (!heading) return;
    this.#arrived = false;
    heading.focus({ preventScroll: true });
  }

  #go(place: Place, how: 'push' | 'replace'): void {
    const address = addressOf(place);
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.place = place;
  }

  readonly #onPop = (): void => {
    const place = placeOf(new URL(location.href));
    if (place) this.place = place;
  };

  /** Links between the pages need no new document. Whatever else a click can mean is the browser's. */
  readonly #onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.hasAttribute('download') || 'reload' in link.dataset) return;
    const url = new URL(link.href);
    const place = placeOf(url);
    if (!place || (url.hash !== '' && url.pathname === location.pathname)) return;
    event.preventDefault();
    const isHere = place.page === this.place.page && place.item === this.place.item;
    this.#go(place, 'push');
    if (isHere) return;
    this.#arrived = true;
    window.scrollTo(0, 0);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-dashboard': PqDashboard;
  }
}
