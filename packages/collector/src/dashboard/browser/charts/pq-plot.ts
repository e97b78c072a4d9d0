import { LitElement, type PropertyDeclarations } from 'lit';
import type { Choose } from './frame.js';

/** Pixels between two widths that are worth a new drawing. */
const CLOSE = 4;
/** What a sheet of A4 or Letter holds between its margins, so that print is drawn for paper and not shrunk. */
const PAPER_WIDTH = 680;

/** Asked for at once, so that it comes while the reports do. */
const drawings = import('./drawings.js');

/** A drawing that fills the width it is given, and is drawn anew when that changes or when its figures do. */
export class PqPlot extends LitElement {
  static override properties: PropertyDeclarations = { of: { attribute: false }, says: { attribute: false } };

  /** What the drawing is made of: as long as each of these is the same, so is the drawing. */
  declare of: readonly unknown[];
  /** The drawing in one sentence, for those who cannot see it. */
  declare says: string;
  declare draw: Choose | undefined;
  #charts: Awaited<typeof drawings> | undefined;
  #width = 0;
  #drawn: readonly unknown[] = [];
  readonly #sizes = new ResizeObserver(() => this.#fit());
  readonly #print = matchMedia('print');
  readonly #onPrint = () => this.#fit();

  constructor() {
    super();
    this.says = '';
    this.of = [];
    drawings.then(
      (charts) => {
        this.#charts = charts;
        this.#fit();
      },
      () =>
        this.replaceChildren('The drawing could not be loaded. Its table stands below; reload the page to try again.'),
    );
  }

  /** The style sheet is the page's, and an export finds the drawing. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    this.#print.addEventListener('change', this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#print.removeEventListener('change', this.#onPrint);
  }

  protected override updated(): void {
    const isSame = this.of.length === this.#drawn.length && this.of.every((part, i) => part === this.#drawn[i]);
    if (!isSame) this.#width = 0;
    this.#fit();
  }

  #fit(): void {
    const width = this.#print.matches ? PAPER_WIDTH : this.clientWidth;
    if (!this.#charts || !this.draw || width === 0 || Math.abs(width - this.#width) < CLOSE) return;
    this.#width = width;
    this.#drawn = this.of;
    const svg = this.draw(this.#charts)({ width });
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', this.says);
    this.replaceChildren(svg);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-plot': PqPlot;
  }
}
