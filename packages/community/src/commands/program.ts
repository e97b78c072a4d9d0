import { Command, CommanderError } from 'commander';
import { CommunityError } from '../errors.js';
import { serveCommunity } from '../serve.js';
import { outbox, type OutboxOptions } from './outbox.js';
import type { Terminal } from './terminal.js';
import { trustAdd, trustList, type TrustAddOptions } from './trust-add.js';

/** 0 done · 1 it could not be done · 2 the command line or the configuration was wrong. */
export type ExitCode = 0 | 1 | 2;

interface ServeCommand {
  readonly config: string;
  readonly port: string;
  readonly host: string;
}

/** Runs one command line (without `node` and the script) and gives its exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const program = new Command('pullquote-community')
    .description('What a community’s server runs, all under /pq/.')
    .showHelpAfterError('See pullquote-community --help.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  const command = (parent: Command, name: string, description: string) =>
    parent
      .command(name)
      .description(description)
      .option('-c, --config <file>', 'YAML file, or JavaScript module with the configuration', 'community.yaml');

  command(program, 'serve', 'serve /pq/ beside a forum; your web server hands every path under /pq/ to it')
    .option('-p, --port <port>', 'port to listen on', '4803')
    .option('--host <host>', 'address to listen on; put your own web server in front', '127.0.0.1')
    .action((options: ServeCommand) => serve(options, terminal));

  const trust = program.command('trust').description('the publishers whose items can be shared here');
  command(trust, 'add <origin>', 'fetch a publisher’s keys, confirm them, and give it the name that cards show')
    .option('-n, --name <name>', 'the name that cards show')
    .option('-y, --yes', 'ask nothing; --name and every --thumbprint must be given')
    .option(
      '-t, --thumbprint <thumbprint>',
      'thumbprint of a key, as the publisher told you by another way; once for each key',
      (one: string, others: string[] = []) => [...others, one],
    )
    .option('--json', 'print the result as JSON')
    .action((origin: string, options: TrustAddOptions) => trustAdd(origin, options, terminal));
  command(trust, 'list', 'show the listed publishers and their keys')
    .option('--json', 'print the result as JSON')
    .action(({ config, json }: { config: string; json?: boolean }) => trustList(config, json === true, terminal));

  command(program, 'outbox', 'show what waits for publishers’ collectors, and what they refused')
    .option('--retry', 'let the server try all of it once more')
    .option('--json', 'print the result as JSON')
    .action((options: OutboxOptions) => outbox(options, terminal));

  try {
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    // Help and usage have been printed by then.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof CommunityError)) throw error;
    if (argv.includes('--json')) terminal.out(JSON.stringify({ error: { code: error.code, message: error.message } }));
    else terminal.err(error.message);
    return error.code === 'usage' || error.code === 'config' ? 2 : 1;
  }
}

async function serve({ config, port: given, host }: ServeCommand, terminal: Terminal): Promise<void> {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CommunityError('usage', '--port: must be a number up to 65535.');
  const server = await serveCommunity({ config, port, host });
  terminal.out(`/pq/ is served on http://${host}:${port}/pq/`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
}
