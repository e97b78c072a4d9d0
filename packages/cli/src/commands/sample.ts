import { once } from 'node:events';
import { CliError } from '../errors.js';
import { createSample } from '../sample.js';
import { serveSample } from '../serve-sample.js';
import type { Register } from './command.js';

/** Three tries within a list's day. */
const RENEW_MS = 8 * 3_600_000;

export const sample: Register = (program, shell) => {
  const command = program
    .command('sample')
    .description('an invented publisher with one signed item, to try a community with; it ends with the program')
    .option('-p, --port <port>', 'port to listen on, on this machine alone', '4804')
    .option('--json', 'print the result as JSON')
    .action(async (options: { port: string }) => {
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 1 || port > 65_535)
        throw new CliError('usage', '--port: must be a number from 1 to 65535.');
      const { say, terminal } = shell(command);
      const origin = `http://127.0.0.1:${port}`;
      const made = await createSample(origin);
      try {
        const end = await serveSample(made, port);
        const complain = (error: unknown) => terminal.err(`The status list was not renewed: ${String(error)}`);
        const renewing = setInterval(() => void made.refresh().catch(complain), RENEW_MS);
        say({ origin, name: made.name, item: made.item }, [
          `${made.name} is served on ${origin}, until you end it with Ctrl-C.`,
          `Its item: ${made.item}`,
        ]);
        await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
        clearInterval(renewing);
        await end();
      } finally {
        await made.remove();
      }
    });
};
