import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import {
  initProject,
  openProject,
  publishFolder,
  readIndex,
  refreshStatus,
  run,
  signItem,
  suspendItem,
  verifyFolder,
  withdrawItem,
  type KeyName,
  type Project,
} from 'pullquote';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { finishedItem, NOW, ORIGIN, refusal, scratch } from './project.js';

const RECORD = 'a long passphrase for records';
const STATUS = 'a long passphrase for the list';
const both = (key: KeyName) => Promise.resolve(key === 'record' ? RECORD : STATUS);

afterEach(() => vi.unstubAllEnvs());

async function sealedProject(passphrases = both): Promise<Project> {
  const root = await scratch();
  return (await initProject(root, { name: 'Example Publisher', origin: ORIGIN }, { passphrases })).project;
}

/** The same project for somebody who knows only some of the passphrases. */
const knowing = (project: Project, passphrases: Partial<Record<KeyName, string>>) =>
  openProject(project.paths.root, (key) => Promise.resolve(passphrases[key]));

async function pullquote(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const code = await run(args, {
    out: (text) => void (printed.out += `${text}\n`),
    err: (text) => void (printed.err += `${text}\n`),
    interactive: false,
  });
  return { code, ...printed };
}

describe('encrypted keys', () => {
  it('hold the public half in the clear and nothing of the private one', async () => {
    const { paths } = await sealedProject();
    for (const file of [paths.recordKey, paths.statusKey]) {
      const key = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'sealed', 'use', 'x', 'y']);
      const [header = ''] = key['sealed']?.split('.') ?? [];
      expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({
        alg: 'PBES2-HS512+A256KW',
        enc: 'A256GCM',
        p2c: 600_000,
      });
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
  });

  it('sign, publish and withdraw with their passphrases, and with no other', async () => {
    const project = await sealedProject();
    await finishedItem(project, 'cough');
    const wrong = await refusal(async () =>
      signItem(await knowing(project, { record: 'not the passphrase' }), 'cough', NOW),
    );
    expect([wrong.code, wrong.message]).toEqual(['key', expect.stringContaining('does not open with this passphrase')]);
    expect(wrong.message).not.toContain('not the passphrase');
    expect((await readIndex(project)).records).toEqual([]);
    await signItem(await knowing(project, { record: RECORD }), 'cough', NOW);
    // Publishing needs the status key alone: the public half is enough to check what the record key signed.
    await publishFolder(await knowing(project, { status: STATUS }), { now: NOW });
    expect((await verifyFolder(project.paths.public, { now: NOW })).ok).toBe(true);

    for (const known of [{ record: RECORD }, { status: STATUS }]) {
      const refused = await refusal(async () =>
        withdrawItem(await knowing(project, known), 'cough', { reason: 'Wrong dose.', now: NOW }),
      );
      expect(refused.code).toBe('key');
      expect((await readIndex(project)).records[0]?.state).toBe('live');
    }
    await withdrawItem(project, 'cough', { reason: 'Wrong dose.', now: NOW });
    expect((await readIndex(project)).records[0]?.state).toBe('withdrawn');
  });

  it('are renewed by a timer that knows the status passphrase alone', async () => {
    const project = await sealedProject();
    await finishedItem(project, 'cough');
    await signItem(project, 'cough', NOW);
    await publishFolder(project, { now: NOW });
    vi.stubEnv('PULLQUOTE_PASSPHRASE', undefined);
    vi.stubEnv('PULLQUOTE_STATUS_PASSPHRASE', STATUS);
    const timer = await openProject(project.paths.root);
    await refreshStatus(timer, { now: NOW });
    await suspendItem(timer, 'cough', { now: NOW });
    expect(
      (await refusal(() => signItem(timer, 'cough', NOW).then(() => withdrawItem(timer, 'cough', { reason: 'x' }))))
        .message,
    ).toBe('keys/record.jwk is encrypted: set PULLQUOTE_PASSPHRASE.');
    vi.stubEnv('PULLQUOTE_STATUS_PASSPHRASE', '');
    expect((await refusal(() => refreshStatus(timer, { now: NOW }))).message).toBe(
      'keys/status.jwk is encrypted: set PULLQUOTE_STATUS_PASSPHRASE or PULLQUOTE_PASSPHRASE.',
    );
  });

  it('are not opened by what was damaged or swapped', async () => {
    const project = await sealedProject();
    await finishedItem(project, 'cough');
    const key = JSON.parse(await readFile(project.paths.recordKey, 'utf8')) as { sealed: string; kid: string };
    const other = JSON.parse(await readFile(project.paths.statusKey, 'utf8')) as { sealed: string };
    const middle = key.sealed.length >> 1;
    const flipped =
      key.sealed.slice(0, middle) + (key.sealed[middle] === 'A' ? 'B' : 'A') + key.sealed.slice(middle + 1);
    for (const sealed of ['', 'x.y.z', flipped, other.sealed]) {
      await writeFile(project.paths.recordKey, JSON.stringify({ ...key, sealed }));
      expect((await refusal(() => signItem(project, 'cough', NOW))).message).toContain('does not open');
    }
    await writeFile(project.paths.recordKey, JSON.stringify({ ...key, kid: 'another' }));
    expect((await refusal(() => signItem(project, 'cough', NOW))).message).toContain('its kid is not its thumbprint');
    await writeFile(project.paths.recordKey, JSON.stringify({ ...key, d: 'A'.repeat(43) }));
    expect((await refusal(() => signItem(project, 'cough', NOW))).message).toContain('is not an ES256 key');
  });

  it('need a passphrase of some length', async () => {
    const { code, message } = await refusal(() => sealedProject(() => Promise.resolve('short')));
    expect([code, message]).toEqual(['key', expect.stringContaining('shorter than 12 characters')]);
  });
});

describe('pullquote init', () => {
  const args = (root: string) => ['init', root, '--name', 'Example', '--origin', ORIGIN];

  it('makes no keys without a passphrase, unless it is told to, and then warns', async () => {
    vi.stubEnv('PULLQUOTE_PASSPHRASE', undefined);
    const root = await scratch();
    const refused = await pullquote(...args(root));
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining('set PULLQUOTE_PASSPHRASE, or give --no-passphrase'),
    ]);
    expect(await readdir(root)).toEqual([]);
    const made = await pullquote(...args(root), '--no-passphrase');
    expect(made.code).toBe(0);
    expect(made.out).toContain('WARNING: the keys are not encrypted.');
  });

  it('takes the passphrase from the environment, and prints nothing that is secret', async () => {
    vi.stubEnv('PULLQUOTE_PASSPHRASE', RECORD);
    const root = await scratch();
    const { code, out } = await pullquote(...args(root));
    expect(code).toBe(0);
    const project = await openProject(root);
    await finishedItem(project, 'cough');
    await signItem(project, 'cough', NOW);
    const { sealed } = JSON.parse(await readFile(project.paths.recordKey, 'utf8')) as { sealed: string };
    for (const secret of [RECORD, sealed]) expect(out).not.toContain(secret);
    expect(out).not.toContain('WARNING');
  });
});
