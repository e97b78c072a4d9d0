/**
 * Installs and builds the examples as their readers would: each in a folder of its own, with the packed packages in place of
 * the published ones. `npm run frameworks` does all; `npm run frameworks -- vue` does one.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { FRAMEWORKS, homeOf, isBuilt, sourceHash, stampOf } from './built.mjs';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
/** What a browser's page needs of ours. */
const PACKED = ['record', 'events', 'elements'];

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !FRAMEWORKS.includes(name));
if (unknown.length > 0) throw new Error(`There is no example "${unknown[0]}"; there are ${FRAMEWORKS.join(', ')}.`);

const wanted = (positionals.length > 0 ? positionals : FRAMEWORKS).filter((name) => !isBuilt(name));
if (wanted.length > 0) {
  const tarballs = await pack(join(ROOT, '.frameworks/packed'));
  for (const name of wanted) {
    const start = Date.now();
    await build(name, tarballs);
    console.log(`${name}: installed and built in ${Math.round((Date.now() - start) / 1000)} s`);
  }
}

async function pack(into) {
  await mkdir(into, { recursive: true });
  const folders = PACKED.flatMap((one) => ['--workspace', `packages/${one}`]);
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', into, ...folders], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  const made = Object.values(JSON.parse(stdout));
  return Object.fromEntries(made.map(({ name, filename }) => [name, `file:${join(into, filename)}`]));
}

async function build(name, tarballs) {
  const home = homeOf(name);
  await rm(home, { recursive: true, force: true });
  await cp(join(import.meta.dirname, name), home, { recursive: true });
  const file = join(home, 'package.json');
  const project = JSON.parse(await readFile(file, 'utf8'));
  project.dependencies = { ...project.dependencies, ...tarballs };
  await writeFile(file, JSON.stringify(project, null, 2));
  await npm(home, ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', '--prefer-offline']);
  await npm(home, ['run', 'build']);
  await writeFile(stampOf(name), sourceHash(name));
}

async function npm(cwd, args) {
  try {
    await run('npm', args, {
      cwd,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', FORUM_URL: 'http://127.0.0.1:9' },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    throw new Error(`npm ${args.join(' ')} in ${cwd} failed:\n${error.stdout}\n${error.stderr}`);
  }
}
