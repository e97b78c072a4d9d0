import { longDay } from './dates.js';
import { REPORTS } from './reports.js';
import { spark } from './spark.js';
import { NOT_RELEASED, notComputableWords, TABLES, type Column, type Row, type Value } from './tables.js';
import { plain } from './text.js';
import { textTable, WIDTH, type TextColumn } from './text-table.js';
import type { AnyReport, Computed, CrowdFigure, CrowdRate, ReportName, ReportOf } from './types.js';

/** How a terminal shows what is not the matter itself. */
export interface Look {
  readonly dim: (text: string) => string;
  readonly strong: (text: string) => string;
}
export const PLAIN: Look = { dim: (text) => text, strong: (text) => text };

const COUNT = new Intl.NumberFormat('en-GB');
const SPARK_WIDTH = 14;
/** What has no room in 80 columns; JSON and CSV have it. */
const LEFT_OUT: Partial<Record<ReportName, readonly string[]>> = {
  items: ['item', 'reshared', 'quoted', 'firstDay', 'lastDay', 'communities', 'peakToBaseline'],
  versions: ['item', 'firstDay'],
  communities: ['community', 'firstDay', 'items'],
  'half-life': ['item'],
  'dead-content': ['item', 'version'],
  'stale-versions': ['item', 'since'],
  excerpts: ['item'],
  'label-trust': ['item', 'viewed'],
  blocked: ['item'],
  recalls: ['item', 'version', 'heldBy', 'sharedIn', 'coverage', 'community', 'day'],
  'data-quality': ['kind', 'name', 'code', 'silentDays'],
  'always-on': ['from', 'counted'],
};
const HEADS: Readonly<Record<string, string>> = {
  reuseRatio: 'reuse',
  halfLife: 'half-life',
  alwaysOn: 'always-on',
  weekly: 'by week',
  firstDay: 'first day',
  lastDay: 'last day',
  silentDays: 'days',
  postsSince: 'posts',
  staleSince: 'old',
  staleShare: 'share',
  lastStaleDay: 'last old one',
  lastTold: 'last told',
  words: 'what',
  n: 'times',
};
const SHRINK = new Set(['title', 'item', 'name', 'words', 'windows', 'community', 'leads']);

/** A report for a terminal of 80 columns. */
export function print(report: AnyReport, look: Look = PLAIN): string {
  const { title } = REPORTS[report.report];
  const { publisher, filter } = report;
  const about = [filter.item, filter.community].filter((one) => one !== undefined).map((one) => plain(one));
  const span = filter.from === undefined ? '' : `${longDay(filter.from)} to ${longDay(filter.to ?? filter.from)}`;
  const head = [
    look.strong(`${title} · ${plain(publisher.name)}`),
    look.dim([span, ...about].filter((part) => part !== '').join(' · ')),
  ];
  const parts = [head.filter((line) => line !== '').join('\n'), ...saidOf(report, look), tableOf(report, look)];
  if ('next' in report && report.next !== null) parts.push(look.dim(`More: --cursor ${report.next}`));
  return parts.filter((part) => part !== '').join('\n\n');
}

function tableOf<N extends ReportName>(report: ReportOf<N>, look: Look): string {
  const name: ReportName = report.report;
  // A screen has no room for every week: the chart above stands for them, and always-on lists them.
  if (name === 'overview') return '';
  if (report.report === 'crowd') return crowdTable(report as ReportOf<'crowd'>, look);
  const { columns, rows } = TABLES[name as N];
  const shown = columns.filter((column) => !LEFT_OUT[name]?.includes(column.name));
  const found = rows(report);
  if (found.length === 0) return emptyWords(name);
  const cells = found.map((row) => shown.map((column) => cellOf(column, row, name)));
  return textTable(shown.map(columnOf), cells, look.dim);
}

/** A fact on each line; a week whose figure was not released is a dot. */
function crowdTable({ rows }: ReportOf<'crowd'>, look: Look): string {
  if (rows.length === 0) return emptyWords('crowd');
  const columns: TextColumn[] = [
    { head: 'fact', align: 'left' },
    { head: 'doctor-weeks', align: 'right' },
    { head: 'by week', align: 'left' },
  ];
  const cells = rows.map(({ fact, doctors, weeks }) => [
    fact,
    crowdText(doctors),
    spark(
      weeks.map((week) => (week.doctors.state === 'released' ? week.doctors.figure : 0)),
      SPARK_WIDTH + 6,
    ),
  ]);
  return textTable(columns, cells, look.dim);
}

function columnOf({ name, kind }: Column): TextColumn {
  const isText = kind === 'text' || kind === 'spark';
  return { head: HEADS[name] ?? name, align: isText ? 'left' : 'right', shrinks: SHRINK.has(name) };
}

function cellOf({ name, kind, ...column }: Column, row: Row, report: ReportName): string {
  const value: Value = row[name];
  switch (kind) {
    case 'spark': {
      // A curve that only rises is told by what each day adds.
      const values = value as readonly number[];
      const steps = report === 'half-life' ? values.map((sum, i) => sum - (values[i - 1] ?? 0)) : values;
      return spark(steps, SPARK_WIDTH);
    }
    case 'computed':
      return computedText(value as Computed, 'unit' in column ? column.unit : undefined);
    case 'crowd':
    case 'rate':
      return crowdText(value as CrowdFigure | CrowdRate);
    case 'number':
      return typeof value === 'number' ? COUNT.format(value) : '';
    case 'text':
      // An item without a title still has its name.
      if (name === 'title' && value === undefined) return String(row['item'] ?? '');
      return Array.isArray(value) ? value.join('; ') : value === null || value === undefined ? '–' : wordOf(value);
  }
}

function wordOf(value: Exclude<Value, null | undefined>): string {
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}

function computedText(figure: Computed, unit?: 'days' | 'share'): string {
  if (figure.state === 'not-computable') return '–';
  if (unit === 'share') return percent(figure.value);
  return unit === 'days' ? `${figure.value} d` : figure.value.toFixed(2);
}

/** Never without its interval. */
function crowdText(figure: CrowdFigure | CrowdRate): string {
  if (figure.state === 'not-released') return NOT_RELEASED;
  const [low, high] = figure.interval;
  if ('value' in figure) return `${percent(figure.value)} ${bare(low)}–${bare(high)}`;
  return `${COUNT.format(figure.figure)} (${COUNT.format(low)}–${COUNT.format(high)})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function bare(share: number): string {
  return (share * 100).toFixed(1);
}

/** What a report says beside its table. */
function saidOf(report: AnyReport, look: Look): string[] {
  switch (report.report) {
    case 'overview':
    case 'always-on':
      return [overviewText(report, look)];
    case 'rooms':
    case 'excerpts':
    case 'blocked':
    case 'label-trust':
    case 'crowd':
      return [look.dim('Noised counts of distinct doctors, by the week. “Not released” is not zero.')];
    case 'dead-content':
      return report.catalogue.state === 'unknown'
        ? ['What is published is not known yet: pullquote-collector catalogue']
        : [look.dim(`No post for ${report.days} days or more, of ${report.catalogue.items} published items.`)];
    case 'recalls':
      return report.rows.map(
        ({ title, item, day, heldBy, sharedIn, coverage }) =>
          `${plain(title ?? item)}\n  withdrawn ${longDay(day)}, held by ${heldBy} of ${sharedIn} communities (${computedText(coverage, 'share')})`,
      );
    case 'data-quality':
      return [`Refused: ${COUNT.format(report.refusedTotal)}`];
    case 'days':
    case 'items':
    case 'versions':
    case 'communities':
    case 'depth':
    case 'half-life':
    case 'stale-versions':
      return [];
  }
}

function overviewText(report: ReportOf<'overview'> | ReportOf<'always-on'>, look: Look): string {
  const posts = report.weeks.map(({ shared, reshared, quoted }) => shared + reshared + quoted);
  const inside = report.weeks.map(({ windows }) => (windows.length > 0 ? 'c' : ' '));
  const said = (name: string, figure: Computed, more: string) =>
    `${name.padEnd(18)}${figure.state === 'computed' ? `${figure.value.toFixed(2)}  ${look.dim(more)}` : look.dim(`– ${notComputableWords(figure)}`)}`;
  const figures = [
    said('Between campaigns', report.alwaysOn, 'median week outside campaign windows ÷ inside'),
    said('Peak to baseline', report.peakToBaseline, 'busiest week ÷ median week outside'),
  ];
  const chart =
    posts.length > 0
      ? [
          spark(posts, WIDTH),
          look.dim(posts.length <= WIDTH && inside.includes('c') ? `${inside.join('').trimEnd()}   c: campaign` : ''),
        ]
      : [];
  if (report.report === 'always-on') return [...figures, ...chart].filter((line) => line !== '').join('\n');
  const { shared, reshared, quoted } = report.totals;
  const totals = `${COUNT.format(shared)} shared, ${COUNT.format(reshared)} reshared, ${COUNT.format(quoted)} quoted`;
  if (report.lastDay === null) return 'No post has been reported yet. A community sends day D during D+1.';
  const where = `${report.items} items in ${report.communities} communities; latest day ${longDay(report.lastDay)}`;
  return [
    totals,
    look.dim(where),
    said('Reuse ratio', report.reuseRatio, '(reshared + quoted) ÷ shared'),
    ...figures,
    ...chart,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function emptyWords(name: ReportName): string {
  switch (REPORTS[name].lane) {
    case 'crowd':
      return 'Nothing has been released. pullquote-collector plan says what can ever be.';
    case 'public':
    case 'own':
      return 'There is nothing to show.';
  }
}
