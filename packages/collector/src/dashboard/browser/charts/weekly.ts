import { axisX, axisY, plot, rect, rectY, ruleX, ruleY, text, type Markish } from '@observablehq/plot';
import type { ReportOf, WeekPoint } from '../../../report/types.js';
import { postsOf } from '../state/posts-of.js';
import { count, short } from '../words/numbers.js';
import { dateOf, dayAndMonth, mondayOf, monthTick, plusDays } from '../words/days.js';
import { framed, INK, isNarrow, type Draw, type Frame } from './frame.js';
import { stripStyles } from './strip-styles.js';
import { lanesOf } from './text-lanes.js';

export type Window = ReportOf<'always-on'>['windows'][number];
/** A day on which something happened to what is drawn. */
export interface Moment {
  readonly day: string;
  readonly words: string;
}

export interface WeeklyData {
  readonly weeks: readonly WeekPoint[];
  readonly windows: readonly Window[];
  /** The usual week outside and inside campaign windows, where it is known. */
  readonly outside?: number | undefined;
  readonly inside?: number | undefined;
  readonly peak?: { readonly week: string; readonly posts: number } | null | undefined;
  readonly moments?: readonly Moment[] | undefined;
}

const LANE = 15;
const MOST_LANES = 6;
const NUMBERS = 14;
const LEFT = 44;
const PLOT_HEIGHT = 210;

/** Posts by week; campaign windows are bands behind them, named above. Between them the bars are in the accent's colour. */
export function weeklyChart(data: WeeklyData): Draw {
  return (frame) => {
    const { weeks } = data;
    const [first, last] = [weeks[0], weeks.at(-1)];
    const x0 = dateOf(first?.from ?? '2000-01-03');
    const x1 = dateOf(plusDays(last?.from ?? '2000-01-03', 7));
    const most = Math.max(1, ...weeks.map(postsOf));
    const labels = labelsAbove(data, frame, x0, x1);
    const bar = { x1: from, x2: until, y: postsOf, insetLeft: frame.width > 700 ? 1 : 0.5, insetRight: 0.5 };
    const svg = stripStyles(
      plot(
        framed(frame, {
          height: PLOT_HEIGHT + labels.height + 52,
          marginTop: labels.height + 24,
          marginLeft: LEFT,
          marginRight: rightOf(frame),
          x: { type: 'utc', domain: [x0, x1] },
          y: { domain: [0, most * 1.08] },
          marks: [
            rect(data.windows, {
              x1: ({ from }: Window) => clamp(dateOf(from), x0, x1),
              x2: ({ to }: Window) => clamp(dateOf(plusDays(to, 1)), x0, x1),
              fill: INK.band,
              insetTop: -4,
            }),
            axisY({ ticks: 4, tickSize: 0, tickFormat: short, fill: INK.soft, label: null }),
            ruleY(yTicks(most), { stroke: INK.hair }),
            rectY(
              weeks.filter(({ counted, windows }) => counted && windows.length === 0),
              { ...bar, fill: INK.accent },
            ),
            rectY(
              weeks.filter(({ counted, windows }) => counted && windows.length > 0),
              { ...bar, fill: INK.campaign },
            ),
            // A week that is not whole would look like a slump.
            rectY(
              weeks.filter(({ counted }) => !counted),
              { ...bar, fill: 'none', stroke: INK.soft, strokeDasharray: '2,2' },
            ),
            ruleY([0], { stroke: INK.text }),
            ...medians(data, frame),
            ...labels.marks,
            ...peakNote(data),
            axisX({
              ticks: isNarrow(frame) ? 5 : 'month',
              tickSize: 4,
              tickFormat: monthTick,
              color: INK.rule,
              fill: INK.soft,
              label: null,
            }),
          ],
        }),
      ),
    );
    // The style sheet shows the names below where there are only numbers above.
    svg.classList.toggle('numbered', labels.isNumbered);
    return svg;
  };
}

const from = (week: WeekPoint) => dateOf(week.from);
const until = (week: WeekPoint) => dateOf(plusDays(week.from, 7));

function clamp(date: Date, least: Date, most: Date): Date {
  return date < least ? least : date > most ? most : date;
}

function yTicks(most: number): number[] {
  const step = 10 ** Math.floor(Math.log10(most));
  const size = most / step < 2 ? step / 2 : most / step < 5 ? step : step * 2;
  return Array.from({ length: Math.floor(most / size) }, (_, i) => (i + 1) * size);
}

/** The two usual weeks as lines; what they are stands at their right end, or on the left above them where it is narrow. */
function medians({ outside, inside }: WeeklyData, frame: Frame): Markish[] {
  const narrow = isNarrow(frame);
  const lines = [
    { value: outside, words: 'usual week between', color: INK.accent },
    { value: inside, words: 'usual campaign week', color: INK.campaignText },
  ].flatMap(({ value, ...rest }) => (value === undefined ? [] : [{ value, ...rest }]));
  const greatest = Math.max(...lines.map(({ value }) => value));
  return lines.flatMap(({ value, words, color }): Markish[] => [
    ruleY([value], { stroke: color, strokeDasharray: '4,3', strokeWidth: 1.25 }),
    narrow
      ? text([value], {
          y: (y: number) => y, frameAnchor: 'left', textAnchor: 'start', dx: 4, dy: -7, fill: color, fontWeight: 600,
          stroke: INK.paper, strokeWidth: 4, text: () => `${count(value)} ${words}`,
        })
      : text([value], {
          y: (y: number) => y, frameAnchor: 'right', textAnchor: 'start', dx: 8, fill: color, lineHeight: 1.2,
          text: () => `${count(value)}\n${words}`, fontWeight: 600, lineAnchor: value === greatest ? 'bottom' : 'top', dy: value === greatest ? 2 : -2,
        }),
  ]); // prettier-ignore
}

function peakNote({ peak, weeks }: WeeklyData): Markish[] {
  const week = peak && weeks.find((one) => one.week === peak.week);
  if (!peak || !week) return [];
  const all = weeks.length;
  const isRight = weeks.indexOf(week) > all * 0.55;
  const words = `${count(peak.posts)} in the week of ${dayAndMonth(mondayOf(peak.week))}`;
  return [
    text([week], {
      x: isRight ? from : until,
      y: postsOf,
      text: () => words,
      textAnchor: isRight ? 'end' : 'start',
      dx: isRight ? -5 : 5,
      dy: 4,
      fill: INK.text,
      stroke: INK.paper,
      strokeWidth: 5,
      fontWeight: 600,
    }),
  ];
}

interface Labels {
  readonly height: number;
  readonly marks: Markish[];
  readonly isNumbered: boolean;
}

/** Names above the bands as far as they find room, else numbers, whose names stand below the drawing. What happened stands among them. */
function labelsAbove({ windows, moments = [] }: WeeklyData, frame: Frame, x0: Date, x1: Date): Labels {
  const inner = frame.width - LEFT - rightOf(frame);
  const px = (date: Date) => ((date.getTime() - x0.getTime()) / (x1.getTime() - x0.getTime())) * inner;
  const named = [
    ...windows.map(({ name, from: day }) => ({ date: clamp(dateOf(day), x0, x1), text: name, isWindow: true })),
    ...moments.map(({ day, words }) => ({ date: dateOf(day), text: words, isWindow: false })),
  ]
    .filter(({ date }) => date >= x0 && date < x1)
    .sort((a, b) => a.date.getTime() - b.date.getTime());
  if (named.length === 0) return { height: 0, marks: [], isNumbered: false };
  const shown = isNarrow(frame) ? named.filter(({ isWindow }) => !isWindow) : named;
  const spots = (list: typeof named) => list.map(({ date, text }) => ({ x: px(date), text }));
  let labels = shown;
  let placed = lanesOf(spots(labels), inner + rightOf(frame) - 8, MOST_LANES);
  const isNumbered = isNarrow(frame) || !placed;
  if (!placed) {
    labels = named.filter(({ isWindow }) => !isWindow);
    placed = lanesOf(spots(labels), inner, MOST_LANES) ?? [];
  }
  const base = isNumbered && windows.length > 0 ? NUMBERS : 0;
  const lanes = labels.length === 0 ? 0 : Math.max(-1, ...placed.map(({ lane }) => lane)) + 1;
  const lines: Markish[] = [];
  const texts = labels.flatMap(({ date, text: words, isWindow }, i): Markish[] => {
    const place = placed[i];
    if (!place) return [];
    const up = place.lane * LANE + base + 16;
    const x = () => date;
    lines.push(
      ruleX([words], {
        x,
        insetTop: -up + 2,
        // A window's line ends where its band begins.
        insetBottom: isWindow ? PLOT_HEIGHT : 0,
        stroke: isWindow ? INK.campaign : INK.text,
        strokeWidth: 1,
      }),
    );
    return [
      text([words], {
        x, frameAnchor: 'top', textAnchor: place.isLeft ? 'end' : 'start', dx: place.isLeft ? -5 : 5, dy: -up + 6, text: (said: string) => said,
        fill: isWindow ? INK.campaignText : INK.text, ...(isWindow ? {} : { fontStyle: 'italic' }),
        // A line that runs behind a label stops beside its letters.
        stroke: INK.paper, strokeWidth: 5,
      }),
    ]; // prettier-ignore
  });
  const marks = [...lines, ...texts];
  if (base > 0)
    marks.push(
      text(windows, {
        x: ({ from: a, to: b }: Window) => middle(clamp(dateOf(a), x0, x1), clamp(dateOf(plusDays(b, 1)), x0, x1)),
        frameAnchor: 'top',
        dy: -12,
        text: (_: Window, i: number) => String(i + 1),
        fill: INK.campaignText,
      }),
    );
  return { height: lanes * LANE + base, marks, isNumbered: base > 0 };
}

function middle(a: Date, b: Date): Date {
  return new Date((a.getTime() + b.getTime()) / 2);
}

/** Room for what the lines are. */
function rightOf(frame: Frame): number {
  return isNarrow(frame) ? 8 : 150;
}
