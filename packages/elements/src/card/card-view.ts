import { html, nothing, type TemplateResult } from 'lit';
import { compactLabel, type LabelState, type RenderRecord } from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import { storedView } from '../label/label-view.js';
import {
  bareState,
  detailOf,
  excerptView,
  linksView,
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
}

export function cardView(found: Assessment, context: ElementContext, content: CardContent): TemplateResult {
  const { record, state } = found.verdict;
  const { element: words } = context.words;
  const own = html`<div class="face own">
    <p class="small">${words.own}</p>
    <slot name="own"></slot>
  </div>`;
  return html`${content.own ? own : nothing}
    <article class="face card ${state}" part="card" aria-label=${words.source}>
      ${record ? recordView(found, record, context, content) : withoutRecord(found, context.words, content)}
    </article>`;
}

function recordView(
  found: Assessment,
  record: RenderRecord,
  context: ElementContext,
  { stored }: CardContent,
): TemplateResult {
  const { words } = context;
  const label = compactLabel(record, context);
  const share = label.state.share && record.reuse.reshare && found.host === 'community';
  return html`${stateView(label.state, found.publisher)} ${whoView(label)} ${reasonView(label.state, found, words)}
    ${titleView(label)} ${excerptView(label)} ${restView(label)}
    <div class="foot">
      ${linksView(label, words)} ${toggleView(words)}
      ${share ? html`<button type="button" data-do="share">${words.element.share}</button>` : nothing}
    </div>
    <div part="details"></div>
    ${stored && !label.state.content ? postedView(words) : nothing}`;
}

function withoutRecord(found: Assessment, words: Words, { stored }: CardContent): TemplateResult {
  if (found.verdict.state !== 'withdrawn') return storedView(found, words);
  const state = bareState(found.verdict, words);
  return html`${stateView(state, found.publisher)} ${reasonView(state, found, words)}
  ${stored ? postedView(words) : nothing}`;
}

/** Why it does not stand, and what is left of it. */
function reasonView(state: LabelState, { remains }: Assessment, words: Words): TemplateResult {
  const detail = detailOf(state);
  return html`${detail ? html`<p class="small">${detail}</p>` : nothing} ${remains?.notice(words) ?? nothing}`;
}

/** Kept, but not shown as the publisher's: what the post itself says. */
function postedView({ element }: Words): TemplateResult {
  return html`<details class="small">
    <summary>${element.posted}</summary>
    <slot></slot>
  </details>`;
}
