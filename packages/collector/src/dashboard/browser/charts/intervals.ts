import { axisX, dot, plot, ruleX, ruleY, text, type Markish } from '@observablehq/plot';
import { framed, INK, isNarrow, type Draw } from './frame.js';
import { stripStyles } from './strip-styles.js';
import { widthOf } from './text-lanes.js';

/** One crowd figure: a point in a range; or none, because it was not released. */
export interface IntervalRow {
  readonly label: string;
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Stands at its right end. */
  readonly words: string;
}

const ROW = 30;
const NARROW_ROW = 58;

/**
 * Figures that carry noise, each drawn as the range of true values that it goes with. What was not released has no mark at all, only words:
 * it is not zero.
 */
export function intervalChart(rows: readonly IntervalRow[], tickFormat: (n: number) => string): Draw {
  return (frame) => {
    const narrow = isNarrow(frame);
    const drawn = rows.filter(({ high }) => high !== undefined);
    const most = Math.max(...drawn.map(({ high = 0 }) => high), Number.MIN_VALUE) * 1.02;
    const label = (row: IntervalRow) => row.label;
    const left = narrow ? 6 : Math.min(320, Math.max(...rows.map((row) => widthOf(row.label, 13))) + 20);
    const right = narrow ? 6 : Math.max(...rows.map(({ words }) => widthOf(words, 12.5))) + 16;
    const dy = narrow ? 17 : 0;
    const marks: Markish[] = [
      axisX({ ticks: narrow ? 3 : 6, tickSize: 0, tickFormat, fill: INK.soft, label: null }),
      ruleX(drawn.length > 0 ? [0] : [], { stroke: INK.text }),
      // A row's own line, so that the eye finds from the words to the mark.
      ...(narrow ? [] : [ruleY(rows, { y: label, stroke: INK.hair })]),
      ruleY(drawn, { y: label, x1: 'low', x2: 'high', stroke: INK.range, strokeWidth: 9, strokeLinecap: 'round', dy }),
      dot(drawn, { y: label, x: 'value', r: 4, fill: INK.accent, stroke: INK.paper, strokeWidth: 1.5, dy }),
      text(rows, {
        y: label,
        frameAnchor: 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 0 : -14,
        dy: narrow ? -15 : 0,
        text: 'label',
        fill: INK.text,
        fontSize: 13,
        fontWeight: narrow ? 600 : 400,
      }),
      text(rows, {
        y: label,
        frameAnchor: narrow ? 'left' : 'right',
        textAnchor: 'start',
        dx: narrow ? 0 : 14,
        dy: narrow ? 1 : 0,
        text: 'words',
        fill: (row: IntervalRow) => (row.high === undefined ? INK.soft : INK.text),
        fontSize: 12.5,
      }),
    ];
    return stripStyles(
      plot(
        framed(frame, {
          height: rows.length * (narrow ? NARROW_ROW : ROW) + 44,
          marginTop: 8,
          marginLeft: left,
          marginRight: right,
          color: { type: 'identity' },
          x: { domain: [0, most] },
          y: { type: 'band', domain: rows.map(label), padding: 0.2, axis: null },
          marks,
        }),
      ),
    );
  };
}
