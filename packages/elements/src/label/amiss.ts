import { html, nothing, type TemplateResult } from 'lit';
import { reasonOf, stateNameOf, type LabelState, type StateRules } from '@pullquote/record/reader';
import type { ElementContext } from '../source-element.js';
import type { Assessment } from '../source/assess.js';

/** Shapes of every state but the verified one. Drawn on a 16 × 16 grid. */
export const PATHS: Record<Exclude<StateRules['icon'], 'diamond'>, string> = {
  broken: 'M8 1 15 8h-4L9 6 7 10 6 8H1zM2 9l6 6 6-6z',
  stop: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM4 7v2h8V7z',
  question: 'M5 6a3 3 0 1 1 4.4 2.6C8.4 9.200 8.200 9.600 8.200 11M8.200 13.500v.6',
  pause: 'M4 2h3v12H4zM9 2h3v12H9z',
  clock: 'M8 1.500a6.500 6.500 0 1 0 .01 0M8 4v4.500l3 2',
  arrow: 'M2 8h11M9 3.500 13.500 8 9 12.500',
  lock: 'M3 7h10v7H3V7M5 7V4.500a3 3 0 0 1 6 0V7M8 9.500v2',
  quote: 'M2 4h4v4L4 12M10 4h4v4l-2 4',
};

/** Why it does not stand for this reader, what is left of it, and where to go instead. */
export function reasonView(
  { name }: LabelState,
  { verdict, remains, newer }: Assessment,
  context: ElementContext,
): TemplateResult {
  const { words } = context;
  const gate = verdict.gate && stateNameOf({ state: 'not-for-audience', reason: verdict.gate });
  const also = gate && gate !== name ? html`<b>${words.state[gate]}.</b> ${reasonOf(gate, words)}` : nothing;
  return html`<p class="kind">${reasonOf(name, words)} ${also}</p>
    ${(remains ?? newer)?.notice(context) ?? nothing}`;
}
