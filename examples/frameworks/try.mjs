/** `npm run example -- react`: runs one of the examples on this machine, until it is stopped. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FRAMEWORKS, isBuilt } from './built.mjs';
import { startPublisher } from './publisher.mjs';
import { runExample } from './run.mjs';

const [name = 'html'] = process.argv.slice(2);
if (name !== 'html' && !FRAMEWORKS.includes(name))
  throw new Error(`There is no example "${name}"; there are html, ${FRAMEWORKS.join(', ')}.`);
if (!isBuilt(name)) {
  console.error(`It is not built. Run: npm run build && npm run frameworks -- ${name}`);
  process.exit(1);
}
const root = await mkdtemp(join(tmpdir(), 'example-'));
const publisher = await startPublisher(root);
const { origin } = await runExample(name, { publisher, dataDir: join(root, 'community'), port: 4850 });
console.log(`${name}: ${origin}`);
