#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { CommunityError } from './errors.js';
import { serveCommunity } from './serve.js';

const HELP = `pullquote-community: what a community's server runs, all under /pq/

Usage
  pullquote-community serve --config community.config.mjs [--port 4803] [--host 127.0.0.1]

  --config FILE   JavaScript module; its default export is the configuration of createCommunity()
  --port PORT     port to listen on (4803)
  --host HOST     address to listen on (127.0.0.1: put your own web server in front)
  --help          this text

Your web server hands every path under /pq/ to this one, with Origin, Cookie and Sec-Fetch-Site as they came.
The configuration is described in docs/communities/README.md.
`;

const USAGE = 2;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      port: { type: 'string', default: '4803' },
      host: { type: 'string', default: '127.0.0.1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || positionals.length === 0) {
    process.stdout.write(HELP);
    return values.help ? 0 : USAGE;
  }
  const port = Number(values.port);
  if (positionals[0] !== 'serve' || positionals.length > 1)
    return usage(`Unknown command "${positionals.join(' ')}"; there is "serve".`);
  if (values.config === undefined) return usage('--config: is missing. Name your configuration module.');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return usage('--port: must be a number up to 65535.');

  const server = await serveCommunity({ config: values.config, port, host: values.host });
  process.stdout.write(`/pq/ is served on http://${values.host}:${port}/pq/\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  return 0;
}

function usage(message: string): number {
  process.stderr.write(`${message}\n\nSee pullquote-community --help.\n`);
  return USAGE;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const expected = error instanceof CommunityError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${expected ? (error as Error).message : String(error)}\n`);
    process.exitCode = expected ? USAGE : 1;
  },
);
