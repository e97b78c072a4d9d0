import { html, nothing, type TemplateResult } from 'lit';
import { compactLabel } from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import type { Assessment } from '../source/assess.js';
import {
  bareState,
  excerptView,
  linksView,
  reasonView,
  restView,
  stateView,
  titleView,
  toggleView,
  whoView,
} from './view.js';

/** What a card has beyond a label. */
export interface CardContent {
  /** The post's author wrote something into the stored label. */
  readonly own: boolean;
  /** There is stored text to fall back on. */
  readonly stored: boolean;
  /** Depth of the post that a reshare would make. */
  readonly next: number;
}

/** The source of an item; in a card, which has `content`, with the passage, the media and the way to share it on. */
export function labelView(found: Assessment, context: ElementContext, content?: CardContent): TemplateResult {
  const { record, state } = found.verdict;
  const { words } = context;
  const label = record && compactLabel(record, context);
  const shown = label?.state ?? bareState(found.verdict, words);
  const { reshare, maxDepth = 3 } = record?.reuse ?? {};
  const share =
    content && shown.share && reshare && content.next <= maxDepth && found.host === 'community'
      ? html`<button type="button" data-do="share">${words.element.share}</button>`
      : nothing;
  const reason = reasonView(shown, found, context);
  // Kept, but not shown as the publisher's: what the post itself says. Behind a gate not even that, for it holds the passage.
  const posted =
    content?.stored && !shown.content && !context.gate
      ? html`<details class="small">
          <summary>${words.element.posted}</summary>
          <slot></slot>
        </details>`
      : nothing;
  const counted = found.counted ? html`<p class="small">${words.element.counted}</p>` : nothing;
  if (!label)
    return html`${stateView(shown, found.publisher)} ${reason} ${state === 'withdrawn' ? posted : html`<slot></slot>`}
    ${counted}`;
  return html`${stateView(shown, found.publisher)} ${whoView(label)} ${reason} ${titleView(label)} ${excerptView(label)}
    ${content ? found.media?.(context) : nothing} ${restView(label)}
    <div class="foot">${linksView(label)} ${toggleView(words)} ${share}</div>
    <div part="details"></div>
    ${counted} ${posted}`;
}
