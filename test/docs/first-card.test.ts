import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { startRegistry, type Registry } from './registry.js';

const PAGE = new URL('../../docs/communities/README.md', import.meta.url);
const MOST_COMMANDS = 5;
const MOST_LINES = 15;

/** The first part of the page: what somebody does who has nothing yet. */
const [, start = ''] =
  /## First, a verified card on a plain page\n([^]*?)\n## /.exec(await readFile(fileURLToPath(PAGE), 'utf8')) ?? [];
type Step = { readonly command: string } | { readonly file: string; readonly lines: readonly string[] };
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
/** In the order in which they stand: commands to type, and files to paste, named in the sentence before. */
const steps = [...start.matchAll(/(?:`([\w.-]+)`:\n\n)?```(sh|js)\n([^]*?)```/g)].flatMap(
  ([, file = '', language, text = '']): Step[] =>
    language === 'sh' ? linesOf(text).map((command) => ({ command })) : [{ file, lines: linesOf(text) }],
);
const commands = steps.flatMap((step) => ('command' in step ? [step.command] : []));
const files = steps.flatMap((step) => ('file' in step ? [step] : []));
const [, address = ''] = /Open `(http:[^`]+)`/.exec(start) ?? [];

it(`takes at most ${MOST_COMMANDS} commands and ${MOST_LINES} pasted lines to a verified card`, () => {
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.length).toBeLessThanOrEqual(MOST_COMMANDS);
  const pasted = files.flatMap(({ lines }) => lines);
  expect(pasted.length).toBeGreaterThan(0);
  expect(pasted.length).toBeLessThanOrEqual(MOST_LINES);
  for (const { file } of files) expect(file).toMatch(/^[\w.-]+$/);
});

describe.skipIf(chromiumPath === undefined)('in an empty folder', () => {
  const running: ChildProcess[] = [];
  const folders: string[] = [];
  let registry: Registry | undefined;
  afterAll(async () => {
    for (const child of running) if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
    await registry?.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  const scratch = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'first-card-'));
    folders.push(folder);
    return folder;
  };

  it('leads to a verified card, as it stands on the page', { timeout: 180_000 }, async () => {
    const [folder, cache] = [await scratch(), await scratch()];
    registry = await startRegistry(join(cache, 'packed'));
    // Two things are put in the place of the page's: the registry, and free ports, because another test may have the page's own.
    const ports = new Map<string, string>();
    for (const [port] of start.matchAll(/\b480\d\b/g)) if (!ports.has(port)) ports.set(port, String(await freePort()));
    const withPorts = (text: string) => text.replace(/\b480\d\b/g, (port) => ports.get(port) ?? port);
    const env = {
      PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      HOME: cache,
      npm_config_registry: registry.url,
      npm_config_cache: join(cache, 'npm'),
      npm_config_update_notifier: 'false',
    };

    expect(await readdir(folder)).toEqual([]);
    for (const step of steps) {
      if ('file' in step) await writeFile(join(folder, step.file), withPorts(step.lines.join('\n')));
      else running.push(await type(withPorts(step.command), folder, env));
    }
    expect(registry.missing).toEqual([]);

    const browser = await launchChromium();
    try {
      const tab = await browser.newPage();
      const faults: string[] = [];
      tab.on('pageerror', ({ message }) => faults.push(message));
      await tab.goto(withPorts(address));
      const card = tab.locator('pq-card:state(verified)');
      await card.waitFor();
      expect(await card.getByText('Verified source').first().isVisible()).toBe(true);
      expect(await card.getByText('How to read a source label').first().isVisible()).toBe(true);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

/** Types a command. It is done when it has ended well, or says where it serves something. */
function type(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn('sh', ['-c', command], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  return new Promise((done, failed) => {
    const hear = (piece: Buffer) => {
      said += piece.toString();
      if (/serve.*http:\/\/127\.0\.0\.1:\d+/.test(said)) done(child);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) =>
      code === 0 ? done(child) : failed(new Error(`${command}: ended with ${code}\n${said}`)),
    );
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
