import { html, nothing, type TemplateResult } from 'lit';
import { expandedItems, readDetails, type RenderRecord } from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import { linkView } from './view.js';

/** What one more click shows. Loaded with that click. */
export function detailsView(record: RenderRecord, context: ElementContext): TemplateResult {
  return html`${expandedItems(readDetails(record), context).map(
    ({ heading, text, lang, links = [] }) =>
      html`<p class="small">
        <b>${heading}.</b> <bdi lang=${lang ?? nothing}>${text}</bdi> ${links.map(
          (link) => html`${linkView(link.text, link.href)} `,
        )}
      </p>`,
  )}`;
}
