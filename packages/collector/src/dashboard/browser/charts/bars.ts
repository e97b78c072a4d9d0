import { barX, plot, ruleX, text } from '@observablehq/plot';
import { framed, INK, isNarrow, type Draw } from './frame.js';
import { stripStyles } from './strip-styles.js';
import { widthOf } from './text-lanes.js';

/** One exact figure. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Stands at its right end. */
  readonly words: string;
}

/** Exact figures as bars from zero, each with its name and its number beside it: an axis would say nothing more. */
export function barChart(bars: readonly Bar[]): Draw {
  return (frame) => {
    const narrow = isNarrow(frame);
    const label = (bar: Bar) => bar.label;
    const left = narrow ? 0 : Math.min(340, Math.max(...bars.map((bar) => widthOf(bar.label, 13))) + 18);
    const right = Math.max(...bars.map(({ words }) => widthOf(words, 12.5))) + 14;
    return stripStyles(
      plot(
        framed(frame, {
          height: bars.length * (narrow ? 44 : 28) + 12,
          marginTop: 4,
          marginBottom: 4,
          marginLeft: left,
          marginRight: right,
          x: { domain: [0, Math.max(1, ...bars.map(({ value }) => value))], axis: null },
          y: { type: 'band', domain: bars.map(label), padding: narrow ? 0 : 0.35, axis: null },
          marks: [
            barX(bars, {
              x: 'value',
              y: label,
              fill: INK.accent,
              insetTop: narrow ? 24 : 0,
              insetBottom: narrow ? 8 : 0,
            }),
            ruleX([0], { stroke: INK.text }),
            text(bars, {
              y: label,
              frameAnchor: 'left',
              textAnchor: narrow ? 'start' : 'end',
              dx: narrow ? 2 : -10,
              dy: narrow ? -10 : 0,
              text: 'label',
              fill: INK.text,
              fontSize: 13,
            }),
            text(bars, {
              y: label,
              x: 'value',
              textAnchor: 'start',
              dx: 7,
              dy: narrow ? 8 : 0,
              text: 'words',
              fill: INK.text,
              fontSize: 12.5,
            }),
          ],
        }),
      ),
    );
  };
}
