import { html, nothing, type TemplateResult } from 'lit';
import { compactLabel } from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import type { Assessment } from '../source/assess.js';
import type { Words } from '../words.js';
import { bareState, detailOf, linksView, restView, stateView, titleView, toggleView, whoView } from './view.js';

export function labelView(found: Assessment, context: ElementContext): TemplateResult {
  const { record } = found.verdict;
  const { words } = context;
  if (!record) return storedView(found, words);
  const label = compactLabel(record, context);
  const detail = detailOf(label.state);
  return html`${stateView(label.state, found.publisher)} ${whoView(label)}
    ${detail ? html`<p class="small">${detail}</p>` : nothing} ${titleView(label)} ${restView(label)}
    <div class="foot">${linksView(label, words)} ${toggleView(words)}</div>
    <div part="details"></div>`;
}

/** Nothing signed to show: the state, its reason, and what the post itself says. */
export function storedView(found: Assessment, words: Words): TemplateResult {
  const state = bareState(found.verdict, words);
  return html`${stateView(state, found.publisher)}
    <p class="small">${state.detail}</p>
    <slot></slot>`;
}
