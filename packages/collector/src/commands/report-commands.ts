import { dayOf } from '@pullquote/events';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { readFolder } from '../catalogue/read-folder.js';
import type { Collector } from '../collector.js';
import type { ServeSettings } from '../config.js';
import { loadDemo } from '../demo/load.js';
import { CollectorError } from '../errors.js';
import { assumptionsSchema, forecast } from '../plan/forecast.js';
import { printForecast } from '../plan/print.js';
import { parseInput } from '../api/read-json.js';
import type { ReportSource } from '../report/context.js';
import { addDays } from '../report/formulas/weeks.js';
import { parseQuery } from '../report/query.js';
import { print } from '../report/print.js';
import { allPages, isReportName, makeReport, REPORT_NAMES } from '../report/reports.js';
import { toCsv } from '../report/to-csv.js';
import { choosePublisher } from './choose-publisher.js';
import { lookOf } from './look.js';
import { progressBar } from './progress-bar.js';
import type { Terminal } from './terminal.js';

interface Common {
  readonly config: string;
  readonly publisher?: string;
}
type ReportOptions = Common &
  Readonly<Record<'from' | 'to' | 'item' | 'community' | 'days' | 'limit' | 'cursor', string | undefined>> & {
    readonly json?: boolean;
    readonly csv?: boolean;
  };
interface DemoOptions extends Common {
  readonly events: number;
  readonly seed: string;
  readonly until?: string;
}
interface PlanOptions {
  readonly doctors: readonly number[];
  readonly weeklyReaders?: number;
  readonly items?: number;
  readonly reach?: number;
  readonly json?: boolean;
}

export interface CommandKit {
  readonly terminal: Terminal;
  /** Adds a command that takes `--config`. */
  readonly command: (parent: Command, name: string, description: string) => Command;
  readonly withCollector: (
    config: string,
    work: (collector: Collector, settings: ServeSettings) => Promise<void> | void,
  ) => Promise<void>;
}

/** `report`, `catalogue`, `plan` and `demo-data`. */
export function addReportCommands(program: Command, { terminal, command, withCollector }: CommandKit): void {
  const about = (parent: Command) =>
    parent.option('-p, --publisher <origin>', 'origin of the publisher, where the collector serves several');

  about(command(program, 'report [name]', `print a report: ${REPORT_NAMES.join(', ')}`))
    .option('--from <day>', 'first day, as in 2026-01-31')
    .option('--to <day>', 'last day')
    .option('--item <urn>', 'one item alone')
    .option('--community <origin>', 'one community alone')
    .option('--days <n>', 'of dead-content and data-quality: after how many days without a word')
    .option('--limit <n>', 'rows in a page')
    .option('--cursor <cursor>', 'the next page')
    .addOption(new Option('--json', 'as JSON').conflicts('csv'))
    .option('--csv', 'as CSV, all pages')
    .action((name: string | undefined, options: ReportOptions) =>
      withCollector(options.config, async (collector, settings) =>
        report(name ?? 'overview', options, collector, settings, terminal),
      ),
    );

  about(command(program, 'catalogue', 'read your own folder: what is published and what is withdrawn')).action(
    (options: Common) =>
      withCollector(options.config, async ({ store }, settings) => {
        const { origin } = choosePublisher(options.publisher, settings.publishers);
        const n = await readFolder(origin, store.catalogue, { fetch: globalThis.fetch, clock: Date.now });
        terminal.out(`${origin} has published ${n} ${n === 1 ? 'version' : 'versions'}.`);
      }),
  );

  program
    .command('plan')
    .description('say what crowd figures can ever be released for communities of some sizes')
    .requiredOption('--doctors <n,…>', 'active doctors of a community; several sizes with commas', numbers)
    .option('--weekly-readers <share>', 'part of them who open it in a week', number)
    .option('--items <n>', 'items of yours that are about in a week', number)
    .option('--reach <share>', 'part of the week’s readers who see the card of one such item', number)
    .option('--json', 'as JSON')
    .action(({ doctors, json, ...more }: PlanOptions) => {
      const forecasts = doctors.map((n) => forecast(parseInput(assumptionsSchema, { ...more, doctors: n }, 'plan, ')));
      terminal.out(json ? JSON.stringify(forecasts, null, 2) : printForecast(forecasts, lookOf(terminal)));
    });

  about(command(program, 'demo-data', 'fill an empty store with a made-up year, to look at the reports'))
    .option('--events <n>', 'public posts', number, 5_000_000)
    .option('--seed <text>', 'the same seed gives the same year', 'pullquote')
    .option('--until <day>', 'the last day of the year; yesterday')
    .action((options: DemoOptions) =>
      withCollector(options.config, async ({ store }, settings) => {
        const { origin } = choosePublisher(options.publisher, settings.publishers);
        const { to: until } = parseQuery({ to: options.until ?? addDays(dayOf(Date.now()), -1) });
        if (until === undefined || until >= dayOf(Date.now()))
          throw new CollectorError('usage', '--until: must be a day that is over.');
        const bar = progressBar(terminal);
        const { events, year } = await loadDemo(
          store,
          { events: options.events, seed: options.seed, until, publisher: origin },
          Date.now,
          bar.show,
        );
        bar.end();
        terminal.out(
          `${events.toLocaleString('en-GB')} made-up events from ${year.from} to ${year.to}: ${year.items.length} items in ${year.communities.length} communities.`,
        );
      }),
    );
}

async function report(
  name: string,
  { json, csv, config: _, publisher: asked, ...filter }: ReportOptions,
  { store }: Collector,
  settings: ServeSettings,
  terminal: Terminal,
): Promise<void> {
  if (!isReportName(name))
    throw new CollectorError('usage', `There is no report ${name}. There are: ${REPORT_NAMES.join(', ')}.`);
  const publisher = choosePublisher(asked, settings.publishers);
  const query = parseQuery(filter);
  const source: ReportSource = {
    store,
    titles: settings.titles,
    clock: Date.now,
    alone: settings.publishers.length === 1,
  };
  if (csv) return terminal.out(toCsv(name, await allPages(name, source, publisher, query)).trimEnd());
  const made = await makeReport(name, source, publisher, query);
  terminal.out(json ? JSON.stringify(made, null, 2) : print(made, lookOf(terminal)));
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('Give a number.');
  return value;
}

function numbers(text: string): number[] {
  return text.split(',').map(number);
}
