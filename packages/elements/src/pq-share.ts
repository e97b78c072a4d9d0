import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { openShare, preloadShare } from './open-share.js';
import { languageOf, wordsFor } from './languages.js';
import { ENGLISH_WORDS, type Words } from './words.js';
import { readyRoot } from './server-drawn.js';
import { unwatch, watch } from './source/heartbeat.js';
import { host, type Host } from './source/host.js';

/**
 * The share button of one item. Without an `item` it takes the one that `/pq/share` brought in the page's fragment, and
 * opens at once.
 *
 * @slot - Readable fallback: a link to the item, for pages where scripts are off.
 * @fires {PqShareEvent} pq-share - The doctor wants to post; the host page answers with `respondWith(promise)`.
 * @fires {PqSharedEvent} pq-shared - The host page has posted.
 * @fires {PqFactEvent} pq-fact - A fact was queued for the community's own server.
 * @csspart button - The button.
 * @cssprop [--pq-accent=#0b6e66] - Colour of focus, and of the Post button; a light green in dark mode.
 * @cssprop [--pq-ink=CanvasText] - Text colour of the dialog.
 * @cssprop [--pq-ground=Canvas] - Ground of the dialog.
 * @cssprop [--pq-font-size=1em] - Size of the label in the dialog.
 * @cssprop [--pq-quote-font=Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif] - Font of the approved passage.
 * @cssprop [--pq-radius=0.25rem] - Corners.
 */
export class PqShare extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
    }
    :host([hidden]) {
      display: none;
    }
    button {
      font: inherit;
      font-weight: 600;
      line-height: 1.3;
      color: inherit;
      background: transparent;
      border: 1.5px solid currentColor;
      border-radius: var(--pq-radius, 0.25rem);
      padding: 0.45em 0.95em;
      min-block-size: 2.25rem;
      cursor: pointer;
    }
    button:hover {
      background: color-mix(in srgb, currentColor 8%, transparent);
    }
    button:focus-visible {
      outline: 2px solid var(--pq-accent, currentColor);
      outline-offset: 3px;
    }
    slot {
      display: none;
    }
    /* As a server drew it: where no script will come, the fallback stands in for the button. */
    @media (scripting: none) {
      button {
        display: none;
      }
      slot {
        display: contents;
      }
    }
  `;

  static override properties: PropertyDeclarations = {
    item: {},
    excerpt: {},
    depth: { type: Number },
    place: { state: true },
    words: { state: true },
  };

  /** The item's canonical URL, or an item link. */
  item = '';
  /** Id of the approved excerpt to start with. */
  excerpt = '';
  /** Depth of the post to be made: 1 unless it reshares one. */
  depth = 1;

  private place: Host['kind'] | undefined;
  private words: Words = ENGLISH_WORDS;

  override connectedCallback(): void {
    super.connectedCallback();
    void host().then(({ kind }) => (this.place = kind));
    void this.check();
    watch(this);
    const sent = new URLSearchParams(location.hash.slice(1)).get('pq-share');
    if (this.item === '' && sent) {
      this.item = sent;
      void this.updateComplete.then(() => this.open());
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatch(this);
  }

  /** Looks again in which language it stands. */
  async check(): Promise<void> {
    this.words = await wordsFor(languageOf(this));
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    readyRoot(this);
    return super.createRenderRoot();
  }

  /** Opens the dialog. */
  async open(): Promise<void> {
    if (this.item !== '') await openShare(this, { item: this.item, excerpt: this.excerpt, depth: this.depth });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.item === '') return nothing;
    const { shareInCommunity, shareWithSource } = this.words.element;
    return html`<button
        part="button"
        type="button"
        aria-haspopup="dialog"
        @pointerenter=${this.#foresee}
        @focus=${this.#foresee}
        @click=${this.open}
      >
        ${this.place === 'publisher' ? shareInCommunity : shareWithSource}</button
      ><slot></slot>`;
  }

  #foresee(): void {
    preloadShare(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-share': PqShare;
  }
}
