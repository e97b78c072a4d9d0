import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  generateKey,
  openRecord,
  publicKey,
  recordPath,
  signJws,
  signRecord,
  signStatusList,
  STATUS_PATH,
  tombstonePath,
  type PrivateKey,
  type PublisherFolder,
} from '@pullquote/record';
import {
  publishFolder,
  signItem,
  verifyFolder,
  withdrawItem,
  type Project,
  type SignResult,
  type VerifyReport,
} from 'pullquote';
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { initProject } from 'pullquote';
import { finishedItem, NOW, ORIGIN, refusal, scratch } from './project.js';

/** One published folder with a record and a tombstone; each test spoils a copy of its own. */
let project: Project;
let live: SignResult;
let gone: SignResult;
beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'pullquote-'));
  project = (await initProject(root, { name: 'P', origin: ORIGIN })).project;
  await finishedItem(project, 'cough');
  await finishedItem(project, 'essay');
  live = await signItem(project, 'cough', NOW);
  gone = await signItem(project, 'essay', NOW);
  await withdrawItem(project, 'essay', { reason: 'Out of date.', now: NOW });
  return () => rm(root, { recursive: true, force: true });
});

interface Copy {
  readonly folder: string;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  describe(change: (folder: PublisherFolder) => unknown): Promise<void>;
  verify(): Promise<VerifyReport>;
}

async function copy(): Promise<Copy> {
  const folder = join(await scratch(), 'public');
  await cp(project.paths.public, folder, { recursive: true });
  const at = (path: string) => join(folder, ...path.split('/'));
  const read = (path: string) => readFile(at(path), 'utf8');
  const write = (path: string, text: string) => writeFile(at(path), text);
  return {
    folder,
    read,
    write,
    describe: async (change) => {
      const path = '/.well-known/pullquote.json';
      await write(path, JSON.stringify(change(JSON.parse(await read(path)) as PublisherFolder)));
    },
    verify: () => verifyFolder(folder, { now: NOW, origin: ORIGIN }),
  };
}

const faults = (report: VerifyReport) =>
  report.checks.filter(({ ok }) => !ok).map(({ what, detail }) => `${what}: ${detail}`);
const key = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as PrivateKey;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

it('finds nothing wrong with what publish wrote', async () => {
  const { ok, checks, counts } = await (await copy()).verify();
  expect(ok).toBe(true);
  expect(counts).toEqual({ records: 1, tombstones: 1 });
  expect(checks.map(({ what }) => what)).toEqual(['descriptor', 'status list', 'record', 'tombstone']);
  expect(checks[3]?.detail).toBe('withdrawn: Out of date.');
});

describe('finds in a record', () => {
  it('one changed byte', async () => {
    const it = await copy();
    const jws = await it.read(recordPath(live.digest));
    const [head = '', payload = '', signature = ''] = jws.split('.');
    const changed = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { title: string };
    await it.write(
      recordPath(live.digest),
      [head, encode({ ...changed, title: `${changed.title}!` }), signature].join('.'),
    );
    expect(faults(await it.verify())).toEqual(['record: The signature does not match the content.']);
  });

  it('alg none', async () => {
    const it = await copy();
    const [, payload = ''] = (await it.read(recordPath(live.digest))).split('.');
    const { kid } = await key(project.paths.recordKey);
    await it.write(recordPath(live.digest), `${encode({ alg: 'none', typ: 'pullquote-record+jwt', kid })}.${payload}.`);
    expect(faults(await it.verify())).toEqual([expect.stringContaining('record: The JWS header must hold alg ES256')]);
  });

  it('a foreign key, under its own name and under ours', async () => {
    const it = await copy();
    const foreign = await generateKey();
    const ours = await key(project.paths.recordKey);
    const { record } = await openRecord(await it.read(recordPath(live.digest)), { keys: [publicKey(ours)] });
    await it.write(recordPath(live.digest), (await signRecord(record, foreign)).jws);
    expect(faults(await it.verify())).toEqual([expect.stringContaining('is known for this publisher')]);
    await it.write(recordPath(live.digest), (await signRecord(record, { ...foreign, kid: ours.kid })).jws);
    expect(faults(await it.verify())).toEqual(['record: The signature does not match the content.']);
  });

  it('another record of ours in its place, by every field that differs', async () => {
    const it = await copy();
    const { record } = await openRecord(await it.read(recordPath(live.digest)), {
      keys: [publicKey(await key(project.paths.recordKey))],
    });
    const { jws } = await signRecord({ ...record, title: 'Ours, but another' }, await key(project.paths.recordKey));
    await it.write(recordPath(live.digest), jws);
    expect(faults(await it.verify())).toEqual([expect.stringContaining('record: digest: is')]);
  });

  it('that it is not there', async () => {
    const it = await copy();
    await rm(join(it.folder, ...recordPath(live.digest).split('/')));
    expect(faults(await it.verify())).toEqual([expect.stringContaining('record: is not there')]);
  });
});

describe('finds in the status list', () => {
  const uri = ORIGIN + STATUS_PATH;
  const seconds = NOW.getTime() / 1000;
  const signed = async (claims: object, file = project.paths.statusKey) =>
    signStatusList({ uri, iat: seconds, exp: seconds + 60, states: new Map(), ...claims }, await key(file));

  it.each([
    ['that it has expired', () => signed({ iat: seconds - 120, exp: seconds - 60 }), 'expired 2026-11-20 08:59 UTC'],
    [
      'that it comes from the future',
      () => signed({ iat: seconds + 3600, exp: seconds + 7200 }),
      'issued in the future',
    ],
    ['the record key instead of its own', () => signed({}, project.paths.recordKey), 'is known for this publisher'],
    ['another address', () => signed({ uri: `${uri}2` }), 'Not a 2-bit status list'],
    ['no token', () => Promise.resolve('hello'), 'three parts'],
  ])('%s', async (_name, make, words) => {
    const it = await copy();
    await it.write(STATUS_PATH, await make());
    expect(faults(await it.verify())[0]).toContain(words);
  });

  it('a withdrawal that the catalogue does not know', async () => {
    const it = await copy();
    await it.write(STATUS_PATH, await signed({ states: new Map([[live.idx, 'withdrawn']]) }));
    expect(faults(await it.verify())).toEqual([expect.stringContaining('record: the status list says withdrawn')]);
  });

  it('that it is missing, and trusts no record without it', async () => {
    const it = await copy();
    await rm(join(it.folder, ...STATUS_PATH.split('/')));
    expect(faults(await it.verify()).map((fault) => fault.split(':')[0])).toEqual(['status list', 'record']);
  });
});

describe('finds in a tombstone', () => {
  it('a changed reason, and a foreign one', async () => {
    const it = await copy();
    const payload = new TextEncoder().encode('{}');
    await it.write(
      tombstonePath(gone.digest),
      await signJws(payload, await key(project.paths.recordKey), 'pullquote-tombstone+jwt'),
    );
    expect(faults(await it.verify())[0]).toContain('tombstone: schema:');
    await it.write(tombstonePath(gone.digest), await signJws(payload, await generateKey(), 'pullquote-tombstone+jwt'));
    expect(faults(await it.verify())[0]).toContain('is known for this publisher');
  });

  it('the text of what was withdrawn, left on the site', async () => {
    const it = await copy();
    await it.write(recordPath(gone.digest), await it.read(recordPath(live.digest)));
    expect(faults(await it.verify())).toEqual([
      expect.stringContaining('tombstone: the withdrawn record is still hosted'),
      expect.stringContaining('folder: no catalogue entry names this file'),
    ]);
  });
});

describe('finds in the descriptor', () => {
  it.each<[string, (folder: PublisherFolder) => unknown, string]>([
    [
      'another origin',
      (folder) => ({ ...folder, origin: 'https://other.example' }),
      'origin: says https://other.example',
    ],
    ['one key for both purposes', (folder) => ({ ...folder, statusJwks: folder.jwks }), 'statusJwks: shares a key'],
    ['a list elsewhere', (folder) => ({ ...folder, status: `${ORIGIN}/elsewhere` }), 'status: must be'],
    [
      'an entry twice',
      (folder) => ({ ...folder, catalogue: [...folder.catalogue, ...folder.catalogue] }),
      'stands there twice',
    ],
    [
      'a foreign address',
      (folder) => ({
        ...folder,
        catalogue: folder.catalogue.map((entry) => ({ ...entry, url: 'https://x.example/' })),
      }),
      'is not on',
    ],
    ['no keys', (folder) => ({ ...folder, jwks: { keys: [] } }), 'jwks.keys:'],
    ['another schema', () => ({ schema: 'pullquote-publisher/9' }), 'schema:'],
  ])('%s', async (_name, change, words) => {
    const it = await copy();
    await it.describe(change);
    expect(faults(await it.verify())).toEqual([expect.stringContaining(words)]);
  });

  it('that it is no JSON, or not there', async () => {
    const it = await copy();
    await it.write('/.well-known/pullquote.json', '<html>');
    expect(faults(await it.verify())).toEqual([
      'descriptor: is not JSON. Publish again, and host the files unchanged.',
    ]);
    expect(faults(await verifyFolder(join(it.folder, 'nothing')))[0]).toContain('is not there');
  });
});

it('does not hold an expired record against its publisher, but says so', async () => {
  const folder = join(await scratch(), 'public');
  const later = new Date('2028-01-01T00:00:00Z');
  await publishFolder(project, { out: folder, now: later });
  const { ok, checks } = await verifyFolder(folder, { now: later });
  expect(ok).toBe(true);
  expect(checks.find(({ what }) => what === 'record')?.detail).toBe('live, expired 2027-11-20');
});

it('takes only an origin as an address', async () => {
  for (const target of [
    'http://publisher.example',
    'https://publisher.example/path',
    'https://user@publisher.example',
  ]) {
    expect((await refusal(() => verifyFolder(target))).code).toBe('usage');
  }
});
