import { html, nothing, type TemplateResult } from 'lit';
import type { Quotation } from './quotation.js';

/** The doctor's own selection, as the post will show it. */
export function quotationView(own: Quotation | undefined): TemplateResult | typeof nothing {
  if (!own) return nothing;
  return html`<section class="own">
    ${`“${own.text}”`.split('\n').map((line) => html`<p class="excerpt" dir="auto">${line}</p>`)}
    <p class="hint">${own.note}</p>
  </section>`;
}
