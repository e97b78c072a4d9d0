import { dayOf } from '@pullquote/events';
import { Command, CommanderError, Option } from 'commander';
import { COMMAND_LINE } from '../access/actor.js';
import { CONFIG_VARIABLE } from '../config-env.js';
import { createCollector, type Collector } from '../collector.js';
import { readConfig, type ServeSettings } from '../config.js';
import { CollectorError } from '../errors.js';
import { createLog } from '../log.js';
import { plain } from '../report/text.js';
import { startCollector } from '../serve.js';
import { fileOf } from '../store/setting.js';
import { showAudit, type AuditOptions } from './audit.js';
import { backUpCommand, restoreCommand } from './backup.js';
import { keysAdd, keysList, keysRevoke, type KeysAddOptions, type KeysContext } from './keys.js';
import { migrateCommand } from './migrate.js';
import { moveCommand } from './move.js';
import { addReportCommands } from './report-commands.js';
import type { Terminal } from './terminal.js';
import { rebuild } from './rebuild.js';
import { trustAdd, type TrustAddOptions } from './trust-add.js';

interface Common {
  readonly config: string;
  readonly json?: boolean | undefined;
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
    parent
      .command(name)
      .description(description)
      .addOption(new Option('-c, --config <file>', 'settings file').env(CONFIG_VARIABLE).default('collector.yaml'));

  command(program, 'serve', 'take in batches and show reports to those who hold a key').action(({ config }: Common) =>
    serve(config, terminal),
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
      withCollector(options.config, async (collector) => {
        const { added, removed } = await trustAdd(origin, options, collector, terminal);
        if (added.length + removed.length > 0)
          await collector.store.audit.add({ day: today(), actor: COMMAND_LINE, action: 'trust.add', subject: origin });
      }),
    );
  command(trust, 'list', 'show the trusted communities and their keys')
    .option('--json', 'as JSON')
    .action(({ config, json }: Common) =>
      withCollector(config, (collector) => listTrusted(collector, json === true, terminal)),
    );

  const keys = program.command('keys').description('the keys that open reports; each is for one publisher');
  command(keys, 'add', 'make a key and show it, once')
    .requiredOption('-n, --name <name>', 'who holds it, such as a person, a team or a program')
    .option('-s, --scope <scope>', 'read, or admin: also campaign windows and webhooks', 'read')
    .option('-p, --publisher <origin>', 'origin of the publisher, where the collector serves several')
    .option('-e, --expires <day>', 'last day on which it works, as in 2027-06-30')
    .option('--json', 'as JSON')
    .action((options: Common & KeysAddOptions) =>
      withKeys(options.config, terminal, (context) => keysAdd(options, context)),
    );
  command(keys, 'list', 'show the keys, without the keys themselves')
    .option('-a, --all', 'revoked ones too')
    .option('--json', 'as JSON')
    .action((options: Common & { all?: boolean }) =>
      withKeys(options.config, terminal, (context) => keysList(options, context)),
    );
  command(keys, 'revoke <id>', 'end a key and whoever is signed in with it, at once')
    .option('--json', 'as JSON')
    .action((id: string, options: Common) =>
      withKeys(options.config, terminal, (context) => keysRevoke(id, options, context)),
    );

  command(program, 'audit', 'show who did what to this collector, the latest first')
    .option('-p, --publisher <origin>', 'what concerns this publisher alone')
    .option('--since <day>', 'from this day on, as in 2026-11-01')
    .option('--limit <n>', 'how many at most', '100')
    .option('--json', 'as JSON')
    .action((options: Common & AuditOptions) =>
      withCollector(options.config, ({ store }) => showAudit(options, { store, terminal })),
    );

  command(program, 'backup <file-or-folder>', 'copy the store, also while the collector runs, and check the copy')
    .option('--keep <n>', 'in a folder: how many backups stay, this one included')
    .option('-f, --force', 'replace a file that is there')
    .option('--json', 'as JSON')
    .action(async (to: string, options: Common & { keep?: string; force?: boolean }) => {
      const dataFile = fileOf(await settingsOf(options.config), 'backup');
      await backUpCommand(to, options, { dataFile, clock: Date.now, terminal });
    });
  command(program, 'restore <backup>', 'put a backup in the place of the store; stop the collector first')
    .option('-f, --force', 'replace a store that is there; it is kept under another name')
    .option('--json', 'as JSON')
    .action(async (backup: string, options: Common & { force?: boolean }) => {
      const dataFile = fileOf(await settingsOf(options.config), 'restore');
      await restoreCommand(backup, options, {
        ...{ dataFile, clock: Date.now, terminal },
        withStore: (work) => withCollector(options.config, ({ store }) => work(store)),
      });
    });
  command(program, 'migrate', 'bring the store to this version, after a backup beside it; or move another one here')
    .option('--from <store>', 'sqlite: and the path of a store that is moved to the servers of the settings')
    .option('--to <file>', 'settings file of the servers; without it, --config')
    .option('--check', 'change nothing, say what would be done, and end with 1 if there is anything')
    .option('--json', 'as JSON')
    .action(async (options: Common & { check?: boolean; from?: string; to?: string }) => {
      if (options.from !== undefined)
        return moveCommand(options.from, await settingsOf(options.to ?? options.config), options, terminal);
      if (options.to !== undefined)
        throw new CollectorError('usage', '--to: give --from as well, sqlite: and the path of the store to move.');
      const dataFile = fileOf(await settingsOf(options.config), 'migrate');
      await migrateCommand(options, {
        ...{ dataFile, clock: Date.now, terminal },
        withStore: (work) => withCollector(options.config, ({ store }) => work(store)),
      });
    });

  addReportCommands(program, { terminal, command, withCollector });

  command(program, 'rebuild', 'count every stored event anew, and put right what differs').action(
    ({ config }: Common) =>
      withCollector(config, async ({ store }) => {
        await rebuild(store, terminal);
        await store.audit.add({ day: today(), actor: COMMAND_LINE, action: 'rebuild' });
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

function today(): string {
  return dayOf(Date.now());
}

function settingsOf(config: string): Promise<ServeSettings> {
  return readConfig(config, process.env);
}

async function serve(config: string, terminal: Terminal): Promise<void> {
  const settings = await settingsOf(config);
  const running = await startCollector(settings, { log: createLog('info') });
  terminal.out(`The report is at ${settings.origin ?? running.url}/ and batches come in at ${running.url}/v1/events.`);
  if (settings.access === 'open')
    terminal.out('There is no sign-in (access: open): whoever reaches this port on this machine may read the reports.');
  else if ((await running.collector.keys.list()).length === 0)
    terminal.out('Nobody can read it yet: pullquote-collector keys add --name "Medical information"');
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
  const settings = await settingsOf(config);
  const { listen: _, ...rest } = settings;
  const collector = await createCollector({ ...rest, writing: 'here' });
  try {
    await work(collector, settings);
  } finally {
    await collector.close();
  }
}

function withKeys(config: string, terminal: Terminal, work: (context: KeysContext) => Promise<void>): Promise<void> {
  return withCollector(config, ({ store }, { publishers }) =>
    work({ store, publishers, terminal, clock: Date.now, today: today() }),
  );
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
