import { Command, CommanderError } from 'commander';
import { createCollector, type Collector } from '../collector.js';
import { readConfig, type ServeSettings } from '../config.js';
import { CollectorError } from '../errors.js';
import { plain, toText } from '../report/text.js';
import { startCollector } from '../serve.js';
import type { Terminal } from './terminal.js';
import { trustAdd, type TrustAddOptions } from './trust-add.js';

interface Common {
  readonly config: string;
}

/** Runs one command line (without `node` and the script) and gives its exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Command('pullquote-collector')
    .description('Takes in what communities report of a publisher’s items, and makes reports of it.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  const command = (parent: Command, name: string, description: string) =>
    parent.command(name).description(description).option('-c, --config <file>', 'settings file', 'collector.yaml');

  command(program, 'serve', 'take in batches and serve the report page')
    .option('--i-know-reports-are-open', 'listen beyond this machine although reports have no sign-in yet')
    .action(({ config, iKnowReportsAreOpen }: Common & { iKnowReportsAreOpen?: boolean }) =>
      serve(config, iKnowReportsAreOpen, terminal),
    );

  const trust = program.command('trust').description('the communities whose batches are counted');
  command(trust, 'add <origin>', 'fetch a community’s keys and confirm them')
    .option('-y, --yes', 'ask nothing; every new key must be named with --thumbprint')
    .option(
      '-t, --thumbprint <thumbprint>',
      'thumbprint of a key, as the community told you by another way; once for each key',
      (one: string, others: string[] = []) => [...others, one],
    )
    .action((origin: string, options: Common & TrustAddOptions) =>
      withCollector(options.config, (collector) => trustAdd(origin, options, collector, terminal)),
    );
  command(trust, 'list', 'show the trusted communities and their keys')
    .option('--json', 'as JSON')
    .action(({ config, json }: Common & { json?: boolean }) =>
      withCollector(config, (collector) => listTrusted(collector, json === true, terminal)),
    );

  command(program, 'report', 'print the report')
    .option('-p, --publisher <origin>', 'origin of the publisher, where the collector serves several')
    .option('--json', 'as JSON')
    .action(({ config, publisher, json }: Common & { publisher?: string; json?: boolean }) =>
      withCollector(config, async (collector, { publishers }) => {
        if (publisher === undefined && publishers.length > 1)
          throw new CollectorError(
            'usage',
            `Name one with --publisher: ${publishers.map((p) => p.origin).join(', ')}.`,
          );
        const report = await collector.report(publisher ?? publishers[0]?.origin ?? '');
        terminal.out(json ? JSON.stringify(report, null, 2) : toText(report).trimEnd());
      }),
    );

  try {
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof CollectorError)) throw error;
    terminal.err(error.message);
    return 1;
  }
}

async function serve(config: string, reportsAreOpen: boolean | undefined, terminal: Terminal): Promise<void> {
  const running = await startCollector(await readConfig(config), { reportsAreOpen });
  terminal.out(`The report is at ${running.url}/ and batches come in at ${running.url}/v1/events.`);
  if ((await running.collector.trust.list()).length === 0)
    terminal.out('No community is trusted yet: pullquote-collector trust add https://community.example');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await running.close();
}

async function withCollector(
  config: string,
  work: (collector: Collector, settings: ServeSettings) => Promise<void> | void,
): Promise<void> {
  const settings = await readConfig(config);
  const { listen: _, ...rest } = settings;
  const collector = await createCollector({ ...rest, writing: 'here' });
  try {
    await work(collector, settings);
  } finally {
    await collector.close();
  }
}

async function listTrusted({ trust }: Collector, json: boolean, terminal: Terminal): Promise<void> {
  const communities = await trust.list();
  if (json) return terminal.out(JSON.stringify(communities, null, 2));
  if (communities.length === 0) return terminal.out('No community is trusted yet.');
  for (const { id, name, country, since, keys } of communities) {
    terminal.out(`${id}  ${plain(name)}, ${country}, since ${since}`);
    for (const { thumbprint } of keys) terminal.out(`  ${thumbprint}`);
  }
}
