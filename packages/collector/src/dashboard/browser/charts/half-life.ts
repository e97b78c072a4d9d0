import { areaY, axisX, axisY, dot, line, plot, ruleX, ruleY, text, type Markish } from '@observablehq/plot';
import { count, percent, short } from '../words/numbers.js';
import { framed, INK, isNarrow, type Draw } from './frame.js';
import { stripStyles } from './strip-styles.js';

/** Half-lives are of the first 90 days. */
const DAYS = 90;

/** Posts up to the end of each of the first 90 days, and the day by which half of them were made. @param curve as far as days have been reported */
export function halfLifeChart(curve: readonly number[], halfLife: number | undefined): Draw {
  return (frame) => {
    const points = [0, ...curve].map((posts, day) => ({ day, posts }));
    const all = curve.at(-1) ?? 0;
    const half = halfLife === undefined ? undefined : { day: halfLife, posts: curve[halfLife - 1] ?? 0 };
    const marks: Markish[] = [
      axisY({ ticks: 4, tickSize: 0, tickFormat: short, fill: INK.soft, label: null }),
      areaY(points, { x: 'day', y: 'posts', fill: INK.accent, fillOpacity: 0.1 }),
      line(points, { x: 'day', y: 'posts', stroke: INK.accent, strokeWidth: 2 }),
      ruleY([0], { stroke: INK.text }),
      axisX({
        ticks: isNarrow(frame) ? [1, 30, 60, 90] : [1, 15, 30, 45, 60, 75, 90],
        tickSize: 4,
        tickFormat: (day: number) => (day === 1 ? 'day 1' : String(day)),
        color: INK.rule,
        fill: INK.soft,
        label: null,
      }),
    ];
    if (half)
      marks.push(
        ruleX([half], { x: 'day', y: 'posts', stroke: INK.text, strokeDasharray: '3,3' }),
        ruleY([half], { x1: 0, x2: 'day', y: 'posts', stroke: INK.text, strokeDasharray: '3,3' }),
        dot([half], { x: 'day', y: 'posts', r: 4, fill: INK.text }),
        text([half], {
          x: 'day',
          y: 'posts',
          dx: 10,
          dy: 8,
          textAnchor: 'start',
          fontWeight: 600,
          fill: INK.text,
          stroke: INK.paper,
          strokeWidth: 5,
          lineHeight: 1.25,
          text: ({ day, posts }: { day: number; posts: number }) =>
            `day ${day}: ${percent(posts / Math.max(1, all))}\n${count(posts)} of ${count(all)} posts`,
        }),
      );
    return stripStyles(
      plot(
        framed(frame, {
          height: 240,
          marginLeft: 44,
          marginRight: 12,
          x: { domain: [0, DAYS] },
          y: { domain: [0, Math.max(1, all) * 1.05] },
          marks,
        }),
      ),
    );
  };
}
