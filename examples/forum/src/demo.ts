import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments, USAGE } from './demo/options.js';
import { walk } from './demo/walk.js';
import { ForumError } from './errors.js';
import { startDemo } from './start-demo.js';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

/** `npm start` */
async function main(): Promise<void> {
  const { port, fresh, help } = readArguments(process.argv.slice(2));
  if (help) return void process.stdout.write(`${USAGE}\n`);
  // Signed records hold for one origin for good, so each set of ports has a demo of its own.
  const root = join(REPOSITORY, '.demo', String(port));
  const ports = { forum: port, publisher: port + 1, collector: port + 2 };
  const demo = await startDemo({ root, ports, fresh, count: 'all', readers: true });
  process.stdout.write(walk(demo, relative(process.cwd(), root) || '.'));
  const stop = () => {
    void demo.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof ForumError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
