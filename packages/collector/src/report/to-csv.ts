import { NOT_RELEASED, notComputableWords, TABLES, type Column, type Row, type Value } from './tables.js';
import type { Computed, CrowdFigure, CrowdRate, ReportName, ReportOf } from './types.js';

/**
 * A report as RFC 4180 text. An exact figure is a number; a crowd figure is six columns, and "not released" is a text, so that no
 * spreadsheet adds it up as zero.
 * @param pages every page of the report, in order
 */
export function toCsv<N extends ReportName>(name: N, pages: readonly ReportOf<N>[]): string {
  const { columns, rows } = TABLES[name];
  const written = columns.filter(({ kind }) => kind !== 'spark');
  const lines = [
    written.flatMap(namesOf),
    ...pages.flatMap(rows).map((row) => written.flatMap((one) => cellsOf(one, row))),
  ];
  return `${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function namesOf({ name, kind }: Column): string[] {
  switch (kind) {
    case 'crowd':
    case 'rate':
      return [name, `${name}_low`, `${name}_high`, `${name}_cells`, `${name}_threshold`, `${name}_epsilon`];
    case 'computed':
      return [name, `${name}_why_not`];
    case 'text':
    case 'number':
    case 'spark':
      return [name];
  }
}

function cellsOf({ name, kind }: Column, row: Row): string[] {
  const value: Value = row[name];
  switch (kind) {
    case 'crowd':
    case 'rate': {
      const figure = value as CrowdFigure | CrowdRate;
      if (figure.state === 'not-released') return [NOT_RELEASED, '', '', '', '', ''];
      const number =
        figure.state === 'released' && 'figure' in figure ? figure.figure : (figure as { value: number }).value;
      return [
        String(number),
        ...figure.interval.map(String),
        String(figure.cells),
        figure.noise.map(({ threshold }) => threshold).join(' '),
        figure.noise.map(({ epsilon }) => epsilon).join(' '),
      ];
    }
    case 'computed': {
      const figure = value as Computed;
      return figure.state === 'computed' ? [String(figure.value), ''] : ['', notComputableWords(figure)];
    }
    case 'text':
    case 'number':
    case 'spark':
      return [Array.isArray(value) ? value.join('; ') : value === null || value === undefined ? '' : String(value)];
  }
}

/** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. */
function quoted(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) && !/^-?\d/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
