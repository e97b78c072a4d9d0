import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateKey, recordPath, tombstonePath, type PrivateKey, type PublisherFolder } from '@pullquote/record';
import {
  initProject,
  publishFolder,
  readIndex,
  refreshStatus,
  rotateKeys,
  signItem,
  verifyFolder,
  withdrawItem,
  type KeyName,
  type Project,
} from 'pullquote';
import { describe, expect, it } from 'vitest';
import { finishedItem, newProject, NOW, ORIGIN, refusal, scratch } from './project.js';

/** A record, a tombstone, published. */
async function published(made?: Project): Promise<Project> {
  const project = made ?? (await newProject());
  await finishedItem(project, 'cough');
  await finishedItem(project, 'essay');
  await signItem(project, 'cough', NOW);
  await signItem(project, 'essay', NOW);
  await publishFolder(project, { now: NOW });
  await withdrawItem(project, 'essay', { reason: 'Out of date.', now: NOW });
  return project;
}

const read = (project: Project, path: string) => readFile(join(project.paths.public, ...path.split('/')), 'utf8');
const folder = async (project: Project) =>
  JSON.parse(await read(project, '/.well-known/pullquote.json')) as PublisherFolder;
const kids = async (project: Project) => {
  const { jwks, statusJwks } = await folder(project);
  return { record: jwks.keys.map(({ kid }) => kid), status: statusJwks.keys.map(({ kid }) => kid) };
};
/** Everything that the publisher hosts, without the signatures: `header.payload` has the kid in its first part. */
async function payloads(project: Project): Promise<string[]> {
  const paths = (await readIndex(project)).records.map(({ digest, state }) =>
    state === 'withdrawn' ? tombstonePath(digest) : recordPath(digest),
  );
  return Promise.all(paths.map(async (path) => (await read(project, path)).split('.')[1] ?? ''));
}
const ok = async (project: Project) => (await verifyFolder(project.paths.public, { now: NOW, origin: ORIGIN })).ok;

describe('rotate-keys', () => {
  it('signs everything anew over the same bytes, names the new keys alone, and drops the old ones', async () => {
    const project = await published();
    const [before, bytes, index] = [await kids(project), await payloads(project), await readIndex(project)];
    const old = await readFile(project.paths.recordKey, 'utf8');
    const result = await rotateKeys(project, { now: NOW });
    const after = await kids(project);
    expect(after).toEqual({ record: [result.thumbprints.record], status: [result.thumbprints.status] });
    expect(result.rotated).toEqual([
      { key: 'record', old: before.record[0], new: after.record[0] },
      { key: 'status', old: before.status[0], new: after.status[0] },
    ]);
    expect(result.resigned).toBe(2);
    expect(await payloads(project)).toEqual(bytes);
    expect((await readIndex(project)).records).toEqual(index.records);
    expect(await ok(project)).toBe(true);
    const left = await readdir(project.paths.keys);
    expect(left.sort()).toEqual(['record.jwk', 'status.jwk']);
    const { d } = JSON.parse(old) as PrivateKey;
    for (const name of left) expect(await readFile(join(project.paths.keys, name), 'utf8')).not.toContain(d);
  });

  it.each<[KeyName, KeyName]>([
    ['record', 'status'],
    ['status', 'record'],
  ])('of the %s key leaves the %s key', async (only, other) => {
    const project = await published();
    const before = await kids(project);
    await rotateKeys(project, { only, now: NOW });
    const after = await kids(project);
    expect(after[only]).not.toEqual(before[only]);
    expect(after[other]).toEqual(before[other]);
    expect(await ok(project)).toBe(true);
  });

  it('needs no old passphrase, and seals the new key with the new one', async () => {
    const root = await scratch();
    const settings = { name: 'Example', origin: ORIGIN };
    const first = await initProject(root, settings, { passphrases: () => Promise.resolve('the first passphrase') });
    const project = await published(first.project);
    const renewed = { ...project, passphrases: () => Promise.resolve('the second passphrase') };
    await rotateKeys(renewed, { now: NOW });
    expect((await refusal(() => refreshStatus(project, { now: NOW }))).code).toBe('key');
    await refreshStatus(renewed, { now: NOW });
    const forgotten = { ...project, passphrases: () => Promise.resolve(undefined) };
    expect((await refusal(() => rotateKeys(forgotten, { now: NOW }))).message).toContain('give a passphrase for it');
    expect(await readdir(project.paths.keys)).toHaveLength(2);
  });

  it('stops at a file that neither key signed, and is finished by running it again', async () => {
    const project = await published();
    const [before, bytes] = [await kids(project), await payloads(project)];
    const file = join(project.paths.signed, 'essay.v1.tombstone.jws');
    const jws = await readFile(file, 'utf8');
    await writeFile(file, jws.replace(/\.[^.]*$/, `.${'A'.repeat(86)}`));
    const refused = await refusal(() => rotateKeys(project, { now: NOW }));
    expect([refused.code, refused.message]).toEqual(['sign', expect.stringContaining('essay.v1.tombstone.jws')]);

    // Half of the records carry the new signature now. What is hosted still holds, and its timer goes on.
    expect(await kids(project)).toEqual(before);
    await refreshStatus(project, { now: NOW });
    expect(await ok(project)).toBe(true);
    for (const command of [() => signItem(project, 'cough', NOW), () => publishFolder(project, { now: NOW })])
      expect((await refusal(command)).message).toContain('Run "pullquote rotate-keys" to finish it');

    await writeFile(file, jws);
    const { rotated } = await rotateKeys(project, { now: NOW });
    expect(rotated.map(({ key }) => key)).toEqual(['record', 'status']);
    expect(await payloads(project)).toEqual(bytes);
    expect(await ok(project)).toBe(true);
  });

  it('is finished by publishing when the crash came after the keys had changed', async () => {
    const project = await published();
    await rotateKeys(project, { only: 'status', now: NOW });
    // As if that publishing had not happened: the hosted folder names a status key that is gone.
    const key = JSON.parse(await readFile(project.paths.statusKey, 'utf8')) as PrivateKey;
    await writeFile(project.paths.statusKey, JSON.stringify(await generateKey()));
    expect((await refusal(() => refreshStatus(project, { now: NOW }))).message).toContain('names another status key');
    await publishFolder(project, { now: NOW });
    await refreshStatus(project, { now: NOW });
    expect((await kids(project)).status).not.toContain(key.kid);
  });

  it('refuses a record that is not the one in the index', async () => {
    const project = await published();
    const other = await newProject();
    await finishedItem(other, 'trial');
    await writeFile(other.paths.recordKey, await readFile(project.paths.recordKey));
    await signItem(other, 'trial', NOW);
    await rename(join(other.paths.signed, 'trial.v1.jws'), join(project.paths.signed, 'cough.v1.jws'));
    expect((await refusal(() => rotateKeys(project, { now: NOW }))).message).toContain('is not the record that');
    await rm(join(project.paths.signed, 'cough.v1.jws'));
    expect((await refusal(() => rotateKeys(project, { now: NOW }))).message).toContain('is missing');
  });
});
