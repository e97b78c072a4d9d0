import { html, nothing, type TemplateResult } from 'lit';
import type { StateRules } from '@pullquote/record/reader';
import { amiss } from './load-amiss.js';

/** One shape per state, so that none rests on colour. What ends in a closed line is filled. */
export function icon(name: StateRules['icon']): TemplateResult {
  const path = name === 'diamond' ? 'M8 1 15 8 8 15 1 8z' : amiss()?.PATHS[name];
  const solid = /z$/.test(path ?? '');
  return html`<svg part="icon" viewBox="0 0 16 16" aria-hidden="true" class=${solid ? 'solid' : 'line'}>
    <path fill-rule="evenodd" d=${path ?? nothing} />
  </svg>`;
}

/** Equilateral, as the mark for additional monitoring must be; a font's ▼ seldom is. */
const mark = (meaning: string) =>
  html`<svg viewBox="0 0 16 16" class="solid" role="img" aria-label=${meaning} aria-hidden=${meaning === ''}>
    <path d="M1 2h14L8 14.124z" />
  </svg>`;

/** Text with each ▼ drawn; `meaning` says it in words where the text does not. */
export function monitored(text: string, meaning: string): unknown {
  return text.split('▼').map((part, n) => (n > 0 ? html`${mark(meaning)}${part}` : part));
}
