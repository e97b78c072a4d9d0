import { html, svg, type TemplateResult } from 'lit';

const HEIGHT = 22;

/** A row's own weeks, small, from zero; each row against its own busiest week, whose number stands beside. */
export function spark(weekly: readonly number[]): TemplateResult {
  const most = Math.max(1, ...weekly);
  const points = weekly.map((n, i) => `${i},${(HEIGHT - 1 - (n / most) * (HEIGHT - 3)).toFixed(2)}`);
  const last = Math.max(1, weekly.length - 1);
  return html`<svg class="spark" viewBox=${`0 0 ${last} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
    ${svg`<polygon points=${`0,${HEIGHT} ${points.join(' ')} ${last},${HEIGHT}`}></polygon><polyline points=${points.join(' ')}></polyline>`}
  </svg>`;
}
