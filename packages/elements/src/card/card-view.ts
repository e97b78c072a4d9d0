import { html, nothing, type TemplateResult } from 'lit';
import { labelView, type CardContent } from '../label/label-view.js';
import type { ElementContext } from '../source-element.js';
import type { Assessment } from '../source/assess.js';

export function cardView(found: Assessment, context: ElementContext, content: CardContent): TemplateResult {
  const { element, lang } = context.words;
  const own = html`<div class="face own">
    <p class="small">${element.own}</p>
    <slot name="own"></slot>
  </div>`;
  return html`${content.own ? own : nothing}
    <article class="face card ${found.verdict.state}" part="card" lang=${lang} aria-label=${element.source}>
      ${labelView(found, context, content)}
    </article>`;
}
