import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { compactLabel, readLink, stateNameOf, type RenderRecord } from '@pullquote/record/reader';
import type { FactPort, Preview } from '@pullquote/events';
import { PqFactEvent } from '../fact-event.js';
import { labelStyles } from '../label/styles.js';
import { bareState, excerptView, restView, stateView, titleView, whoView } from '../label/view.js';
import type { ShareSubject } from './subject.js';
import { PqSharedEvent, type Destination } from '../share-event.js';
import { askHost, postOf } from './post.js';
import { assess, type Assessment } from '../source/assess.js';
import { counting } from './counting.js';
import { destinations } from './destinations.js';
import { commentView, destinationsView, excerptsView, learnView } from './fields.js';
import { compose, linkOnly, type Post } from './compose.js';
import { shareFact } from './fact.js';
import { placesView } from './places.js';
import { quotationView } from './quotation-view.js';
import type { Quotation } from './quotation.js';
import { refusal } from './refusal.js';
import { dialogStyles } from './styles.js';
import { languageOf, wordsFor } from '../languages.js';
import { ENGLISH_WORDS, type Words } from '../words.js';
import { ENGLISH_SHARING, type ShareWords } from './words.js';

// What copying a quotation needs as well, without a chunk of its own.
export { compose, counting, postOf, PqFactEvent };

const TAG = 'pq-share-dialog';

/** The share dialog: the label first, then where, the doctor's own words, the passage, and what the publisher will learn. */
export class ShareDialog extends LitElement {
  static override styles = [labelStyles, dialogStyles];

  /** Made by the element that opens it; its events leave from there. */
  static create(owner: HTMLElement): ShareDialog {
    if (!customElements.get(TAG)) customElements.define(TAG, ShareDialog);
    const dialog = document.createElement(TAG) as ShareDialog;
    dialog.#owner = owner;
    return dialog;
  }

  static override properties: PropertyDeclarations = {
    subject: { state: true },
    found: { state: true },
    port: { state: true },
    results: { state: true },
    chosen: { state: true },
    comment: { state: true },
    excerpt: { state: true },
    tell: { state: true },
    phase: { state: true },
    problem: { state: true },
    notice: { state: true },
    text: { state: true },
    words: { state: true },
  };

  private subject: ShareSubject = { item: '', depth: 1 };
  private found: Assessment | undefined;
  private port: FactPort | undefined;
  private results: readonly Destination[] | 'failed' | undefined;
  private chosen: Destination | undefined;
  private comment = '';
  private excerpt = '';
  private tell = true;
  private phase: 'editing' | 'posting' | 'posted' = 'editing';
  private problem = '';
  private notice = '';
  private text = '';
  private words: Words = ENGLISH_WORDS;

  #owner: HTMLElement = this;
  #search = 0;

  get #says(): ShareWords {
    return this.words.sharing ?? ENGLISH_SHARING;
  }

  /** The doctor's own selection from the text. */
  get #own(): Quotation | undefined {
    return this.subject.quote?.own;
  }

  /** Started from a passage, and still holds one. */
  get #quoted(): boolean {
    return this.subject.quote !== undefined && (this.#own !== undefined || this.excerpt !== '');
  }

  /** Shows the dialog at once and fills it as answers come. A draft of the same item is still there. */
  open(subject: ShareSubject): void {
    if (subject.item !== this.subject.item || subject.quote || this.phase === 'posted') {
      this.excerpt = subject.excerpt || (readLink(subject.item)?.excerpt ?? '');
      this.phase = 'editing';
    }
    this.subject = subject;
    this.problem = this.notice = this.text = '';
    void this.updateComplete.then(() => this.#box()?.open || this.#box()?.showModal());
    // On screen first: asking and verifying would cost the click its frame. The label comes at most a frame later for it.
    requestAnimationFrame(() => setTimeout(() => void this.#load()));
  }

  protected override render(): TemplateResult {
    const { element } = this.words;
    return html`<dialog class="face" aria-labelledby="head" @close=${() => (this.notice = '')}>
      <div class="top">
        <h2 id="head">${this.found?.host === 'publisher' ? element.shareInCommunity : element.shareWithSource}</h2>
        <button class="close" type="button" aria-label=${this.#says.close} @click=${() => this.#box()?.close()}>
          ×
        </button>
      </div>
      ${this.#renderBody()}
    </dialog>`;
  }

  #box(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #renderBody(): TemplateResult {
    const { found } = this;
    if (!found) return html`<div class="body"><p role="status">${this.#says.checking}</p></div>`;
    const record = found.verdict.record;
    const refused = refusal(found, this.subject.depth, this.#says);
    const head = html`<section class="source" aria-label=${this.words.element.source}>
      ${record ? this.#renderLabel(found, record) : stateView(bareState(found.verdict, this.words), found.publisher)}
    </section>`;
    if (refused !== undefined || !record)
      return html`<div class="body">
          ${head}
          <p class="says wrong" role="alert">${refused ?? ''}</p>
        </div>
        <div class="end"></div>`;
    return found.host === 'publisher' ? this.#renderPlaces(head) : this.#renderForm(head, record);
  }

  #renderLabel(found: Assessment, record: RenderRecord): TemplateResult {
    const own = found.host === 'publisher';
    const country = own ? (record.audience.countries[0] ?? '') : found.country;
    const label = compactLabel(record, {
      state: own ? 'as-stated' : stateNameOf(found.verdict),
      country,
      excerpt: this.excerpt,
      words: this.words,
    });
    return html`${own ? nothing : stateView(label.state, found.publisher)} ${whoView(label)} ${titleView(label)}
      <details class="small">
        <summary>${this.#says.wholeLabel}</summary>
        ${excerptView(label)} ${restView(label)}
      </details>`;
  }

  #renderPlaces(head: TemplateResult): TemplateResult {
    const post = this.#post();
    return html`<div class="body">
        ${head} ${placesView(this.found?.folder?.communities ?? [], post ? linkOnly(post) : '', this.#says)}
      </div>
      <div class="end">${this.#renderCopy()}${this.#renderSays()}</div>`;
  }

  #renderForm(head: TemplateResult, record: RenderRecord): TemplateResult {
    const posting = this.phase === 'posting';
    const words = this.#says;
    return html`<form @submit=${this.#onSubmit}>
      <div class="body">
        ${head} ${destinationsView(this.results, this.chosen, this.#onSearch, (one) => (this.chosen = one), words)}
        ${commentView(this.comment, (comment) => (this.comment = comment), words)} ${quotationView(this.#own)}
        ${excerptsView(record, this.excerpt, (id) => (this.excerpt = id), words)}
        ${learnView(this.#preview(record), this.tell, (on) => (this.tell = on), words)}
      </div>
      <div class="end">
        <button class="post" type="submit" ?disabled=${posting || !this.chosen}>
          ${posting ? words.posting : words.post}
        </button>
        ${this.#renderCopy()} ${this.#renderSays()}
      </div>
    </form>`;
  }

  #renderCopy(): TemplateResult {
    return html`<button type="button" @click=${() => this.#copy('link')}>${this.#says.copyLink}</button>
      <button type="button" @click=${() => this.#copy('label')}>${this.#says.copyLabel}</button>`;
  }

  #renderSays(): TemplateResult {
    return html`<p class="says ${this.problem ? 'wrong' : ''}" role=${this.problem ? 'alert' : 'status'}>
        ${this.problem || this.notice}
      </p>
      ${this.text ? html`<textarea readonly aria-label=${this.#says.textToCopy} .value=${this.text} @focus=${(e: FocusEvent) => (e.target as HTMLTextAreaElement).select()}></textarea>` : nothing}`;
  }

  async #load(): Promise<void> {
    const { item } = this.subject;
    this.words = await wordsFor(languageOf(this.#owner));
    const [found, port] = await Promise.all([assess(item, true), counting()]);
    if (item !== this.subject.item) return;
    this.found = found;
    this.port = port;
    if (found.host === 'community' && !this.results) await this.#onSearch('');
  }

  #onSearch = async (words: string): Promise<void> => {
    const search = ++this.#search;
    const results = await destinations(words).catch(() => 'failed' as const);
    if (search === this.#search) this.results = results;
  };

  #post(): Post | undefined {
    return this.found && postOf(this.found, this.subject.depth, this.excerpt, this.comment, this.words, this.#own);
  }

  /** Undefined where counting is off or blocked. */
  #preview(record: RenderRecord): Preview | undefined {
    return this.port?.preview(shareFact(record, this.subject.depth, this.chosen, this.#quoted));
  }

  #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { chosen } = this;
    if (!chosen || this.phase === 'posting') return;
    this.phase = 'posting';
    this.problem = this.notice = '';
    try {
      const posted = await this.#ask(chosen);
      this.#count(posted);
      this.phase = 'posted';
      this.notice = this.#says.postedIn(this.words.list(posted.map(({ label }) => label)));
      this.comment = '';
      this.chosen = undefined;
      // Last, because a host page may leave for the new post right here.
      for (const one of posted) this.#tellShared(one);
    } catch (error) {
      this.phase = 'editing';
      this.problem = error instanceof Error ? error.message : this.#says.hostFailed(undefined);
    }
  };

  /** Looks once more whether the item stands, then asks the host page to post it. */
  async #ask(destination: Destination): Promise<readonly Destination[]> {
    this.found = await assess(this.subject.item, true);
    const { record } = this.found.verdict;
    const refused = refusal(this.found, this.subject.depth, this.#says) ?? (record && this.#own?.refusal(record));
    const post = this.#post();
    if (refused !== undefined || !post) throw new Error(refused ?? this.#says.notChecked);
    return askHost(this.#owner, post, destination, this.#says);
  }

  #tellShared(destination: Destination): void {
    const record = this.found?.verdict.record;
    if (record) this.#owner.dispatchEvent(new PqSharedEvent(record.id, record.version, destination));
  }

  #count(posted: readonly Destination[]): void {
    const record = this.found?.verdict.record;
    if (!record || !this.tell || !this.port) return;
    for (const destination of posted) {
      const { fact } = this.port.preview(shareFact(record, this.subject.depth, destination, this.#quoted));
      if (!fact) continue;
      this.port.record(fact);
      this.#owner.dispatchEvent(new PqFactEvent(fact));
    }
  }

  async #copy(what: 'link' | 'label'): Promise<void> {
    const post = this.#post();
    if (!post) return;
    const text = what === 'link' ? linkOnly(post) : compose(post, 'text');
    try {
      await navigator.clipboard.writeText(text);
      this.notice = what === 'link' ? this.#says.linkCopied : this.#says.labelCopied;
      this.text = '';
    } catch {
      this.notice = this.#says.copyBlocked;
      this.text = text;
    }
  }
}
