import {
  adoptStyles,
  html,
  isServer,
  LitElement,
  render,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { LabelContext, RenderRecord, Verdict } from '@pullquote/record/reader';
import { readyRoot } from './server-drawn.js';
import { assess, sameFindings, type Assessment } from './source/assess.js';
import { unwatch, watch } from './source/heartbeat.js';
import { copyOf } from './source/prints.js';

const HEARD = ['click', 'pointerover', 'focusin'] as const;

/**
 * An element that shows one item as it stands: it checks, shows what was found, and looks again while the page is open.
 * What it shows is drawn once per finding and copied into every element that shows the same, so a thousand cards cost
 * little; therefore buttons are told apart by `data-do`, and not bound one by one.
 */
export abstract class SourceElement extends LitElement {
  static override properties: PropertyDeclarations = { item: {}, view: {}, assessment: { state: true } };

  /** The item's canonical URL, or an item link. */
  item = '';
  /** `compact` or `full` (with the details open). */
  view: 'compact' | 'full' = 'compact';

  protected assessment: Assessment | undefined;
  #internals = this.attachInternals();

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
    if (this.assessment) watch(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatch(this);
  }

  /** Style sheets do not follow an element into another document, and nobody brings them back with it. */
  adoptedCallback(): void {
    if (this.ownerDocument === document && this.shadowRoot)
      adoptStyles(this.shadowRoot, (this.constructor as typeof LitElement).elementStyles);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    readyRoot(this);
    const root = super.createRenderRoot();
    for (const type of HEARD) root.addEventListener(type, this);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('item')) return;
    // An attribute that was taken away is null; React sets a property that it no longer gives to undefined.
    this.item = (this.item as string | null | undefined) ?? '';
    // What was found of another item must not stand for this one, not even for a moment.
    this.assessment = undefined;
    this.#internals.states?.clear();
    if (!isServer) void this.check();
  }

  /** Checks the item as it stands now, and shows what changed. */
  async check(): Promise<void> {
    const item = this.item;
    if (!item) return;
    const found = await assess(item);
    if (item !== this.item) return; // Asked for something else meanwhile.
    // Begins once something is known, because how often to look again depends on the status list.
    if (this.isConnected) watch(this);
    if (this.assessment && sameFindings(this.assessment, found)) return; // A reader may be in the middle of it.
    this.#internals.states.clear();
    this.#internals.states.add(found.verdict.state);
    this.assessed(found);
    this.assessment = found;
  }

  handleEvent(event: Event): void {
    const what =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]')?.dataset['do'] : undefined;
    if (what === undefined) return;
    if (event.type !== 'click') this.foreseen(what);
    else if (what === 'details') void this.#toggleDetails();
    else this.asked(what);
  }

  /** The drawing of what was found. Elements with equal keys share it. */
  protected abstract draw(found: Assessment): TemplateResult;
  protected abstract drawingKey(): string;
  protected abstract labelContext(found: Assessment): LabelContext;

  /** For what a subclass does once the verdict is known. */
  protected assessed(_found: Assessment): void {}
  /** A button was chosen. */
  protected asked(_what: string): void {}
  /** A button may soon be chosen. */
  protected foreseen(_what: string): void {}

  protected override render(): unknown {
    const found = this.assessment;
    return found
      ? copyOf(found, `${this.localName} ${this.drawingKey()}`, () => this.draw(found))
      : html`<slot></slot>`;
  }

  protected override updated(): void {
    if (this.view === 'full' && this.record) void this.#toggleDetails(true);
  }

  async #toggleDetails(wanted?: boolean): Promise<void> {
    const place = this.renderRoot.querySelector<HTMLElement>('[part=details]');
    const button = this.renderRoot.querySelector('[data-do=details]');
    const { assessment, record } = this;
    if (!place || !button || !assessment || !record) return;
    const open = wanted ?? place.childElementCount === 0;
    const { detailsView } = await import('./label/details.js');
    render(open ? detailsView(record, this.labelContext(assessment)) : undefined, place);
    button.setAttribute('aria-expanded', String(open));
    button.textContent = open ? 'Fewer details' : 'Details';
  }
}
