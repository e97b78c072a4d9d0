import { html, type TemplateResult } from 'lit';
import type { StateRules } from '@pullquote/record/reader';

/** One shape per state, so that none rests on colour. Drawn on a 16 × 16 grid. */
const PATHS: Record<StateRules['icon'], string> = {
  diamond: 'M8 1 15 8 8 15 1 8z',
  broken: 'M8 1 15 8h-4L9 6 7 10 6 8H1zM2 9l6 6 6-6',
  stop: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM4 7v2h8V7z',
  question: 'M5 6a3 3 0 1 1 4.4 2.6C8.4 9.2 8.2 9.6 8.2 11M8.2 13.5v.6',
  pause: 'M4 2h3v12H4zM9 2h3v12H9z',
  clock: 'M8 1.5a6.5 6.5 0 1 0 .01 0M8 4v4.5l3 2',
  arrow: 'M2 8h11M9 3.5 13.5 8 9 12.5',
  door: 'M4 15V1.5h8V15M2 15h12M9.5 8v1',
  quote: 'M2 4h4v4L4 12M10 4h4v4l-2 4',
};
const OUTLINED: ReadonlySet<string> = new Set(['question', 'clock', 'arrow', 'door', 'quote']);

export function icon(name: StateRules['icon']): TemplateResult {
  return html`<svg part="icon" viewBox="0 0 16 16" aria-hidden="true" class=${OUTLINED.has(name) ? 'line' : 'solid'}>
    <path fill-rule="evenodd" d=${PATHS[name]} />
  </svg>`;
}
