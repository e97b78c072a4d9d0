import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { labelView } from './label/label-view.js';
import { labelStyles } from './label/styles.js';
import { SourceElement } from './source-element.js';
import type { Assessment } from './source/assess.js';

/**
 * The source label of one item: whose it is, for whom, and whether it still stands.
 *
 * @slot - Readable fallback; shown until the item was checked, and when nothing could be.
 * @fires {PqFactEvent} pq-fact - A fact was queued for the community's own server.
 * @csspart state - The first line: what was checked.
 * @csspart icon - The mark before it.
 * @csspart source - Companies and their roles, promotional status, audience.
 * @csspart title - The item's title.
 * @csspart excerpt - The approved passage.
 * @csspart details - What one more click shows.
 * @cssprop [--pq-ink=currentColor] - Text colour; the host's by default.
 * @cssprop [--pq-accent=#0b6e66] - Colour of the verified mark and of focus; a light green in dark mode.
 * @cssprop [--pq-font-size=1em] - Size of the whole label; everything else is in proportion.
 * @cssprop [--pq-quote-font=Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif] - Font of the approved passage.
 * @cssprop [--pq-radius=0.25rem] - Corners.
 */
export class PqLabel extends SourceElement {
  static override styles: CSSResultGroup = labelStyles;

  protected override drawingKey(): string {
    return '';
  }

  protected override draw(found: Assessment): TemplateResult {
    return html`<article class="face" lang=${this.words.lang} aria-label=${this.words.element.source}>
      ${labelView(found, this.labelContext(found))}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pq-label': PqLabel;
  }
}
