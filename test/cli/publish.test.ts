import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openStatusList, STATUS_PATH, type PublisherFolder } from '@pullquote/record';
import { publishFolder, readIndex, refreshStatus, signItem, verifyFolder, withdrawItem, type Project } from 'pullquote';
import { expect, it } from 'vitest';
import { finishedItem, newProject, NOW, ORIGIN, refusal } from './project.js';

const DESCRIPTOR = ['.well-known', 'pullquote.json'];

async function published(): Promise<Project> {
  const project = await newProject();
  await finishedItem(project, 'cough');
  await signItem(project, 'cough', NOW);
  await publishFolder(project, { now: NOW });
  return project;
}

const read = (project: Project, ...path: string[]) => readFile(join(project.paths.public, ...path), 'utf8');

async function statusList(project: Project) {
  const { statusJwks } = JSON.parse(await read(project, ...DESCRIPTOR)) as PublisherFolder;
  return openStatusList(await read(project, ...STATUS_PATH.split('/')), statusJwks, ORIGIN + STATUS_PATH);
}

it('names collector and communities in the descriptor, and no private key', async () => {
  const project = await newProject({
    events: 'https://collector.example/events',
    communities: [{ name: 'Forum', share: 'https://forum.example/pq/share' }],
  });
  await publishFolder(project, { now: NOW });
  const text = await read(project, ...DESCRIPTOR);
  expect(JSON.parse(text)).toMatchObject({
    events: 'https://collector.example/events',
    communities: [{ name: 'Forum' }],
    catalogue: [],
  });
  expect(text).not.toContain('"d"');
});

it('leaves the old folder where it is when anything does not verify', async () => {
  const project = await published();
  const before = await read(project, ...DESCRIPTOR);
  await finishedItem(project, 'essay');
  const { file } = await signItem(project, 'essay', NOW);
  const signed = join(project.paths.root, file);
  const jws = await readFile(signed, 'utf8');
  await writeFile(
    signed,
    jws.replace(/\.(.)/, (_, first: string) => `.${first === 'e' ? 'f' : 'e'}`),
  );
  await expect(publishFolder(project, { now: NOW })).rejects.toThrow();
  expect(await read(project, ...DESCRIPTOR)).toBe(before);
  expect((await readdir(project.paths.root)).filter((name) => name.startsWith('public'))).toEqual(['public']);
});

it('brings the old folder back after a crash between the two renames, and clears what was unfinished', async () => {
  const project = await published();
  await rename(project.paths.public, `${project.paths.public}.old-1`);
  await mkdir(`${project.paths.public}.next-2`);
  await refreshStatus(project, { now: new Date(NOW.getTime() + 60_000) });
  expect((await verifyFolder(project.paths.public, { now: NOW })).ok).toBe(true);
  expect((await readdir(project.paths.root)).filter((name) => name.startsWith('public'))).toEqual(['public']);
});

it('refuses to replace a folder that holds other files', async () => {
  const project = await published();
  await writeFile(join(project.paths.public, 'index.html'), 'mine');
  const { code, message } = await refusal(() => publishFolder(project));
  expect(code).toBe('publish');
  expect(message).toContain('index.html');
  await rm(join(project.paths.public, 'index.html'));
  await writeFile(join(project.paths.public, '.well-known', 'security.txt'), 'mine');
  expect((await refusal(() => publishFolder(project))).message).toContain('.well-known/security.txt');
});

it('writes to another folder on request', async () => {
  const project = await published();
  const out = join(project.paths.root, 'site', 'out');
  await mkdir(dirname(out));
  expect(await publishFolder(project, { out, now: NOW })).toMatchObject({ folder: out, records: 1 });
  expect((await verifyFolder(out, { now: NOW })).ok).toBe(true);
});

it('refresh renews the list and nothing else, and each list is later than the last', async () => {
  const project = await published();
  const descriptor = await read(project, ...DESCRIPTOR);
  const first = await statusList(project);
  await refreshStatus(project, { now: NOW });
  const second = await statusList(project);
  // The same second of the clock: a community that keeps the newest must still see which one that is.
  expect(second.iat).toBe(first.iat + 1);
  const later = new Date(NOW.getTime() + 3_600_000);
  expect((await refreshStatus(project, { now: later })).statusExpires).toBe(later.getTime() / 1000 + 86_400);
  expect(await read(project, ...DESCRIPTOR)).toBe(descriptor);
});

it('refresh needs something published', async () => {
  const project = await newProject();
  expect((await refusal(() => refreshStatus(project))).code).toBe('publish');
});

it('a refresh at the same time as a withdrawal never brings the item back', async () => {
  const project = await published();
  const { records } = await readIndex(project);
  await Promise.all([
    ...Array.from({ length: 4 }, () => refreshStatus(project, { now: NOW })),
    withdrawItem(project, 'cough', { reason: 'Wrong dose.', now: NOW }),
    ...Array.from({ length: 4 }, () => refreshStatus(project, { now: NOW })),
  ]);
  expect((await statusList(project)).stateAt(records[0]?.idx ?? -1)).toBe('withdrawn');
  expect((await verifyFolder(project.paths.public, { now: NOW })).ok).toBe(true);
});

it('takes over the lock of a process that is gone', async () => {
  const project = await published();
  // No process has this number: it is beyond what systems give out.
  await writeFile(project.paths.lock, '99999999');
  await refreshStatus(project, { now: NOW });
  await writeFile(project.paths.lock, String(process.pid));
  await refreshStatus(project, { now: NOW });
  expect(await readdir(project.paths.root)).not.toContain('.pullquote-lock');
});

it('withdrawal is final, needs a reason, and covers every version', async () => {
  const project = await published();
  expect((await refusal(() => withdrawItem(project, 'cough', { reason: '  ' }))).issues.join()).toContain('reason:');
  expect(
    (
      await refusal(() => withdrawItem(project, 'cough', { reason: 'x', replacement: 'http://plain.example' }))
    ).issues.join(),
  ).toContain('replacement:');
  expect((await refusal(() => withdrawItem(project, 'nothing', { reason: 'x' }))).code).toBe('item');
  expect((await readIndex(project)).records[0]?.state).toBe('live');
  await withdrawItem(project, `${ORIGIN}/cough`, { reason: 'Wrong dose.', now: NOW });
  expect((await refusal(() => withdrawItem(project, 'cough', { reason: 'Again' }))).code).toBe('withdrawn');
  await publishFolder(project, { now: NOW });
  expect(await verifyFolder(project.paths.public, { now: NOW })).toMatchObject({
    counts: { records: 0, tombstones: 1 },
  });
});

it('a damaged index stops every command', async () => {
  const project = await published();
  await writeFile(project.paths.index, '{"schema":"pullquote-index/1"}');
  for (const command of [
    () => publishFolder(project),
    () => refreshStatus(project),
    () => signItem(project, 'cough'),
  ]) {
    expect((await refusal(command)).message).toContain('signed/index.json is damaged');
  }
});
