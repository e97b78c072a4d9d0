import { html, type TemplateResult } from 'lit';
import type { StateRules } from '@pullquote/record/reader';

/** One shape per state, so that none rests on colour. Drawn on a 16 × 16 grid. */
const PATHS: Record<StateRules['icon'], string> = {
  diamond: 'M8 1 15 8 8 15 1 8z',
  broken: 'M8 1 15 8h-4L9 6 7 10 6 8H1zM2 9l6 6 6-6',
  stop: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM4 7v2h8V7z',
  question: 'M5 6a3 3 0 1 1 4.4 2.6C8.4 9.200 8.200 9.600 8.200 11M8.200 13.500v.6',
  pause: 'M4 2h3v12H4zM9 2h3v12H9z',
  clock: 'M8 1.500a6.500 6.500 0 1 0 .01 0M8 4v4.500l3 2',
  arrow: 'M2 8h11M9 3.500 13.500 8 9 12.500',
  door: 'M4 15V1.500h8V15M2 15h12M9.500 8v1',
  quote: 'M2 4h4v4L4 12M10 4h4v4l-2 4',
};
const OUTLINED: ReadonlySet<string> = new Set(['question', 'clock', 'arrow', 'door', 'quote']);

export function icon(name: StateRules['icon']): TemplateResult {
  return html`<svg part="icon" viewBox="0 0 16 16" aria-hidden="true" class=${OUTLINED.has(name) ? 'line' : 'solid'}>
    <path fill-rule="evenodd" d=${PATHS[name]} />
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
