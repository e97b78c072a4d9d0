import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  decode,
  openRecord,
  payloadDigest,
  publicKey,
  splitJws,
  STATUS_LIST_SIZE,
  type PrivateKey,
} from '@pullquote/record';
import { makeProof, publishFolder, readIndex, run, signItem, type Project } from 'pullquote';
import { describe, expect, it } from 'vitest';
import { finishedItem, newProject, NOW, ORIGIN, refusal, writeItem } from './project.js';

const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

async function proofed(): Promise<{ project: Project; fields: Record<string, unknown>; digest: string }> {
  const project = await newProject();
  const fields = await finishedItem(project, 'cough');
  const { digest } = await makeProof(project, 'cough', { now: NOW });
  return { project, fields, digest };
}

const proofJson = async (project: Project) =>
  JSON.parse(await readFile(join(project.paths.proofs, 'cough.json'), 'utf8')) as { payload: string; digest: string };
const records = async (project: Project) => (await readIndex(project)).records;
const sign = (project: Project, digest: string, by: string[] = ['medical'], now = NOW) =>
  signItem(project, 'cough', now, { approval: { digest, by } });

describe('signing what was approved', () => {
  it('signs exactly the bytes on the proof, days later, and keeps the approval beside the record', async () => {
    const { project, digest } = await proofed();
    const { payload } = await proofJson(project);
    const result = await sign(project, digest, ['regulatory', 'medical'], later(5));
    expect(result).toMatchObject({ digest, reused: false });
    const jws = await readFile(join(project.paths.root, result.file), 'utf8');
    expect(jws.split('.')[1]).toBe(payload);
    expect(await payloadDigest(splitJws(jws.trim()).payload)).toBe(digest);
    expect((await records(project))[0]?.approvals).toEqual([
      { digest, by: 'medical', date: '2026-11-25' },
      { digest, by: 'regulatory', date: '2026-11-25' },
    ]);
    const key = JSON.parse(await readFile(project.paths.recordKey, 'utf8')) as PrivateKey;
    const { record } = await openRecord(jws.trim(), { keys: [publicKey(key)] });
    expect(record.iat).toBe(NOW.getTime() / 1000);
    expect(JSON.stringify(record)).not.toContain('regulatory');
  });

  it('takes a further function later, and keeps the first day of each', async () => {
    const { project, digest } = await proofed();
    await sign(project, digest);
    expect(await sign(project, digest, ['medical', 'legal'], later(2))).toMatchObject({ reused: true });
    expect((await records(project))[0]?.approvals?.map(({ by, date }) => [by, date])).toEqual([
      ['medical', '2026-11-20'],
      ['legal', '2026-11-22'],
    ]);
  });

  it('refuses an item that has changed since, by its text or by its last day', async () => {
    const { project, fields, digest } = await proofed();
    for (const change of [{ title: 'Another title' }, { validUntil: '2027-01-01' }, { language: 'fr' }]) {
      await writeItem(project, 'cough', { ...fields, ...change });
      const { code, message } = await refusal(() => sign(project, digest));
      expect([code, message]).toEqual(['approval', expect.stringContaining('has changed since its proof')]);
    }
    await writeItem(project, 'cough', fields);
    await sign(project, digest);
  });

  it('refuses another digest, and names the right one', async () => {
    const { project, digest } = await proofed();
    const { code, message, issues } = await refusal(() => sign(project, 'A'.repeat(22)));
    expect([code, issues]).toEqual(['approval', [`approved: must be ${digest}`]]);
    expect(message).toContain(`has the digest ${digest}`);
    await sign(project, digest);
    expect((await refusal(() => sign(project, 'A'.repeat(22)))).code).toBe('approval');
    expect((await records(project))[0]?.approvals).toHaveLength(1);
  });

  it('refuses the digest of an older proof', async () => {
    const { project, fields, digest } = await proofed();
    await writeItem(project, 'cough', { ...fields, title: 'Another title' });
    const second = await makeProof(project, 'cough', { now: NOW });
    expect(second.digest).not.toBe(digest);
    expect((await refusal(() => sign(project, digest))).message).toContain(second.digest);
    await sign(project, second.digest);
  });

  it('refuses a proof whose validity has lapsed, and an item without a proof', async () => {
    const { project, digest } = await proofed();
    expect((await refusal(() => sign(project, digest, ['medical'], later(400)))).message).toContain('has lapsed');
    await finishedItem(project, 'essay');
    const none = await refusal(() => signItem(project, 'essay', NOW, { approval: { digest, by: ['medical'] } }));
    expect(none.message).toContain('There is no proof of essay yet');
  });

  it('refuses a proof file that somebody edited', async () => {
    const { project, digest } = await proofed();
    const file = join(project.paths.proofs, 'cough.json');
    const good = await proofJson(project);
    const content = JSON.parse(new TextDecoder().decode(decode(good.payload))) as object;
    const edit = async (value: object, own: boolean) => {
      const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
      const its = own ? await payloadDigest(decode(payload)) : good.digest;
      await writeFile(file, JSON.stringify({ ...good, payload, digest: its }));
      return its;
    };
    await edit({ ...content, title: 'Edited' }, false);
    expect((await refusal(() => sign(project, digest))).message).toContain('its digest is not that of its payload');
    // With a digest to match, it is simply not what was approved; a field that no page shows is refused in any case.
    const edited = await edit({ ...content, title: 'Edited' }, true);
    expect((await refusal(() => sign(project, edited))).message).toContain('has changed since');
    const hidden = await edit({ ...content, zz: 'not on the page' }, true);
    expect((await refusal(() => sign(project, hidden))).message).toContain('is damaged');
    await writeFile(file, '{');
    expect((await refusal(() => sign(project, digest))).code).toBe('approval');
    expect(await records(project)).toEqual([]);
  });

  it.each([
    ['no digest', 'short', ['medical'], 'has 22 characters'],
    ['no function', undefined, [], 'Say who approved it'],
    ['an unknown function', undefined, ['medical', 'boss'], '"boss" cannot approve'],
  ])('refuses %s', async (_name, digest, by, words) => {
    const made = await proofed();
    const refused = await refusal(() => sign(made.project, digest ?? made.digest, by));
    expect([refused.code, refused.message]).toEqual(['approval', expect.stringContaining(words)]);
  });

  it('never gives away the place in the status list that a proof holds', async () => {
    const { project, fields, digest } = await proofed();
    const { payload } = await proofJson(project);
    const { status } = JSON.parse(new TextDecoder().decode(decode(payload))) as { status: { idx: number } };
    // All places are taken but the one on the proof and one more.
    const free = [status.idx, (status.idx + 1) % STATUS_LIST_SIZE];
    const taken = Array.from({ length: STATUS_LIST_SIZE }, (_, idx) => idx).filter((idx) => !free.includes(idx));
    const entries = taken.map((idx) => ({
      name: `x${idx}`,
      id: `urn:example:x${idx}`,
      version: 1,
      url: `${ORIGIN}/x${idx}`,
      digest: 'A'.repeat(22),
      idx,
      state: 'withdrawn',
    }));
    const index = { schema: 'pullquote-index/1', statusIssued: 0, records: entries };
    await writeFile(project.paths.index, JSON.stringify(index));
    const other = (n: number) => ({ ...fields, id: `urn:example:other${n}`, canonicalUrl: `/other${n}` });
    await writeItem(project, 'other1', other(1));
    await writeItem(project, 'other2', other(2));
    expect((await signItem(project, 'other1', NOW)).idx).toBe(free[1]);
    expect((await refusal(() => signItem(project, 'other2', NOW))).message).toContain('places of the status list');
    expect((await sign(project, digest)).idx).toBe(status.idx);
  });
});

describe('pullquote sign', () => {
  async function pullquote(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const printed = { out: '', err: '' };
    const code = await run(args, {
      out: (text) => void (printed.out += `${text}\n`),
      err: (text) => void (printed.err += `${text}\n`),
      interactive: false,
    });
    return { code, ...printed };
  }

  it('asks for the approval that the settings require, and takes it', async () => {
    const { project } = await proofed();
    const here = ['-C', project.paths.root];
    const refused = await pullquote('sign', 'cough', ...here);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('run "pullquote proof cough"')]);
    expect(await records(project)).toEqual([]);
    const { digest, signed } = JSON.parse((await pullquote('proof', 'cough', '--json', ...here)).out) as {
      digest: string;
      signed: boolean;
    };
    expect(signed).toBe(false);
    const done = await pullquote('sign', 'cough', '--approved', digest, '--by', 'Medical, legal', ...here);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toMatch(/approved {5}medical, entered \d{4}-\d\d-\d\d/);
    expect((await pullquote('sign', 'cough', ...here)).out).toContain('signed already and unchanged');
    await publishFolder(project);
  });

  it('takes no functions without a digest', async () => {
    const { project } = await proofed();
    expect((await pullquote('sign', 'cough', '--by', 'medical', '-C', project.paths.root)).code).toBe(2);
  });
});
