import { html, nothing, type TemplateResult } from 'lit';
import { compactLabel, type RenderRecord } from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import { storedView } from '../label/label-view.js';
import {
  excerptView,
  linksView,
  reasonView,
  restView,
  stateView,
  titleView,
  toggleView,
  whoView,
} from '../label/view.js';
import type { Assessment } from '../source/assess.js';
import type { Words } from '../words.js';

export interface CardContent {
  /** The post's author wrote something into the stored label. */
  readonly own: boolean;
  /** There is stored text to fall back on. */
  readonly stored: boolean;
  /** Depth of the post that a reshare would make. */
  readonly next: number;
}

export function cardView(found: Assessment, context: ElementContext, content: CardContent): TemplateResult {
  const { record, state } = found.verdict;
  const { element: words } = context.words;
  const own = html`<div class="face own">
    <p class="small">${words.own}</p>
    <slot name="own"></slot>
  </div>`;
  return html`${content.own ? own : nothing}
    <article class="face card ${state}" part="card" lang=${context.words.lang} aria-label=${words.source}>
      ${record ? recordView(found, record, context, content) : withoutRecord(found, context, content)}
    </article>`;
}

function recordView(
  found: Assessment,
  record: RenderRecord,
  context: ElementContext,
  { stored, next }: CardContent,
): TemplateResult {
  const { words } = context;
  const label = compactLabel(record, context);
  const { reshare, maxDepth = next } = record.reuse;
  const share = label.state.share && reshare && next <= maxDepth && found.host === 'community';
  return html`${stateView(label.state, found.publisher)} ${whoView(label)} ${reasonView(label.state, found, context)}
    ${titleView(label)} ${excerptView(label)} ${label.state.content ? found.media?.(context) : nothing}
    ${restView(label)}
    <div class="foot">
      ${linksView(label)} ${toggleView(words)}
      ${share ? html`<button type="button" data-do="share">${words.element.share}</button>` : nothing}
    </div>
    <div part="details"></div>
    ${stored && !label.state.content && !context.gate ? postedView(words) : nothing}`;
}

function withoutRecord(found: Assessment, context: ElementContext, { stored }: CardContent): TemplateResult {
  return html`${storedView(found, context)}
  ${stored && found.verdict.state === 'withdrawn' ? postedView(context.words) : nothing}`;
}

/** Kept, but not shown as the publisher's: what the post itself says. */
function postedView({ element }: Words): TemplateResult {
  return html`<details class="small">
    <summary>${element.posted}</summary>
    <slot></slot>
  </details>`;
}
