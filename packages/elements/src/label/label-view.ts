import { html, nothing, type TemplateResult } from 'lit';
import { compactLabel } from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import type { Assessment } from '../source/assess.js';
import { bareState, linksView, reasonView, restView, stateView, titleView, toggleView, whoView } from './view.js';

export function labelView(found: Assessment, context: ElementContext): TemplateResult {
  const { record } = found.verdict;
  if (!record) return storedView(found, context);
  const label = compactLabel(record, context);
  return html`${stateView(label.state, found.publisher)} ${whoView(label)} ${reasonView(label.state, found, context)}
    ${titleView(label)} ${restView(label)}
    <div class="foot">${linksView(label)} ${toggleView(context.words)}</div>
    <div part="details"></div>`;
}

/** Nothing signed to show: the state, its reason and what is left; and, unless it was withdrawn, what the post itself says. */
export function storedView(found: Assessment, context: ElementContext): TemplateResult {
  const state = bareState(found.verdict, context.words);
  return html`${stateView(state, found.publisher)} ${reasonView(state, found, context)}
  ${state.name === 'withdrawn' ? nothing : html`<slot></slot>`}`;
}
