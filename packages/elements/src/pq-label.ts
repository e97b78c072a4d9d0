import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { labelView } from './label/label-view.js';
import { labelStyles } from './label/styles.js';
import { SourceElement } from './source-element.js';
import type { Assessment } from './source/assess.js';

/**
 * The source label of one item: whose it is, for whom, and whether it still stands.
 *
 * @slot - Readable fallback; shown until the item was checked, and when nothing could be.
 * @fires pq-fact - A fact was queued for the community's own server.
 * @csspart state - The first line: what was checked.
 * @csspart source - Companies and their roles, promotional status, audience.
 * @csspart details - What one more click shows.
 * @cssprop --pq-ink - Text colour; the host's by default.
 * @cssprop --pq-accent - Colour of the verified mark and of focus.
 * @cssprop --pq-font-size - Size of the label; the host's by default.
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
