import { html, nothing, type TemplateResult } from 'lit';
import { compactLabel, type LabelContext } from '@pullquote/record/reader';
import type { Assessment } from '../source/assess.js';
import { bareState, detailOf, linksView, restView, stateView, titleView, toggleView, whoView } from './view.js';

export function labelView(found: Assessment, context: LabelContext): TemplateResult {
  const { record } = found.verdict;
  if (!record) return storedView(found);
  const label = compactLabel(record, context);
  const detail = detailOf(label.state);
  return html`${stateView(label.state, found.publisher)} ${whoView(label)}
    ${detail ? html`<p class="small">${detail}</p>` : nothing} ${titleView(label)} ${restView(label)}
    <div class="foot">${linksView(label)} ${toggleView()}</div>
    <div part="details"></div>`;
}

/** Nothing signed to show: the state, its reason, and what the post itself says. */
export function storedView(found: Assessment): TemplateResult {
  const state = bareState(found.verdict);
  return html`${stateView(state, found.publisher)}
    <p class="small">${state.detail}</p>
    <slot></slot>`;
}
