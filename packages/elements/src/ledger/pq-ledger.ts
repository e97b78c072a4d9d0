import { html, LitElement, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Counting } from '@pullquote/events/browser';
import { labelStyles } from '../label/styles.js';
import { languageOf, wordsFor } from '../languages.js';
import { counting } from '../share/port.js';
import { unwatch, watch } from '../source/heartbeat.js';
import { host } from '../source/host.js';
import { ENGLISH_WORDS, type Words } from '../words.js';
import { saveFile } from './save-file.js';
import { ledgerStyles } from './styles.js';
import { entriesView } from './view.js';
import { ENGLISH_LEDGER, type LedgerWords } from './words.js';

/**
 * The doctor's own account of what was counted: each fact, its lane, what may leave the community and when, and what became
 * of it. It is made here, in the browser, and goes with the page; or with the login, where facts outlive the page.
 *
 * @slot - Readable fallback for pages where scripts are off.
 * @csspart entries - The list.
 * @csspart entry - One fact.
 * @csspart empty - What stands there while nothing was counted.
 * @cssprop [--pq-ink=currentColor] - Text colour; the host's by default.
 * @cssprop [--pq-accent=#0b6e66] - Colour of focus; a light green in dark mode.
 * @cssprop [--pq-font-size=1em] - Size of the whole label; everything else is in proportion.
 * @cssprop [--pq-quote-font=Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif] - Font of the approved passage.
 * @cssprop [--pq-radius=0.25rem] - Corners.
 */
export class PqLedger extends LitElement {
  static override styles: CSSResultGroup = [labelStyles, ledgerStyles];
  static override properties: PropertyDeclarations = {
    counting: { state: true },
    setting: { state: true },
    words: { state: true },
    notice: { state: true },
  };

  private counting: Counting | undefined;
  private setting: keyof LedgerWords['counts'] | undefined;
  private words: Words = ENGLISH_WORDS;
  private notice = '';
  #unsubscribe: (() => void) | undefined;

  get #says(): LedgerWords {
    return this.words.ledger ?? ENGLISH_LEDGER;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    watch(this);
    void this.check();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatch(this);
    this.#unsubscribe?.();
  }

  /** Looks again in which language it stands. */
  async check(): Promise<void> {
    this.words = await wordsFor(languageOf(this));
  }

  async #begin(): Promise<void> {
    const [place, port] = await Promise.all([host(), counting()]);
    const count = place.kind === 'community' && !place.file.direct ? place.file.count : 'none';
    const refused = (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;
    this.setting = count === 'none' ? 'none' : refused ? 'browser-refuses' : port ? count : 'unreachable';
    this.counting = port;
    this.#unsubscribe?.();
    if (this.isConnected) this.#unsubscribe = port?.subscribe(() => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    if (this.setting === undefined) return html`<slot></slot>`;
    const { counting: port } = this;
    const words = this.#says;
    return html`<section class="face" aria-labelledby="head">
      <h2 id="head">${words.heading}</h2>
      <p class="says">${words.counts[this.setting]} ${port?.kept ? words.introKept : words.intro}</p>
      ${port ? this.#renderAccount(port) : nothing}
    </section>`;
  }

  #renderAccount(port: Counting): TemplateResult {
    const words = this.#says;
    const entries = port.entries();
    return html`<label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked=${String(port.never)}
          .checked=${port.never}
          @change=${(event: Event) => this.#setNever(port, (event.target as HTMLInputElement).checked)}
        />
        ${words.never}
      </label>
      <p class="small" role="status">
        ${port.never ? words.neverOn : nothing} ${this.notice} ${port.notice() === undefined ? nothing : words.notKept}
      </p>
      ${entriesView(entries, words)}
      ${
        entries.length > 0
          ? html`<div class="acts">
              <button type="button" @click=${() => this.#export(port)}>${words.export}</button>
              <button type="button" @click=${() => this.#erase(port)}>${words.erase}</button>
            </div>`
          : nothing
      }`;
  }

  async #setNever(port: Counting, on: boolean): Promise<void> {
    const kept = await port.setNever(on);
    this.notice = kept ? '' : this.#says.neverThisPage;
    this.requestUpdate();
  }

  #export(port: Counting): void {
    const list = port.entries().map(({ draft, lane, status, reason }) => ({ ...draft, lane, status, reason }));
    saveFile('pullquote-ledger.json', 'application/json', JSON.stringify(list, null, 2));
  }

  async #erase(port: Counting): Promise<void> {
    await port.erase();
    this.notice = this.#says.erased;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-ledger': PqLedger;
  }
}
