import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStatusList, STATUS_PATH, type PublisherFolder } from '@pullquote/record';
import {
  publishFolder,
  readIndex,
  refreshStatus,
  resumeItem,
  signItem,
  supersedeItem,
  suspendItem,
  verifyFolder,
  withdrawItem,
  type Project,
} from 'pullquote';
import { describe, expect, it } from 'vitest';
import { finishedItem, newProject, NOW, ORIGIN, refusal, writeItem } from './project.js';

const EXCERPTS = [
  { id: 'same', text: 'Ask a doctor before use.', citations: [1] },
  { id: 'edited', text: 'Take two tablets.', citations: [1] },
  { id: 'dropped', text: 'Keep out of reach of children.', citations: [1] },
];
const LATER = [
  { id: 'same', text: 'Ask a doctor before use.', citations: [1] },
  { id: 'edited', text: 'Take one tablet.', citations: [1] },
  { id: 'new', text: 'Do not freeze.', citations: [1] },
];
const CHANGES = [
  { id: 'same', change: 'unchanged' },
  { id: 'edited', change: 'changed' },
  { id: 'dropped', change: 'gone' },
];

/** Version 1 published; version 2 written, and signed. */
async function twoVersions(second: object): Promise<Project> {
  const project = await newProject();
  const fields = await finishedItem(project, 'cough', { excerpts: EXCERPTS });
  await signItem(project, 'cough', NOW);
  await publishFolder(project, { now: NOW });
  await writeItem(project, 'cough', { ...fields, version: 2, excerpts: LATER, ...second });
  await signItem(project, 'cough', NOW);
  return project;
}

const states = async (project: Project) => (await readIndex(project)).records.map(({ state }) => state);

/** What the published, signed list says of each record: what communities read. */
async function told(project: Project): Promise<string[]> {
  const at = (path: string) => readFile(join(project.paths.public, ...path.split('/')), 'utf8');
  const { statusJwks } = JSON.parse(await at('/.well-known/pullquote.json')) as PublisherFolder;
  const list = await openStatusList(await at(STATUS_PATH), statusJwks, ORIGIN + STATUS_PATH);
  return (await readIndex(project)).records.map(({ idx }) => list.stateAt(idx));
}

describe('suspend and resume', () => {
  it('change the list at once and nothing else, and go back to what was', async () => {
    const project = await twoVersions({ supersedes: undefined });
    await publishFolder(project, { now: NOW });
    await supersedeItem(project, 'cough@1', 'cough@2', { now: NOW });
    const descriptor = () => readFile(join(project.paths.public, '.well-known', 'pullquote.json'), 'utf8');
    const before = await descriptor();
    const { changed, folder } = await suspendItem(project, 'cough', { now: NOW });
    expect(changed.map(({ version, state }) => [version, state])).toEqual([
      [1, 'suspended'],
      [2, 'suspended'],
    ]);
    expect(folder).toBe(project.paths.public);
    expect(await told(project)).toEqual(['suspended', 'suspended']);
    expect(await descriptor()).toBe(before);
    expect((await refusal(() => suspendItem(project, 'cough', { now: NOW }))).message).toBe(
      'Nothing changed for cough: version 1 is suspended, version 2 is suspended.',
    );
    await resumeItem(project, `${ORIGIN}/cough`, { now: NOW });
    expect(await told(project)).toEqual(['superseded', 'live']);
    expect((await verifyFolder(project.paths.public, { now: NOW })).ok).toBe(true);
  });

  it('take one version by name@version', async () => {
    const project = await twoVersions({});
    await publishFolder(project, { now: NOW });
    await suspendItem(project, 'cough@2', { now: NOW });
    expect(await told(project)).toEqual(['live', 'suspended']);
    for (const item of ['cough@3', 'nothing', 'cough@']) {
      expect((await refusal(() => suspendItem(project, item))).code).toBe('item');
    }
  });

  it('survive refreshing and publishing, and a withdrawal ends both', async () => {
    const project = await twoVersions({});
    await suspendItem(project, 'cough@1', { now: NOW });
    await publishFolder(project, { now: NOW });
    await refreshStatus(project, { now: NOW });
    expect(await told(project)).toEqual(['suspended', 'live']);
    await withdrawItem(project, 'cough', { reason: 'Wrong dose.', now: NOW });
    for (const change of [suspendItem, resumeItem]) {
      expect((await refusal(() => change(project, 'cough', { now: NOW }))).code).toBe('state');
    }
    expect(await states(project)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('need no published folder', async () => {
    const project = await newProject();
    await finishedItem(project, 'cough');
    await signItem(project, 'cough', NOW);
    expect(await suspendItem(project, 'cough', { now: NOW })).toMatchObject({ folder: undefined });
    await publishFolder(project, { now: NOW });
    expect(await told(project)).toEqual(['suspended']);
  });
});

describe('supersede', () => {
  it('publishing says what became of each approved excerpt', async () => {
    const project = await newProject();
    const fields = await finishedItem(project, 'cough', { excerpts: EXCERPTS });
    await signItem(project, 'cough', NOW);
    await writeItem(project, 'cough', {
      ...fields,
      version: 2,
      excerpts: LATER,
      supersedes: { id: fields['id'], version: 1 },
    });
    await signItem(project, 'cough', NOW);
    const { superseded } = await publishFolder(project, { now: NOW });
    expect(superseded).toEqual([
      {
        old: expect.objectContaining({ name: 'cough', version: 1 }),
        by: expect.objectContaining({ name: 'cough', version: 2 }),
        excerpts: CHANGES,
      },
    ]);
    expect((await publishFolder(project, { now: NOW })).superseded).toEqual([]);
  });

  it('as a command, publishes both, and says when cards cannot lead on', async () => {
    const project = await twoVersions({});
    const { superseded, named } = await supersedeItem(project, 'cough@1', 'cough', { now: NOW });
    expect(named).toBe(false);
    expect(superseded[0]?.excerpts).toEqual(CHANGES);
    expect(await told(project)).toEqual(['superseded', 'live']);
    expect((await verifyFolder(project.paths.public, { now: NOW })).counts.records).toBe(2);
  });

  it('takes another item too', async () => {
    const project = await newProject();
    const fields = await finishedItem(project, 'cough', { excerpts: EXCERPTS });
    await signItem(project, 'cough', NOW);
    await finishedItem(project, 'essay', { supersedes: { id: fields['id'], version: 1 } });
    await signItem(project, 'essay', NOW);
    const result = await supersedeItem(project, 'cough', 'essay', { now: NOW });
    expect(result.named).toBe(true);
    expect(result.superseded[0]?.excerpts.map(({ change }) => change)).toEqual(['gone', 'gone', 'gone']);
  });

  it.each([
    ['itself', 'cough@2', 'cough@2', 'it is the new one itself'],
    ['a newer version', 'cough@2', 'cough@1', 'is newer than version 1'],
    ['what was replaced already', 'cough@1', 'cough@2', 'version 1 is superseded'],
  ])('refuses %s', async (_name, old, by, words) => {
    const project = await twoVersions({});
    if (words.includes('superseded')) await supersedeItem(project, 'cough@1', 'cough@2', { now: NOW });
    const before = await states(project);
    const { code, message } = await refusal(() => supersedeItem(project, old, by, { now: NOW }));
    expect([code, message]).toEqual(['state', expect.stringContaining(words)]);
    expect(await states(project)).toEqual(before);
  });

  it('refuses a successor that is not live', async () => {
    const project = await twoVersions({});
    await suspendItem(project, 'cough@2', { now: NOW });
    expect((await refusal(() => supersedeItem(project, 'cough@1', 'cough@2', { now: NOW }))).message).toContain(
      'version 2 is suspended',
    );
  });

  it('a suspended version that was replaced meanwhile comes back as superseded', async () => {
    const project = await twoVersions({});
    await suspendItem(project, 'cough@1', { now: NOW });
    await supersedeItem(project, 'cough@1', 'cough@2', { now: NOW });
    expect(await told(project)).toEqual(['suspended', 'live']);
    await resumeItem(project, 'cough@1', { now: NOW });
    expect(await told(project)).toEqual(['superseded', 'live']);
  });
});

describe('a withdrawal', () => {
  it('names the moment at which the list that was published stops vouching, whatever the settings say by now', async () => {
    const project = await newProject({ statusTtlHours: 240 });
    await finishedItem(project, 'cough');
    await signItem(project, 'cough', NOW);
    await publishFolder(project, { now: NOW });
    const shorter = { ...project, config: { ...project.config, statusTtlHours: 1 } };
    const later = new Date(NOW.getTime() + 3_600_000);
    await refreshStatus(shorter, { now: later });
    const { atTheLatest } = await withdrawItem(shorter, 'cough', { reason: 'Wrong dose.', now: later });
    expect(atTheLatest).toBe(NOW.getTime() / 1000 + 240 * 3600);
  });

  it('names no moment that is past', async () => {
    const project = await newProject();
    await finishedItem(project, 'cough');
    await signItem(project, 'cough', NOW);
    await publishFolder(project, { now: NOW });
    const later = new Date(NOW.getTime() + 90 * 86_400_000);
    expect((await withdrawItem(project, 'cough', { reason: 'Old.', now: later })).atTheLatest).toBe(
      later.getTime() / 1000,
    );
  });
});
