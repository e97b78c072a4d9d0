import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { compactLabel, type LabelContext, type RenderRecord, type Verdict } from '@pullquote/record/reader';
import { bareState, detailOf, linksView, restView, stateView, titleView, whoView } from './label/view.js';
import { labelStyles } from './label/styles.js';
import { assess, type Assessment } from './source/assess.js';
import { watch } from './source/heartbeat.js';

/**
 * The source label of one item: whose it is, for whom, and whether it still stands.
 *
 * @slot - Readable fallback; shown until the item was checked, and when nothing could be.
 * @csspart state - The first line: what was checked.
 * @csspart source - Companies and their roles, promotional status, audience.
 * @csspart details - What one more click shows.
 * @cssprop --pq-ink - Text colour; the host's by default.
 * @cssprop --pq-accent - Colour of the verified mark and of focus.
 * @cssprop --pq-font-size - Size of the label; the host's by default.
 */
export class PqLabel extends LitElement {
  static override styles: CSSResultGroup = labelStyles;

  static override properties: PropertyDeclarations = {
    item: {},
    view: {},
    assessment: { state: true },
    details: { state: true },
  };

  /** The item's canonical URL, or an item link. */
  item = '';
  /** `compact` or `full` (with the details open). */
  view: 'compact' | 'full' = 'compact';

  protected assessment: Assessment | undefined;
  protected details: TemplateResult | undefined;
  #internals = this.attachInternals();
  #unwatch: (() => void) | undefined;

  /** What was found of the item, once it was checked. */
  get verdict(): Verdict | undefined {
    return this.assessment?.verdict;
  }
  /** The signed record, once its signature held. */
  get record(): RenderRecord | undefined {
    return this.assessment?.verdict.record;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.assessment) this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('item')) void this.check();
  }

  /** Checks the item again, as it stands now. */
  async check(fresh = false): Promise<void> {
    const item = this.item;
    if (!item) return;
    const assessment = await assess(item, fresh);
    if (item !== this.item) return; // Asked for something else meanwhile.
    this.#internals.states.clear();
    this.#internals.states.add(assessment.verdict.state);
    this.assessment = assessment;
    if (this.isConnected) this.#watch();
    this.assessed(assessment);
    if (this.view === 'full' && !this.details) void this.toggleDetails();
  }

  /** Begins once something is known, because how often to look again depends on the status list. */
  #watch(): void {
    this.#unwatch ??= watch(() => void this.check());
  }

  protected override render(): TemplateResult {
    const found = this.assessment;
    if (!found) return html`<slot></slot>`;
    return found.verdict.record ? this.renderLabel(found, found.verdict.record) : this.renderStored(found);
  }

  /** For what a subclass does once the verdict is known. */
  protected assessed(_assessment: Assessment): void {}

  protected labelContext({ verdict, country, communityFunding }: Assessment): LabelContext {
    return { state: verdict.state, country, communityFunding };
  }

  protected renderLabel(found: Assessment, record: RenderRecord): TemplateResult {
    const label = compactLabel(record, this.labelContext(found));
    return html`${stateView(label.state, found.publisher)} ${whoView(label)}
      <p class="small">${detailOf(label.state) ?? nothing}</p>
      ${titleView(label)} ${restView(label)}
      <div class="foot">${linksView(label)} ${this.renderToggle()}</div>
      ${this.details ?? nothing}`;
  }

  /** Nothing signed to show: the state, its reason, and what the post itself says. */
  protected renderStored(found: Assessment): TemplateResult {
    const words = bareState(found.verdict);
    return html`${stateView(words, found.publisher)}
      <p class="small">${words.detail}</p>
      <slot></slot>`;
  }

  protected renderToggle(): TemplateResult {
    return html`<button type="button" aria-expanded=${this.details ? 'true' : 'false'} @click=${this.toggleDetails}>
      ${this.details ? 'Fewer details' : 'Details'}
    </button>`;
  }

  protected async toggleDetails(): Promise<void> {
    if (this.details) {
      this.details = undefined;
      return;
    }
    const { assessment, record } = this;
    if (!assessment || !record) return;
    const { detailsView } = await import('./label/details.js');
    this.details = detailsView(record, this.labelContext(assessment));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-label': PqLabel;
  }
}
