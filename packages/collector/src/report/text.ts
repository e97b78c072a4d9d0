import { longDay } from './dates.js';
import { refusalWords } from '../intake/refusal.js';
import type { Figures } from './figures.js';
import type { Report } from './report.js';

const WIDEST = 60;

/** The report as plain tables for a terminal. */
export function toText(report: Report): string {
  const { publisher, totals, lastDay, dataQuality } = report;
  const head = [
    `${plain(publisher.name)} · ${publisher.origin}`,
    lastDay === undefined
      ? 'No post has been reported yet. A community sends day D during D+1.'
      : `${totals.shared} shared, ${totals.reshared} reshared, ${totals.quoted} quoted; latest day ${longDay(lastDay)}`,
  ];
  const figures = (row: Figures) => [row.shared, row.reshared, row.quoted];
  const names = ['shared', 'reshared', 'quoted'];
  const sections = [
    table(
      ['item', 'version', ...names],
      report.byItem.flatMap((item) =>
        item.versions.map((version) => [item.title ?? item.item, version.version, ...figures(version)]),
      ),
    ),
    table(
      ['community', 'country', ...names],
      report.byCommunity.map((row) => [`${row.name} (${row.community})`, row.country, ...figures(row)]),
    ),
    table(
      ['depth', ...names],
      report.byDepth.map((row) => [row.depth, ...figures(row)]),
    ),
    table(
      ['day', ...names],
      report.byDay.map((row) => [row.day, ...figures(row)]),
    ),
    `Refused: ${dataQuality.refusedTotal}`,
    table(
      ['day', 'from', 'reason', 'times'],
      dataQuality.refused.map((row) => [row.day, row.community, refusalWords(row.code), row.n]),
    ),
  ];
  return `${[head.join('\n'), ...sections.filter((section) => section !== '')].join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  const cells = [head, ...rows.map((row) => row.map((cell) => plain(String(cell))))];
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const isNumber = head.map((_, i) => rows.every((row) => typeof row[i] === 'number'));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (isNumber[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(cells[0] ?? []), line(widths.map((width) => '─'.repeat(width))), ...cells.slice(1).map(line)].join('\n');
}

/** Text from outside on one line, without what a terminal would obey. */
export function plain(text: string, widest = WIDEST): string {
  const safe = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return safe.length > widest ? `${safe.slice(0, widest - 1)}…` : safe;
}
