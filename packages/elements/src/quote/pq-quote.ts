import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../label/icons.js';
import { labelStyles } from '../label/styles.js';
import { languageOf, wordsFor } from '../languages.js';
import { ENGLISH_WORDS, type Words } from '../words.js';
import { ENGLISH_BAR } from './bar-words.js';
import type { Offerer, Offering } from './offering.js';
import { FEWEST_WORDS, passageOf, type Selected } from './passage.js';
import { placeNear } from './place-near.js';
import { readText } from './read-text.js';
import { selectedRange } from './selected-range.js';
import { watchSelection, type Listener } from './selection-watch.js';
import { quoteStyles } from './styles.js';

/**
 * Quotes from an item's content with its source: a toolbar near what a mouse or a pen selected, and always a button after the
 * content, for keys and fingers.
 *
 * @slot - The content to quote from; with `for`, a link to the item for pages where scripts are off.
 * @fires {PqShareEvent} pq-share - The doctor wants to post; the host page answers with `respondWith(promise)`.
 * @fires {PqSharedEvent} pq-shared - The host page has posted.
 * @fires {PqFactEvent} pq-fact - A fact was queued for the community's own server. No word of the passage is in it.
 * @csspart bar - The button after the content, and what is selected.
 * @csspart panel - What is offered, below the bar.
 * @csspart toolbar - What is offered, near the selection.
 * @csspart icon - The mark on the buttons.
 * @cssprop [--pq-accent=#0b6e66] - Colour of the main button and of focus; a light green in dark mode.
 * @cssprop [--pq-ground=Canvas] - Ground of the toolbar and the dialog.
 * @cssprop [--pq-ink=currentColor] - Text colour; the host's by default.
 * @cssprop [--pq-font-size=1em] - Size of the whole label; everything else is in proportion.
 * @cssprop [--pq-quote-font=Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif] - Font of the approved passage.
 * @cssprop [--pq-radius=0.25rem] - Corners.
 * @cssprop [--pq-gap=0.75rem] - Space above the bar.
 */
export class PqQuote extends LitElement implements Listener, Offerer {
  static override styles = [labelStyles, quoteStyles];

  static override properties: PropertyDeclarations = {
    item: {},
    for: {},
    depth: { type: Number },
    selected: { state: true },
    near: { state: true },
    open: { state: true },
    language: { state: true },
  };

  /** The item's canonical URL, or an item link. */
  item = '';
  /** Id of the element that holds the content, where that is not this element itself. */
  for = '';
  /** Depth of the post to be made: 1 unless it quotes within a thread. */
  depth = 1;

  /** In the language of the page around the element. */
  language: Words = ENGLISH_WORDS;

  private selected: Selected | undefined;
  /** The toolbar shows. */
  private near = false;
  /** The panel below the bar shows. */
  private open = false;

  #stop: (() => void) | undefined;
  #offering: Promise<Offering> | undefined;
  #offered: Offering | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = watchSelection(this);
    void this.#speak();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.near = false;
  }

  selectionChanged(): void {
    const selected = this.#read();
    // Pressing the bar's button may give the selection up; it is still what the doctor means.
    if (!selected && this.matches(':focus-within') && this.shadowRoot?.activeElement) return;
    if (selected?.passage.text === this.selected?.passage.text) return;
    this.#select(selected);
  }

  selectionDrawn(path: readonly EventTarget[]): void {
    const selected = this.#isOurs(path) ? undefined : this.#read();
    if (!selected) return;
    this.#select(selected);
    void this.#look().then(() => (this.near = this.selected === selected));
  }

  selectionMoved(): void {
    this.requestUpdate();
  }

  turnedAway(path: readonly EventTarget[]): void {
    if (!this.#isOurs(path)) this.near = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('item') && this.open) void this.#look();
  }

  protected override render(): TemplateResult {
    const words = this.language.quoting ?? ENGLISH_BAR;
    const { passage } = this.selected ?? {};
    return html`<slot ?hidden=${this.for !== '' && this.#content !== this}></slot>
      <div class="face ours">
        <div class="bar" part="bar">
          <button
            class="quote"
            type="button"
            aria-expanded=${this.open ? 'true' : 'false'}
            aria-controls="panel"
            aria-describedby="selected"
            @click=${this.#onBar}
          >
            ${icon('quote')}${words.quote}
          </button>
          <p class="small" id="selected">${passage ? words.selected(shorten(passage.text)) : words.hint}</p>
        </div>
        <div class="panel" part="panel" id="panel" ?hidden=${!this.open}>
          ${this.open ? this.#renderOffer(false) : nothing}
        </div>
        <div class="near" part="toolbar" popover="manual" role="group" aria-label=${words.quote}>
          ${this.near ? this.#renderOffer(true) : nothing}
        </div>
      </div>`;
  }

  #renderOffer(small: boolean): TemplateResult {
    const { checking } = this.language.quoting ?? ENGLISH_BAR;
    return this.#offered?.view(small) ?? html`<p role="status">${checking}</p>`;
  }

  protected override updated(): void {
    const toolbar = this.#toolbar;
    if (!toolbar || !this.isConnected) return;
    toolbar.togglePopover(this.near);
    if (this.near && this.selected) placeNear(toolbar, this.selected.range);
  }

  get #toolbar(): HTMLElement | null {
    return this.renderRoot.querySelector('.near');
  }

  /** In the bar, the panel or the toolbar; the content is slotted into the same shadow root. */
  #isOurs(path: readonly EventTarget[]): boolean {
    const ours = this.renderRoot.querySelector('.ours');
    return ours !== null && path.includes(ours);
  }

  /** What is quoted from. */
  get #content(): Element {
    const root = this.getRootNode();
    const named =
      this.for !== '' && (root instanceof Document || root instanceof ShadowRoot) && root.getElementById(this.for);
    return named || this;
  }

  /** What is selected in the content now, if that is worth quoting. */
  #read(): Selected | undefined {
    const content = this.#content;
    const range = selectedRange(content);
    const reading = range && readText(content, range);
    const passage = reading && passageOf(reading);
    return range && passage && passage.words >= FEWEST_WORDS ? { range, passage } : undefined;
  }

  #select(selected: Selected | undefined): void {
    this.selected = selected;
    this.near = false;
    if (this.open) void this.#look();
  }

  async #speak(): Promise<void> {
    this.language = await wordsFor(languageOf(this));
  }

  /** Asks what may be quoted of what is selected. */
  async #look(): Promise<void> {
    this.#offering ??= import('./offering.js').then(({ Offering }) => new Offering(this));
    const [offering] = await Promise.all([this.#offering, this.#speak()]);
    await offering.look(this.selected);
    this.#offered = offering;
    this.requestUpdate();
  }

  #onBar = (): void => {
    this.near = false;
    this.open = !this.open;
    if (this.open) void this.#look();
  };
}

/** Beginning and end of a passage, for one line. */
function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length <= 90 ? flat : `${flat.slice(0, 55).trimEnd()} … ${flat.slice(-30).trimStart()}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-quote': PqQuote;
  }
}
