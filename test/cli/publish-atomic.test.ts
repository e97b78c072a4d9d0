import { spawn } from 'node:child_process';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { STATUS_PATH } from '@pullquote/record';
import {
  openProject,
  publishFolder,
  refreshStatus,
  run,
  signItem,
  verifyFolder,
  withdrawItem,
  type Project,
} from 'pullquote';
import { describe, expect, it } from 'vitest';
import { finishedItem, newProject, NOW, scratch, writeItem } from './project.js';

const BIN = fileURLToPath(new URL('../../packages/cli/bin.js', import.meta.url));

async function withItems(count: number): Promise<Project & { more(to: number): Promise<void> }> {
  const project = await newProject();
  const fields = await finishedItem(project, 'cough');
  await add(project, fields, 0, count);
  return { ...project, more: (to) => add(project, fields, count, to) };
}

async function add(project: Project, fields: object, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i++) {
    await writeItem(project, `item-${i}`, { ...fields, id: `urn:example:${i}`, canonicalUrl: `/item-${i}` });
    await signItem(project, `item-${i}`, NOW);
  }
}

/** Path → text of everything in a folder. */
async function tree(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return new Map(paths.map((path, i) => [path.slice(folder.length), texts[i] ?? ''] as const).sort());
}

/** A JWS without its signature, which differs each time by design of ECDSA. */
const unsigned = (text: string) => text.split('.').slice(0, 2).join('.');

describe('publishing is reproducible', () => {
  async function mixed(): Promise<Project> {
    const project = await withItems(3);
    await withdrawItem(project, 'item-1', { reason: 'Out of date.', now: NOW });
    return project;
  }

  it('two copies of a project give the same bytes, the status list’s signature aside', async () => {
    const project = await mixed();
    const copies = await Promise.all(
      ['a', 'b'].map(async () => {
        const root = join(await scratch(), 'copy');
        await cp(project.paths.root, root, { recursive: true });
        const copy = await openProject(root);
        await publishFolder(copy, { now: NOW });
        return tree(copy.paths.public);
      }),
    );
    const [a, b] = copies as [Map<string, string>, Map<string, string>];
    expect(a.size).toBe(9);
    expect([...a.keys()]).toEqual([...b.keys()]);
    for (const [path, text] of a) {
      if (path === STATUS_PATH) expect(unsigned(text)).toBe(unsigned(b.get(path) ?? ''));
      else expect(text).toBe(b.get(path));
    }
  });

  it('publishing again changes the status list alone', async () => {
    const project = await mixed();
    await publishFolder(project, { now: NOW });
    const before = await tree(project.paths.public);
    await publishFolder(project, { now: new Date(NOW.getTime() + 60_000) });
    const after = await tree(project.paths.public);
    expect([...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)).toEqual([STATUS_PATH]);
    expect(after.size).toBe(before.size);
  });
});

it('a publishing that is killed at any moment leaves the old folder or the new one, whole', async () => {
  const project = await withItems(40);
  const publish = () => spawn(process.execPath, [BIN, 'publish', '-C', project.paths.root], { stdio: 'ignore' });
  const ended = (child: ReturnType<typeof publish>) => new Promise((done) => child.once('exit', done));
  const started = Date.now();
  expect(await ended(publish())).toBe(0);
  const whole = Date.now() - started;

  await project.more(60);
  const seen = new Set<number>();
  for (let step = 1; step <= 8; step++) {
    const child = publish();
    const gone = ended(child);
    await wait((whole * step) / 8);
    child.kill('SIGKILL');
    await gone;
    const { ok, counts, checks } = await verifyFolder(project.paths.public);
    // Between the two renames there is no folder for a moment; the next command of any kind puts the old one back.
    if (checks[0]?.detail.includes('is not there')) await refreshStatus(project);
    else expect([step, ok]).toEqual([step, true]);
    if (ok) expect([40, 60]).toContain(counts.records);
    seen.add(counts.records);
  }
  expect(seen).toContain(40);
  // What the killed ones left is cleared away, their lock included.
  expect(await ended(publish())).toBe(0);
  expect((await verifyFolder(project.paths.public)).counts.records).toBe(60);
  const left = await readdir(project.paths.root);
  expect(left.filter((name) => /^(public.|\.pullquote-lock)/.test(name))).toEqual([]);
});

it('shows how far it is on a terminal, and nothing of that with --json', async () => {
  const project = await withItems(25);
  const shown: string[] = [];
  const terminal = { out: () => undefined, err: () => undefined, interactive: false };
  const progress = (text: string) => void shown.push(text);
  await run(['publish', '-C', project.paths.root], { ...terminal, progress });
  expect(shown).toContain('writing 25/25');
  expect(shown).toContain('verifying 25/25');
  expect(shown.at(-1)).toBe('');
  shown.length = 0;
  await run(['publish', '--json', '-C', project.paths.root], { ...terminal, progress });
  expect(shown).toEqual([]);
});
