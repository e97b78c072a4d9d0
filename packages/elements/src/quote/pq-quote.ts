import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../label/icons.js';
import { labelStyles } from '../label/styles.js';
import { languageOf, wordsFor } from '../languages.js';
import { openShare, preloadShare } from '../open-share.js';
import { assess, type Assessment } from '../source/assess.js';
import { ENGLISH_WORDS, type Words } from '../words.js';
import { copyWithSource } from './copy.js';
import { offerView, type Acts } from './offer-view.js';
import { offerOf, type Choice, type Offer } from './offer.js';
import { FEWEST_WORDS, passageOf, type Passage } from './passage.js';
import { placeNear } from './place-near.js';
import { quotationOf } from './quotation.js';
import { readText } from './read-text.js';
import { quotable } from './refusal.js';
import { selectedRange } from './selected-range.js';
import { watchSelection, type Listener } from './selection-watch.js';
import { quoteStyles } from './styles.js';
import { ENGLISH_QUOTING, type QuoteWords } from './words.js';

/** A selection in the content, in whole words. */
interface Selected {
  readonly range: Range;
  readonly passage: Passage;
}

/**
 * Quotes from an item's content with its source: a toolbar near what a mouse or a pen selected, and always a button after the
 * content, for keys and fingers.
 *
 * @slot - The content to quote from; with `for`, a link to the item for pages where scripts are off.
 * @fires pq-share - The doctor wants to post; the host page answers with `respondWith(promise)`.
 * @fires pq-shared - The host page has posted.
 * @fires pq-fact - A fact was queued for the community's own server. No word of the passage is in it.
 * @csspart bar - The button after the content, and what is selected.
 * @csspart panel - What is offered, below the bar.
 * @csspart toolbar - What is offered, near the selection.
 * @cssprop --pq-accent - Colour of the main button and of focus.
 * @cssprop --pq-ground - Ground of the toolbar.
 * @cssprop --pq-ink - Text colour.
 */
export class PqQuote extends LitElement implements Listener {
  static override styles = [labelStyles, quoteStyles];

  static override properties: PropertyDeclarations = {
    item: {},
    for: {},
    depth: { type: Number },
    selected: { state: true },
    found: { state: true },
    near: { state: true },
    open: { state: true },
    unfolded: { state: true },
    chosen: { state: true },
    says: { state: true },
    text: { state: true },
    words: { state: true },
  };

  /** The item's canonical URL, or an item link. */
  item = '';
  /** Id of the element that holds the content, where that is not this element itself. */
  for = '';
  /** Depth of the post to be made: 1 unless it quotes within a thread. */
  depth = 1;

  private selected: Selected | undefined;
  private found: Assessment | undefined;
  private near = false;
  private open = false;
  private unfolded = false;
  private chosen: Choice | undefined;
  private says: { readonly words: string; readonly wrong?: boolean } | undefined;
  private text = '';
  private words: Words = ENGLISH_WORDS;

  #stop: (() => void) | undefined;
  #offer: Offer | undefined;

  get #quoting(): QuoteWords {
    return this.words.quoting ?? ENGLISH_QUOTING;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = watchSelection(this);
    void wordsFor(languageOf(this)).then((words) => (this.words = words));
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

  turnedAway(path: readonly EventTarget[]): void {
    if (!this.#isOurs(path)) this.near = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('item')) this.found = undefined;
    if (changed.has('selected') || changed.has('found')) {
      const record = this.found && quotable(this.found, this.#quoting);
      this.#offer = typeof record === 'object' ? offerOf(record, this.selected?.passage) : undefined;
      this.chosen = this.#offer?.choices[0];
    }
  }

  protected override render(): TemplateResult {
    const words = this.#quoting;
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
    const words = this.#quoting;
    const { found, chosen, unfolded } = this;
    const offer = this.#offer;
    const record = found && quotable(found, words);
    if (!record) return html`<p role="status">${words.checking}</p>`;
    if (typeof record === 'string' || !offer || !chosen) return html`<p role="alert">${String(record)}</p>`;
    const atPublisher = found.host === 'publisher';
    const shown = { record, offer, passage: this.selected?.passage, chosen, atPublisher, small, unfolded };
    return html`${offerView(shown, this.#acts, words)}
      <p class="small" role=${this.says?.wrong ? 'alert' : 'status'}>${this.says?.words}</p>
      ${
        this.text
          ? html`<textarea
              readonly
              aria-label=${words.textToCopy}
              .value=${this.text}
              @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}
            ></textarea>`
          : nothing
      }`;
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
    this.near = this.unfolded = false;
    this.says = undefined;
    this.text = '';
    if (this.open) void this.#look();
  }

  async #look(): Promise<void> {
    const { item } = this;
    const [found, words] = await Promise.all([assess(item), wordsFor(languageOf(this))]);
    if (item !== this.item) return;
    this.found = found;
    this.words = words;
  }

  #onBar = (): void => {
    this.near = false;
    this.open = !this.open;
    this.says = undefined;
    if (this.open) void this.#look();
  };

  #acts: Acts = {
    choose: (choice) => (this.chosen = choice),
    unfold: () => (this.unfolded = true),
    foresee: preloadShare,
    post: () => void this.#post(),
    copy: () => void this.#copy(),
  };

  /** The excerpt or the doctor's own selection, as it was chosen. */
  #quotation() {
    const { chosen, found, selected } = this;
    const record = found?.verdict.record;
    const own =
      chosen?.kind === 'own' && record && selected
        ? quotationOf(record, selected.passage, selected.range, this.#quoting)
        : undefined;
    return { own, excerpt: chosen?.kind === 'approved' ? chosen.excerpt.id : '' };
  }

  async #post(): Promise<void> {
    const { own, excerpt } = this.#quotation();
    const quote = own || excerpt !== '' ? { own } : undefined;
    this.near = false;
    await openShare(this, { item: this.item, excerpt, depth: this.depth, quote });
  }

  async #copy(): Promise<void> {
    const says = this.#quoting;
    try {
      const { item, depth, words } = this;
      const done = await copyWithSource({ item, depth, words, says, ...this.#quotation() });
      if (done.copied && done.fact) this.dispatchEvent(done.fact);
      this.text = done.copied ? '' : done.text;
      this.says = { words: done.copied ? [says.copied, done.fact ? says.inCrowds : ''].join(' ') : says.copyBlocked };
    } catch (error) {
      this.says = { words: error instanceof Error ? error.message : says.refused.unverified, wrong: true };
    }
  }
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
