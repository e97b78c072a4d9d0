import { html } from 'hono/html';
import { count, daysUpTo, shortDay } from './dates.js';
import { totalOf } from './figures.js';
import type { DayFigures } from './report.js';

export interface BarsOptions {
  /** The right-hand end of the row of bars. */
  readonly last: string;
  readonly length: number;
  /** The figure that fills the height, so that rows can be compared. */
  readonly max: number;
  /** Height and step of a bar in the drawing's own units. */
  readonly height: number;
  readonly step: number;
  readonly kind: 'small' | 'wide';
}

/** One bar per day. Attributes only: the page's policy allows no inline style. */
export function dayBars(days: readonly DayFigures[], { last, length, max, height, step, kind }: BarsOptions) {
  const byDay = new Map(days.map((day) => [day.day, totalOf(day)]));
  const row = daysUpTo(last, length);
  const shown = row.reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0);
  const label = `${count(shown)} in the ${length} days up to ${shortDay(last)}, a bar for each day`;
  const width = length * step;
  return html`<svg
    class="bars ${kind}"
    viewBox="0 0 ${width} ${height + 1}"
    preserveAspectRatio="none"
    role="img"
    aria-label="${label}"
  >
    ${row.map((day, i) => {
      const n = byDay.get(day) ?? 0;
      if (n === 0) return '';
      const tall = Math.max(1.5, (n / Math.max(1, max)) * height);
      return html`<rect
        x="${(i * step + step * 0.15).toFixed(2)}"
        y="${(height - tall).toFixed(2)}"
        width="${(step * 0.7).toFixed(2)}"
        height="${tall.toFixed(2)}"
      >
        <title>${shortDay(day)}: ${count(n)}</title>
      </rect>`;
    })}
    <line x1="0" x2="${width}" y1="${height + 0.5}" y2="${height + 0.5}" />
  </svg>`;
}
