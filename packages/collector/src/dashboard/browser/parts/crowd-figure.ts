import type { TemplateResult } from 'lit';
import type { CrowdFigure, CrowdRate } from '../../../report/types.js';
import { chartFigure } from '../charts/chart-figure.js';
import type { IntervalRow } from '../charts/intervals.js';
import { crowdWords, rateWords } from '../words/crowds.js';
import { count, percent, percentTick, short } from '../words/numbers.js';
import { notReleasedCell } from './pieces.js';
import { table, type Column } from './table.js';

export interface CrowdRow<V extends CrowdFigure | CrowdRate> {
  readonly label: string;
  readonly value: V;
}

interface Options<V extends CrowdFigure | CrowdRate> {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly of: readonly unknown[];
  readonly csv: string;
  /** What a row is, as the table's first heading. */
  readonly head: string;
  readonly rows: readonly CrowdRow<V>[];
  readonly isFirst?: boolean | undefined;
}

/** Figures of crowds: their ranges drawn, and in the table exactly as they were released. */
export function crowdFigure(options: Options<CrowdFigure>): TemplateResult {
  const { rows } = options;
  return figure(
    options,
    rows.map(({ label, value }) => ({ label, words: crowdWords(value), ...pointOf(value) })),
    short,
    count,
    'Doctor-weeks',
  );
}

/** Parts of those who viewed, 0 to 1. */
export function rateFigure(options: Options<CrowdRate>): TemplateResult {
  const { rows } = options;
  return figure(
    options,
    rows.map(({ label, value }) => ({ label, words: rateWords(value), ...pointOf(value) })),
    percentTick,
    percent,
    'Of those who viewed',
  );
}

function pointOf(value: CrowdFigure | CrowdRate) {
  if (value.state === 'not-released') return {};
  const [low, high] = value.interval;
  return { value: 'figure' in value ? value.figure : value.value, low, high };
}

function figure<V extends CrowdFigure | CrowdRate>(
  { id, title, says, of, csv, head, rows, isFirst }: Options<V>,
  points: readonly IntervalRow[],
  tick: (n: number) => string,
  say: (n: number) => string,
  what: string,
): TemplateResult {
  const part =
    (pick: (value: Extract<V, { state: 'released' }>) => string): Column<CrowdRow<V>>['cell'] =>
    ({ value }) =>
      value.state === 'released' ? pick(value as Extract<V, { state: 'released' }>) : '';
  return chartFigure({
    id,
    title,
    says,
    of,
    csv,
    isFirst,
    draw: ({ intervalChart }) => intervalChart(points, tick),
    table: table<CrowdRow<V>>({
      caption: title,
      rows,
      columns: [
        { head, cell: ({ label }) => label },
        {
          head: what,
          numeric: true,
          cell: ({ value }) =>
            value.state === 'released'
              ? say('figure' in value ? value.figure : value.value)
              : notReleasedCell('not released', false),
        },
        { head: 'From', numeric: true, cell: part(({ interval }) => say(interval[0])) },
        { head: 'To', numeric: true, cell: part(({ interval }) => say(interval[1])) },
        { head: 'Figures in it', numeric: true, cell: part(({ cells }) => count(cells)) },
        { head: 'T', numeric: true, cell: part(({ noise }) => noise.map(({ threshold }) => threshold).join(', ')) },
        { head: 'ε', numeric: true, cell: part(({ noise }) => noise.map(({ epsilon }) => epsilon).join(', ')) },
      ],
    }),
  });
}
