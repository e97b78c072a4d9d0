import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  openRecord,
  openStatusList,
  openTombstone,
  parsePublisherFolder,
  recordPath,
  STATUS_PATH,
  tombstonePath,
} from '@pullquote/record';
import { publishFolder, signItem, verifyFolder, withdrawItem } from 'pullquote';
import { expect, it } from 'vitest';
import { finishedItem, NAMES, newProject, NOW, ORIGIN } from './project.js';

it.each(NAMES)('%s: draft, finish, sign, publish, verify, withdraw', async (name) => {
  const project = await newProject();
  const fields = await finishedItem(project, name);
  const signed = await signItem(project, name, NOW);
  expect(signed).toMatchObject({
    name,
    version: 1,
    state: 'live',
    reused: false,
    url: `${ORIGIN}/${name}`,
    validUntil: '2027-11-20',
  });

  expect(await publishFolder(project, { now: NOW })).toMatchObject({ records: 1, tombstones: 0 });
  const folder = project.paths.public;
  const at = (path: string) => readFile(join(folder, ...path.split('/')), 'utf8');
  const descriptor = parsePublisherFolder(JSON.parse(await at('/.well-known/pullquote.json')));
  const { record } = await openRecord(await at(recordPath(signed.digest)), descriptor.jwks);
  expect(record).toMatchObject({
    title: fields['title'],
    canonicalUrl: `${ORIGIN}/${name}`,
    iss: ORIGIN,
    parties: fields['parties'],
  });
  expect((await verifyFolder(folder, { now: NOW, origin: ORIGIN })).ok).toBe(true);

  const { withdrawn, atTheLatest } = await withdrawItem(project, name, {
    reason: 'A newer label exists.',
    replacement: '/new',
    now: NOW,
  });
  expect(withdrawn.map(({ digest }) => digest)).toEqual([signed.digest]);
  expect(atTheLatest).toBe(NOW.getTime() / 1000 + 24 * 3600);
  await expect(stat(join(folder, ...recordPath(signed.digest).split('/')))).rejects.toMatchObject({ code: 'ENOENT' });
  const stone = await openTombstone(await at(tombstonePath(signed.digest)), descriptor.jwks);
  expect(stone).toMatchObject({
    reason: 'A newer label exists.',
    replacement: `${ORIGIN}/new`,
    title: fields['title'],
  });
  const list = await openStatusList(await at(STATUS_PATH), descriptor.statusJwks, ORIGIN + STATUS_PATH);
  expect(list.stateAt(signed.idx)).toBe('withdrawn');
  expect(await verifyFolder(folder, { now: NOW })).toMatchObject({ ok: true, counts: { records: 0, tombstones: 1 } });
});
