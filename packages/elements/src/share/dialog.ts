import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { readLink, type RenderRecord } from '@pullquote/record/reader';
import type { FactDraft } from '@pullquote/events';
import { labelStyles } from '../label/styles.js';
import { languageOf, wordsFor } from '../languages.js';
import type { Destination } from '../share-event.js';
import { assess, type Assessment } from '../source/assess.js';
import { ENGLISH_WORDS, type Words } from '../words.js';
import type { Post } from './compose.js';
import { destinations } from './destinations.js';
import { blankDraft, isBegun, type Draft, type DraftChange } from './draft.js';
import { shareFact } from './fact.js';
import { commentView, excerptsView, tieView } from './fields.js';
import { headView } from './head-view.js';
import { keepAboveKeyboard } from './keyboard.js';
import { learnView } from './learn-view.js';
import { own } from './own.js';
import type { postedView } from './posted.js';
import { postOf } from './post.js';
import { quotationView } from './quotation-view.js';
import type { Quotation } from './quotation.js';
import { refusal } from './refusal.js';
import { sponsorOf, statementOf } from './sponsor.js';
import { dialogStyles } from './styles.js';
import type { ShareSubject } from './subject.js';
import { telling, type Telling } from './telling.js';
import type { WaysPanel } from './ways/panel.js';
import { allowedPlaces, whereView, type Results } from './where.js';
import { ENGLISH_SHARING, type ShareWords } from './words.js';

// What copying a quotation needs as well, without a chunk of its own.
export { postOf, telling };

/**
 * The share dialog: the label first, then the doctor's own words, where they go, the passage, and what the publisher
 * will learn. What else can be done with an item loads when it is asked for.
 */
export class ShareDialog extends LitElement {
  static override styles = [labelStyles, dialogStyles];

  /** Made by the element that opens it; its events leave from there. */
  static create(owner: HTMLElement): ShareDialog {
    own('pq-share-dialog', ShareDialog);
    const dialog = new ShareDialog();
    dialog.#owner = owner;
    return dialog;
  }

  static override properties: PropertyDeclarations = Object.fromEntries(
    'subject draft discarded found refused telling results tell phase posted problem notice words panel more'
      .split(' ')
      .map((name) => [name, { state: true }]),
  );

  private subject: ShareSubject = { item: '', depth: 1 };
  private draft: Draft = blankDraft('');
  /** What 'Discard draft' took away, while it can still be had back. */
  private discarded: Draft | undefined;
  private found: Assessment | undefined;
  private refused: string | undefined;
  private telling: Telling | undefined;
  private results: Results;
  private tell = true;
  private phase: 'editing' | 'posting' | 'posted' = 'editing';
  private posted: readonly Destination[] = [];
  private postedView: typeof postedView | undefined;
  private problem = '';
  private notice = '';
  private words: Words = ENGLISH_WORDS;
  private panel: WaysPanel | undefined;
  private more = false;

  #owner: HTMLElement = this;
  #search = 0;
  /** In memory, and gone with the page. */
  #drafts = new Map<string, Draft>();
  #letGo: (() => void) | undefined;

  get #says(): ShareWords {
    return this.words.sharing ?? ENGLISH_SHARING;
  }

  /** The doctor's own selection from the text. */
  get #own(): Quotation | undefined {
    return this.subject.quote?.own;
  }

  #fact(record: RenderRecord, destination: Destination | undefined): FactDraft {
    const quoted = this.subject.quote !== undefined && (this.#own !== undefined || this.draft.excerpt !== '');
    return shareFact(record, this.subject.depth, destination, quoted);
  }

  /** Shows the dialog at once and fills it as answers come. A draft of the same item is still there. */
  open(subject: ShareSubject): void {
    if (this.phase !== 'posting') this.#begin(subject);
    void this.updateComplete.then(() => this.#show());
  }

  protected override render(): TemplateResult {
    const { element } = this.words;
    return html`<dialog class="face" aria-labelledby="head" @close=${this.#onClose}>
      <div class="top">
        <h2 id="head">${this.found?.host === 'publisher' ? element.shareInCommunity : element.shareWithSource}</h2>
        <button class="close" type="button" aria-label=${this.#says.close} @click=${this.#close}>×</button>
      </div>
      ${this.#renderBody()}
    </dialog>`;
  }

  #renderBody(): TemplateResult {
    const { found, refused } = this;
    const says = this.#says;
    if (!found) return html`<div class="body"><p role="status">${says.checking}</p></div>`;
    if (this.phase === 'posted' && this.postedView)
      return this.postedView(this.posted, () => this.#begin(this.subject), this.#close, this.words, says.close);
    const record = found.verdict.record;
    const head = headView(found, this.draft.excerpt, this.words, says);
    if (refused !== undefined || !record)
      return html`<div class="body">
        ${head}
        <p class="says wrong" role="alert">${refused ?? says.notChecked}</p>
      </div>`;
    return found.host === 'publisher'
      ? html`<div class="body">${head} ${this.#renderPanel(found)}</div>`
      : this.#renderForm(head, found, record);
  }

  #renderForm(head: TemplateResult, found: Assessment, record: RenderRecord): TemplateResult {
    const { draft } = this;
    const says = this.#says;
    const posting = this.phase === 'posting';
    return html`<form @submit=${this.#onSubmit} aria-busy=${posting ? 'true' : 'false'}>
      <div class="body">
        ${head} ${commentView(draft, this.#change, says)} ${quotationView(this.#own)}
        ${whereView(record, this.results, draft, this.#onSearch, this.#change, says)}
        ${excerptsView(record, draft, this.#change, says)}
        ${tieView(sponsorOf(record, this.words.list), draft, this.#change, says)}
        ${learnView(this.telling, this.#fact(record, draft.chosen), this.tell, (on) => (this.tell = on), this.words, says)}
        <details class="more" .open=${this.more} @toggle=${this.#onMore}>
          <summary>${says.moreWays}</summary>
          ${this.#renderPanel(found)}
        </details>
      </div>
      <div class="end">
        <button class="post" type="submit" aria-disabled=${posting ? 'true' : 'false'}>
          ${posting ? says.posting : says.post}
        </button>
        ${isBegun(draft) && !posting ? html`<button type="button" @click=${this.#discard}>${says.discard}</button>` : nothing}
        <p class="says ${this.problem ? 'wrong' : ''}" role=${this.problem ? 'alert' : 'status'}>
          ${this.problem || this.notice}
          ${this.discarded ? html`<button type="button" @click=${this.#undo}>${says.undo}</button>` : nothing}
        </p>
      </div>
    </form>`;
  }

  #renderPanel(found: Assessment): WaysPanel | undefined {
    const post = this.#post();
    const { telling, tell, words } = this;
    return (
      post &&
      this.panel?.show({ owner: this.#owner, found, post, telling, tell, words, nothingSent: this.#says.nothingSent })
    );
  }

  #box(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #show(): void {
    const box = this.#box();
    if (!box || box.open) return;
    // Not every browser gives focus to a button that was clicked; without it, none could come back to it.
    const root = this.#owner.shadowRoot;
    if (root && !root.activeElement) root.querySelector<HTMLElement>('[part=button], [data-do=share]')?.focus();
    box.showModal();
    this.#letGo = keepAboveKeyboard(box);
  }

  #close = (): void => this.#box()?.close();

  #onClose = (): void => {
    this.#letGo?.();
    this.notice = '';
    this.discarded = undefined;
  };

  #begin(subject: ShareSubject): void {
    const start = subject.excerpt || (readLink(subject.item)?.excerpt ?? '');
    const draft = this.#drafts.get(subject.item) ?? blankDraft(start);
    if (subject.item !== this.subject.item) {
      this.found = undefined;
      this.problem = '';
      this.more = false;
    }
    this.phase = 'editing';
    this.subject = subject;
    this.#change(draft.start === start ? { ...draft } : { ...draft, excerpt: start, start });
    // On screen first: asking and verifying would cost the click its frame. The label comes at most a frame later for it.
    requestAnimationFrame(() => setTimeout(() => void this.#load()));
  }

  async #load(): Promise<void> {
    const { item, depth } = this.subject;
    this.words = await wordsFor(languageOf(this.#owner));
    const [found, counting] = await Promise.all([assess(item, true), telling()]);
    const refused = await refusal(found, depth, this.words, this.#says);
    if (item !== this.subject.item) return;
    this.found = found;
    this.refused = refused;
    this.telling = counting;
    counting?.dress(this.renderRoot);
    if (found.host === 'publisher') await this.#loadPanel();
    else if (found.verdict.record) await this.#choose(found.verdict.record);
    void this.#loadPosting().catch(() => undefined);
  }

  /** Where there is one place only, it is chosen already. */
  async #choose(record: RenderRecord): Promise<void> {
    if (!this.results || this.results === 'failed') await this.#onSearch('');
    const [only, ...others] = allowedPlaces(this.results, record);
    if (only && others.length === 0 && !this.draft.chosen) this.#change({ chosen: only });
  }

  #onSearch = async (words: string): Promise<void> => {
    const search = ++this.#search;
    const results = await destinations(words).catch(() => 'failed' as const);
    if (search === this.#search) this.results = results;
  };

  #change: DraftChange = (change) => {
    this.draft = { ...this.draft, ...change };
    this.#drafts.set(this.subject.item, this.draft);
    this.discarded = undefined;
    this.notice = '';
  };

  #discard = (): void => {
    const discarded = this.draft;
    this.#change({ ...blankDraft(discarded.start), chosen: discarded.chosen });
    this.discarded = discarded;
    this.problem = '';
    this.notice = this.#says.discarded;
  };

  #undo = (): void => this.discarded && this.#change(this.discarded);

  #post(): Post | undefined {
    const { found, draft, words } = this;
    const record = found?.verdict.record;
    if (!found || !record) return undefined;
    const statement = statementOf(draft.tie, sponsorOf(record, words.list), this.#says);
    const said = { excerpt: draft.excerpt, comment: draft.comment, statement, quote: this.#own };
    return postOf(found, this.subject.depth, said, words);
  }

  #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { chosen } = this.draft;
    if (this.phase !== 'editing') return;
    this.notice = '';
    this.problem = chosen ? '' : this.#says.choose;
    if (!chosen) return;
    this.phase = 'posting';
    try {
      await this.#send(chosen);
    } catch (error) {
      this.phase = 'editing';
      this.more = true; // There may be another way.
      this.problem = error instanceof Error ? error.message : this.#says.notLoaded;
    }
  };

  /** Looks once more whether the item stands, asks the host page to post it, and tells what became of it. */
  async #send(destination: Destination): Promise<void> {
    const { depth, item } = this.subject;
    const { askHost, announce, postedView } = await this.#loadPosting();
    const found = (this.found = await assess(item, true));
    this.refused = await refusal(found, depth, this.words, this.#says);
    const post = this.#post();
    const quoting = post && this.#own?.refusal(post.record);
    if (quoting !== undefined) throw new Error(quoting);
    if (this.refused !== undefined || !post) throw new Error(this.refused ?? this.#says.notChecked);
    this.posted = await askHost(this.#owner, post, destination, this.words, this.#says.notAllowed);
    this.postedView = postedView;
    this.phase = 'posted';
    this.#drafts.delete(item);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.posted')?.focus());
    const { telling } = this;
    if (this.tell && telling)
      for (const one of this.posted) telling.tellFact(this.#owner, telling.port, this.#fact(post.record, one));
    // Last, because a host page may leave for the new post right here.
    for (const one of this.posted) announce(this.#owner, post, one);
  }

  /** Loads while the doctor writes. */
  #loadPosting() {
    return import('./posting.js').catch(() => {
      throw new Error(this.#says.notLoaded);
    });
  }

  #onMore = async (event: Event): Promise<void> => {
    this.more = (event.target as HTMLDetailsElement).open;
    if (this.more) await this.#loadPanel();
  };

  async #loadPanel(): Promise<void> {
    try {
      this.panel ??= (await import('./ways/panel.js')).WaysPanel.create();
    } catch {
      this.notice = this.#says.notLoaded;
    }
  }
}
