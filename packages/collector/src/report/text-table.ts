import stringWidth from 'string-width';
import { plain } from './text.js';

export const WIDTH = 80;
const GAP = 2;
const LEAST = 8;

export interface TextColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** May be cut short where the table is too wide. */
  readonly shrinks?: boolean;
}

/** A table for a terminal, at most 80 columns wide where its shrinking columns allow it. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  dim: (text: string) => string,
): string {
  const cells = rows.map((row) => row.map((cell) => plain(cell, 200)));
  const widths = columns.map(({ head }, i) =>
    Math.max(stringWidth(head), ...cells.map((row) => stringWidth(row[i] ?? ''))),
  );
  const gaps = GAP * (columns.length - 1);
  for (;;) {
    const over = widths.reduce((sum, width) => sum + width, gaps) - WIDTH;
    const [widest] = columns
      .map(({ shrinks }, i) => ({ i, width: shrinks ? (widths[i] ?? 0) : 0 }))
      .sort((a, b) => b.width - a.width);
    if (over <= 0 || !widest || widest.width <= LEAST) break;
    widths[widest.i] = Math.max(LEAST, widest.width - Math.max(1, Math.ceil(over / columns.length)));
  }
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => fit(cell, widths[i] ?? 0, columns[i]?.align ?? 'left'))
      .join(' '.repeat(GAP))
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(' '.repeat(GAP));
  return [dim(line(columns.map(({ head }) => head))), dim(rule), ...cells.map(line)].join('\n');
}

function fit(text: string, width: number, align: 'left' | 'right'): string {
  let cut = text;
  if (stringWidth(cut) > width) {
    const characters = [...cut];
    while (stringWidth(characters.join('')) > width - 1) characters.pop();
    cut = `${characters.join('').trimEnd()}…`;
  }
  const space = ' '.repeat(Math.max(0, width - stringWidth(cut)));
  return align === 'right' ? space + cut : cut + space;
}
