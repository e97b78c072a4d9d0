import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCommunity, type Community } from '@pullquote/community';
import {
  FOLDER_PATH,
  openRecord,
  recordPath,
  signRecord,
  signStatusList,
  STATUS_PATH,
  type PrivateKey,
  type PublisherFolder,
} from '@pullquote/record';
import { publishFolder, rotateKeys, signItem, verifyFolder, withdrawItem, type Project } from 'pullquote';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { finishedItem, newProject, NOW, ORIGIN, refusal } from './project.js';

// The drill behind docs/publishers/key-compromise.md: a thief, a publisher and a community's moderators, all with real keys.

let project: Project;
/** What the publisher's origin answers; the thief has broken into it and puts files of their own there. */
let planted: Map<string, string>;
let stolen: PrivateKey;

beforeEach(async () => {
  project = await newProject();
  await finishedItem(project, 'cough');
  await signItem(project, 'cough', NOW);
  await publishFolder(project, { now: NOW });
  stolen = JSON.parse(await readFile(project.paths.recordKey, 'utf8')) as PrivateKey;
  planted = new Map();
});

const hosted = (path: string) => readFile(join(project.paths.public, ...path.split('/')), 'utf8');
const descriptor = async () => JSON.parse(await hosted(FOLDER_PATH)) as PublisherFolder;

/** A record of the thief's own making, in the publisher's name. */
async function forge(): Promise<{ digest: string; jws: string }> {
  const { catalogue, jwks } = await descriptor();
  const { record } = await openRecord(await hosted(recordPath(catalogue[0]?.digest ?? '')), jwks);
  const canonicalUrl = `${ORIGIN}/miracle`;
  return signRecord(
    { ...record, id: 'urn:thief:1', title: 'Forged', canonicalUrl, status: { ...record.status, idx: 99 } },
    stolen,
  );
}

async function plant(forged: { digest: string; jws: string }): Promise<void> {
  const folder = await descriptor();
  const entry = { id: 'urn:thief:1', version: 1, url: `${ORIGIN}/miracle`, digest: forged.digest };
  planted.set(FOLDER_PATH, JSON.stringify({ ...folder, catalogue: [...folder.catalogue, entry] }));
  planted.set(recordPath(forged.digest), forged.jws);
}

const dataDir = () => {
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-community-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A real community whose moderators confirmed these keys. */
async function community(folder: string, thumbprints: readonly string[]): Promise<Community> {
  const made = await createCommunity({
    origin: 'https://forum.example',
    name: 'Grand Round',
    country: 'US',
    readers: 'verified-hcp',
    dataDir: folder,
    publishers: [{ origin: ORIGIN, name: 'Example Publisher', thumbprints: [...thumbprints] }],
    compose: '/new',
    member: () => null,
    clock: { now: () => NOW.getTime(), lane: () => NOW.getTime() },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    fetch: async (input) => {
      const { pathname } = new URL(new Request(input).url);
      const text = planted.get(pathname) ?? (await hosted(pathname).catch(() => undefined));
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    },
  });
  onTestFinished(() => made.close());
  return made;
}

const get = (made: Community, digest: string) =>
  made.fetch(new Request(`https://forum.example/pq/records/${digest}`)).then(({ status }) => status);
async function prints(): Promise<string[]> {
  const { jwks, statusJwks } = await descriptor();
  return [...jwks.keys, ...statusJwks.keys].map(({ kid }) => kid);
}

describe('a stolen record key', () => {
  it('is good for a forged record until it is rotated and moderators confirm the new keys, and then for nothing', async () => {
    const folder = dataDir();
    const before = await community(folder, await prints());
    const genuine = (await descriptor()).catalogue[0]?.digest ?? '';
    const forged = await forge();
    await plant(forged);
    await before.refresh();
    // This is the harm that the runbook is for.
    expect([await get(before, forged.digest), await get(before, genuine)]).toEqual([200, 200]);
    await before.close();

    planted.clear();
    const { thumbprints } = await rotateKeys(project, { now: NOW });
    const after = await community(folder, Object.values(thumbprints));
    await after.refresh();
    expect([await get(after, forged.digest), await get(after, genuine)]).toEqual([404, 200]);

    // The thief is still in the web server, and offers it again beside the new keys.
    await plant(forged);
    const again = await after.refresh();
    expect(again.publishers[0]?.refused).toEqual([
      expect.objectContaining({ subject: forged.digest, code: 'signature' }),
    ]);
    expect(await get(after, forged.digest)).toBe(404);
  });

  it('no longer verifies for the publisher either', async () => {
    const forged = await forge();
    await rotateKeys(project, { only: 'record', now: NOW });
    await plant(forged);
    const report = await verifyFolder(ORIGIN, {
      now: NOW,
      fetch: async (input) => {
        const { pathname } = new URL(new Request(input).url);
        const text = planted.get(pathname) ?? (await hosted(pathname));
        return new Response(text, { headers: { 'access-control-allow-origin': '*' } });
      },
    });
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([
      expect.objectContaining({
        what: 'record',
        name: `${ORIGIN}/miracle v1`,
        detail: expect.stringContaining('No ES256'),
      }),
    ]);
  });

  it('brings nothing back that was withdrawn: the status key is another one', async () => {
    const made = await community(dataDir(), await prints());
    await made.refresh();
    const digest = (await descriptor()).catalogue[0]?.digest ?? '';
    const record = await hosted(recordPath(digest));
    const catalogue = (await descriptor()).catalogue;
    await withdrawItem(project, 'cough', { reason: 'Wrong dose.', now: NOW });
    await made.refresh();
    expect(await get(made, digest)).toBe(410);

    const { status } = await descriptor();
    const iat = NOW.getTime() / 1000 + 100;
    const list = await signStatusList({ uri: status, iat, exp: iat + 86_400, states: new Map() }, stolen);
    planted.set(STATUS_PATH, list);
    planted.set(FOLDER_PATH, JSON.stringify({ ...(await descriptor()), catalogue }));
    planted.set(recordPath(digest), record);
    const { publishers } = await made.refresh();
    expect(publishers[0]?.refused.map(({ subject }) => subject)).toContain('status list');
    expect(await get(made, digest)).toBe(410);
  });

  it('cannot stand in for the status key in the descriptor: moderators named which key is which', async () => {
    const made = await community(dataDir(), await prints());
    await made.refresh();
    const folder = await descriptor();
    planted.set(FOLDER_PATH, JSON.stringify({ ...folder, statusJwks: folder.jwks }));
    const { publishers } = await made.refresh();
    expect(publishers[0]?.refused.map(({ code }) => code)).toContain('shared-keys');
  });
});

it('a community whose moderators have not confirmed yet takes no new key, and says so', async () => {
  const old = await prints();
  const made = await community(dataDir(), old);
  await made.refresh();
  await rotateKeys(project, { now: NOW });
  const { publishers } = await made.refresh();
  expect(publishers[0]?.refused.map(({ code }) => code)).toContain('key-change');
});

it('rotation refuses what the thief left among the signed files', async () => {
  await finishedItem(project, 'essay');
  await signItem(project, 'essay', NOW);
  const forged = await forge();
  await writeFile(join(project.paths.signed, 'essay.v1.jws'), forged.jws);
  expect((await refusal(() => rotateKeys(project, { now: NOW }))).message).toContain('is not the record that');
});
