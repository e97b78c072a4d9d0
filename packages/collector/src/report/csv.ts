import type { DatabaseSync } from 'node:sqlite';

const COLUMNS = ['day', 'community', 'country', 'item', 'title', 'version', 'fact', 'depth', 'n'] as const;

/** Every counter of a publisher as RFC 4180 text, one line each. */
export function toCsv(db: DatabaseSync, publisher: string, titles: Readonly<Record<string, string>>): string {
  const counters = db.prepare(
    `SELECT day, community, country, item, version, fact, depth, n FROM counters WHERE publisher = ?
     ORDER BY day, community, item, version, fact, depth, country`,
  );
  const lines = [COLUMNS.join(',')];
  for (const row of counters.iterate(publisher)) {
    const item = String(row['item']);
    const title = Object.hasOwn(titles, item) ? titles[item] : '';
    lines.push(COLUMNS.map((column) => cell(String(column === 'title' ? title : row[column]))).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
