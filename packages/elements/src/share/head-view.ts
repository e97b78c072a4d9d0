import { html, nothing, type TemplateResult } from 'lit';
import { compactLabel, stateNameOf, type RenderRecord } from '@pullquote/record/reader';
import { bareState, excerptView, restView, stateView, titleView, whoView } from '../label/view.js';
import type { Assessment } from '../source/assess.js';
import type { Words } from '../words.js';
import type { ShareWords } from './words.js';

/** What a doctor reads before anything else: whose content it is. A click away the whole label, with the chosen excerpt. */
export function headView(found: Assessment, excerpt: string, words: Words, says: ShareWords): TemplateResult {
  const { record } = found.verdict;
  return html`<section class="source" aria-label=${words.element.source}>
    ${record ? labelView(found, record, excerpt, words, says) : stateView(bareState(found.verdict, words), found.publisher)}
  </section>`;
}

function labelView(
  found: Assessment,
  record: RenderRecord,
  excerpt: string,
  words: Words,
  { wholeLabel }: ShareWords,
): TemplateResult {
  // A publisher's own page vouches for nothing but itself.
  const own = found.host === 'publisher';
  const label = compactLabel(record, {
    state: own ? 'as-stated' : stateNameOf(found.verdict),
    country: own ? (record.audience.countries[0] ?? '') : found.country,
    excerpt,
    words,
  });
  return html`${own ? nothing : stateView(label.state, found.publisher)} ${whoView(label)} ${titleView(label)}
    <details class="small">
      <summary>${wholeLabel}</summary>
      ${excerptView(label)} ${restView(label)}
    </details>`;
}
