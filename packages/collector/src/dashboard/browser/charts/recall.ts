import { axisX, axisY, dot, lineY, plot, ruleY, text } from '@observablehq/plot';
import type { RowOf } from '../../../report/types.js';
import { dateOf, dayAndMonth, plusDays } from '../words/days.js';
import { framed, INK, type Draw } from './frame.js';
import { stripStyles } from './strip-styles.js';

interface Step {
  readonly day: string;
  readonly held: number;
}

const LEAST_DAYS = 14;

/** How many communities hold the list that says it, day by day, under the line of all in which the item was posted. */
export function recallChart({ day, progress, sharedIn }: RowOf<'recalls'>, until: string): Draw {
  return (frame) => {
    const first = progress[0];
    const begin = first && first.day < day ? first.day : day;
    const lastChange = progress.at(-1)?.day ?? day;
    // Once all hold it nothing more can happen; else the line goes on to today.
    const done = (progress.at(-1)?.held ?? 0) >= sharedIn;
    const ideal = done ? plusDays(lastChange, 7) : until;
    const end = ideal < plusDays(begin, LEAST_DAYS) ? plusDays(begin, LEAST_DAYS) : ideal;
    const known = end < until ? end : until;
    const steps: Step[] = [{ day: begin, held: 0 }, ...progress];
    const last = steps.at(-1);
    if (last) steps.push({ day: known > last.day ? known : last.day, held: last.held });
    const at = (step: Step) => dateOf(step.day);
    return stripStyles(
      plot(
        framed(frame, {
          height: 200,
          marginLeft: 30,
          marginRight: 24,
          marginTop: 34,
          x: { type: 'utc', domain: [dateOf(begin), dateOf(end)] },
          y: { domain: [0, Math.max(1, sharedIn)] },
          marks: [
            axisY({ ticks: Math.min(4, sharedIn), tickFormat: 'd', tickSize: 0, fill: INK.soft, label: null }),
            ruleY([sharedIn], { stroke: INK.soft, strokeDasharray: '4,3' }),
            text([sharedIn], {
              y: (n: number) => n,
              frameAnchor: 'right',
              textAnchor: 'end',
              dy: -9,
              text: (n: number) => `all ${n} in which it was posted`,
              fill: INK.soft,
            }),
            lineY(steps, { x: at, y: 'held', curve: 'step-after', stroke: INK.accent, strokeWidth: 2 }),
            dot(progress, { x: at, y: 'held', r: 3.5, fill: INK.accent, stroke: INK.paper }),
            text(progress, {
              x: at,
              y: 'held',
              dx: 7,
              dy: 13,
              textAnchor: 'start',
              text: ({ held }: Step) => String(held),
              fill: INK.text,
              fontWeight: 600,
              stroke: INK.paper,
              strokeWidth: 4,
            }),
            ruleY([0], { stroke: INK.text }),
            axisX({
              ticks: 5,
              tickSize: 4,
              tickFormat: (date: Date) => dayAndMonth(date.toISOString().slice(0, 10)),
              color: INK.rule,
              fill: INK.soft,
              label: null,
            }),
          ],
        }),
      ),
    );
  };
}
