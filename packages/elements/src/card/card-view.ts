import { html, nothing, type TemplateResult } from 'lit';
import { compactLabel, type Label, type LabelContext, type RenderRecord } from '@pullquote/record/reader';
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

export interface CardContent {
  /** The post's author wrote something into the stored label. */
  readonly own: boolean;
  /** There is stored text to fall back on. */
  readonly stored: boolean;
}

export function cardView(found: Assessment, context: LabelContext, content: CardContent): TemplateResult {
  const { record, state } = found.verdict;
  const own = html`<div class="face own">
    <p class="small">Also in this post, in its author’s words:</p>
    <slot name="own"></slot>
  </div>`;
  return html`${content.own ? own : nothing}
    <article class="face card ${state}" part="card" aria-label="Source and company involvement">
      ${record ? recordView(found, record, context, content) : withoutRecord(found, content)}
    </article>`;
}

function recordView(
  found: Assessment,
  record: RenderRecord,
  context: LabelContext,
  { stored }: CardContent,
): TemplateResult {
  const label = compactLabel(record, context);
  const share = label.state.share && record.reuse.reshare && found.host === 'community';
  return html`${stateView(label.state, found.publisher)} ${whoView(label)} ${reasonView(label.state, found)}
    ${titleView(label)} ${excerptView(label)} ${restView(label)}
    <div class="foot">
      ${linksView(label)} ${toggleView()}
      ${share ? html`<button type="button" data-do="share">Share</button>` : nothing}
    </div>
    <div part="details"></div>
    ${stored && !label.state.content ? postedView() : nothing}`;
}

function withoutRecord(found: Assessment, { stored }: CardContent): TemplateResult {
  if (found.verdict.state !== 'withdrawn') return storedView(found);
  const state = bareState(found.verdict);
  return html`${stateView(state, found.publisher)} ${reasonView(state, found)} ${stored ? postedView() : nothing}`;
}

/** Why it does not stand, and what is left of it. */
function reasonView(state: Label['state'], { remains }: Assessment): TemplateResult {
  const detail = detailOf(state);
  return html`${detail ? html`<p class="small">${detail}</p>` : nothing} ${remains?.notice ?? nothing}`;
}

/** Kept, but not shown as the publisher's: what the post itself says. */
function postedView(): TemplateResult {
  return html`<details class="small">
    <summary>What the post said when it was shared</summary>
    <slot></slot>
  </details>`;
}
