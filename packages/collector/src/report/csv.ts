import type { Counters } from '../store/counters.js';

const COLUMNS = ['day', 'item', 'title', 'shared', 'reshared', 'quoted'] as const;

/** A publisher's counters by item and day as RFC 4180 text, one line each. */
export async function toCsv(
  counters: Counters,
  publisher: string,
  titles: Readonly<Record<string, string>>,
): Promise<string> {
  const lines = [COLUMNS.join(',')];
  for (const row of await counters.itemDays(publisher)) {
    const title = Object.hasOwn(titles, row.item) ? (titles[row.item] ?? '') : '';
    lines.push(COLUMNS.map((column) => cell(String(column === 'title' ? title : row[column]))).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
