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
import { stateNameOf, type LabelContext, type RenderRecord, type Verdict } from '@pullquote/record/reader';
import { readyRoot } from './server-drawn.js';
import { assess, findingsOf, type Assessment } from './source/assess.js';
import { unwatch, watch } from './source/heartbeat.js';
import { copyOf } from './source/prints.js';
import { loadFacts } from './load-facts.js';
import { reader } from './source/reader.js';
import { languageOf, wordsFor } from './languages.js';
import { ENGLISH_WORDS, type Words } from './words.js';

export type ElementContext = LabelContext & { readonly words: Words };

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

  /** What was found of the item, and all that it is shown with. For our own modules; a page reads `verdict` and `record`. */
  assessment: Assessment | undefined;
  /** In the language of the page around the element. */
  protected words: Words = ENGLISH_WORDS;
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
    if (this.assessment) void this.check(); // It may stand in another language now.
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
    const asked = reader();
    if (!item) return;
    const [found, words] = await Promise.all([assess(item), wordsFor(languageOf(this))]);
    if (item !== this.item) return; // Asked for something else meanwhile.
    if (asked !== reader()) return this.check(); // Judged for somebody else.
    // Begins once something is known, because how often to look again depends on the status list.
    if (this.isConnected) watch(this);
    // A reader may be in the middle of it.
    if (this.assessment && words === this.words && findingsOf(this.assessment) === findingsOf(found)) return;
    this.words = words;
    // Safari before 17.4 and Firefox before 126 have none: there a state has its words and its icon, and no `:state()`.
    const states = this.#internals.states as CustomStateSet | undefined;
    states?.clear();
    states?.add(found.verdict.state);
    await this.assessed(found);
    this.assessment = found;
    this.requestUpdate();
    if (found.counted) void loadFacts().then((facts) => facts?.follow(this));
  }

  handleEvent(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null;
    const what = button?.dataset['do'];
    if (!button || what === undefined) return;
    if (event.type !== 'click') this.foreseen(what);
    else if (what === 'details') void this.#toggleDetails();
    else if (what === 'play') void this.#play(button);
    else this.asked(what);
  }

  /** The drawing of what was found. Elements with equal keys share it. */
  protected abstract draw(found: Assessment): TemplateResult;
  protected abstract drawingKey(): string;
  protected labelContext({ verdict, country, communityFunding }: Assessment): ElementContext {
    const { gate } = verdict;
    return { state: stateNameOf(verdict), gate, country, communityFunding, words: this.words };
  }

  /** For what a subclass does once the verdict is known. */
  protected assessed(_found: Assessment): void | Promise<void> {}
  /** A button was chosen. */
  protected asked(_what: string): void {}
  /** A button may soon be chosen. */
  protected foreseen(_what: string): void {}

  protected override render(): unknown {
    const found = this.assessment;
    return found
      ? copyOf(found, `${this.localName} ${this.words.lang} ${this.drawingKey()}`, () => this.draw(found))
      : html`<slot></slot>`;
  }

  protected override updated(): void {
    if (this.view === 'full' && this.record) void this.#toggleDetails(true);
  }

  async #play(button: HTMLElement): Promise<void> {
    const { assessment, record } = this;
    if (!assessment || !record) return;
    const { play } = await import('./media/play.js');
    await play(button, record, this.labelContext(assessment));
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
    button.textContent = open ? this.words.element.fewer : this.words.element.details;
  }
}
