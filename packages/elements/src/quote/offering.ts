import { html, nothing, type TemplateResult } from 'lit';
import { openShare, preloadShare } from '../open-share.js';
import { assess, type Assessment } from '../source/assess.js';
import type { Words } from '../words.js';
import { copyWithSource } from './copy.js';
import { offerView, type Acts } from './offer-view.js';
import { offerOf, type Choice, type Offer } from './offer.js';
import type { Selected } from './passage.js';
import { quotationOf } from './quotation.js';
import { quotable } from './refusal.js';
import { ENGLISH_QUOTING, type QuoteWords } from './words.js';

/** The element that offers something. */
export interface Offerer extends HTMLElement {
  readonly item: string;
  readonly depth: number;
  readonly language: Words;
  requestUpdate(): void;
}

/**
 * What may be quoted of an item, what the doctor chose of it, and the acts. Loaded with the first selection, so that a page
 * that is only read pays little.
 */
export class Offering {
  #found: Assessment | undefined;
  #selected: Selected | undefined;
  #offer: Offer | undefined;
  #chosen: Choice | undefined;
  #unfolded = false;
  #says: { readonly words: string; readonly wrong?: boolean } | undefined;
  #text = '';

  constructor(readonly element: Offerer) {}

  get #words(): QuoteWords {
    return this.element.language.quoting ?? ENGLISH_QUOTING;
  }

  /** Looks at the item as it stands, and makes the offer for what is selected. */
  async look(selected: Selected | undefined): Promise<void> {
    const { item } = this.element;
    const found = await assess(item);
    if (item !== this.element.item) return;
    const record = quotable(found, this.#words);
    this.#found = found;
    this.#selected = selected;
    this.#offer = typeof record === 'object' ? offerOf(record, selected?.passage) : undefined;
    this.#chosen = this.#offer?.choices[0];
    this.#unfolded = false;
    this.#says = undefined;
    this.#text = '';
    this.element.requestUpdate();
  }

  /** `small` in the toolbar near the selection. */
  view(small: boolean): TemplateResult {
    const words = this.#words;
    const [found, offer, chosen] = [this.#found, this.#offer, this.#chosen];
    if (!found) return html`<p role="status">${words.checking}</p>`;
    const record = quotable(found, words);
    if (typeof record === 'string') return html`<p role="alert">${record}</p>`;
    if (!offer || !chosen) return html`${nothing}`;
    const atPublisher = found.host === 'publisher';
    const passage = this.#selected?.passage;
    const shown = { record, offer, passage, chosen, atPublisher, small, unfolded: this.#unfolded };
    return html`${offerView(shown, this.#acts, words)} ${this.#renderSays(words)}`;
  }

  #renderSays(words: QuoteWords): TemplateResult {
    return html`<p class="says small" role=${this.#says?.wrong ? 'alert' : 'status'}>${this.#says?.words}</p>
      ${
        this.#text
          ? html`<textarea
              readonly
              aria-label=${words.textToCopy}
              .value=${this.#text}
              @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}
            ></textarea>`
          : nothing
      }`;
  }

  #acts: Acts = {
    choose: (choice) => {
      this.#chosen = choice;
      this.element.requestUpdate();
    },
    unfold: () => {
      this.#unfolded = true;
      this.element.requestUpdate();
    },
    foresee: () => preloadShare(this.element),
    post: () => void this.#post(),
    copy: () => void this.#copy(),
  };

  /** The excerpt or the doctor's own selection, as it was chosen. */
  #quotation() {
    const [record, selected, chosen] = [this.#found?.verdict.record, this.#selected, this.#chosen];
    const own = chosen?.kind === 'own' && record && selected ? quotationOf(record, selected, this.#words) : undefined;
    return { own, excerpt: chosen?.kind === 'approved' ? chosen.excerpt.id : '' };
  }

  async #post(): Promise<void> {
    const { own, excerpt } = this.#quotation();
    const { item, depth } = this.element;
    await openShare(this.element, { item, excerpt, depth, quote: own || excerpt !== '' ? { own } : undefined });
  }

  async #copy(): Promise<void> {
    const says = this.#words;
    const { item, depth, language: words } = this.element;
    try {
      const done = await copyWithSource({ owner: this.element, item, depth, words, says, ...this.#quotation() });
      this.#text = done.copied ? '' : done.text;
      this.#says = {
        words: done.copied ? [says.copied, done.counted ? says.inCrowds : ''].join(' ') : says.copyBlocked,
      };
    } catch (error) {
      this.#says = { words: error instanceof Error ? error.message : says.refused.unverified, wrong: true };
    }
    this.element.requestUpdate();
  }
}
