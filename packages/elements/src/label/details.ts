import { html, nothing, type TemplateResult } from 'lit';
import { clean, expandedItems, forReader, readDetails, type RenderRecord } from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import { linkView } from './view.js';

/** What one more click shows. Loaded with that click. */
export function detailsView(record: RenderRecord, context: ElementContext): TemplateResult {
  return html`${contactsView(record, context)}${expandedItems(readDetails(record), context).map(
    ({ field, heading, text, lang, links = [] }) =>
      html`<p class="small">
        <b>${heading}.</b> <bdi lang=${lang ?? nothing}>${text}</bdi> ${links.map(
          (link) => html`${linkView(link.text, link.href, field)} `,
        )}
      </p>`,
  )}`;
}

/** Whom to ring or to write to about an adverse event. What comes from a record can add no header to the letter. */
function contactsView({ aeReporting }: RenderRecord, { country, words }: ElementContext): TemplateResult[] {
  return forReader(aeReporting, country).flatMap(([, { company, tel, email }]) => {
    const digits = tel?.replace(/[^\d+]/g, '');
    const address = clean(email ?? '').replace(/[^\w.@+-]/gu, encodeURIComponent);
    if (!digits && !address) return [];
    return html`<p class="small">
      <b>${words.heading.aeReporting}.</b> <bdi>${clean(company ?? '')}</bdi>${' '}
      ${digits ? html`<a href="tel:${digits}">${clean(tel ?? '')}</a>` : nothing}${' '}
      ${address ? html`<a href="mailto:${address}">${clean(email ?? '')}</a>` : nothing}
    </p>`;
  });
}
