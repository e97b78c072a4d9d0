import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRecord, publicKey, sha256Text, type PrivateKey } from '@pullquote/record';
import { draftFromFile, initProject, publishFolder, readIndex, signItem, withdrawItem } from 'pullquote';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { finishedItem, fixture, newProject, NOW, ORIGIN, refusal, scratch, writeItem } from './project.js';

async function signedRecord(project: Awaited<ReturnType<typeof newProject>>, file: string) {
  const key = JSON.parse(await readFile(project.paths.recordKey, 'utf8')) as PrivateKey;
  return openRecord((await readFile(join(project.paths.root, file), 'utf8')).trim(), { keys: [publicKey(key)] });
}

describe('init', () => {
  it('makes two different keys that only their owner can read', async () => {
    const { paths } = await newProject();
    for (const file of [paths.recordKey, paths.statusKey]) expect((await stat(file)).mode & 0o777).toBe(0o600);
    const kids = await Promise.all(
      [paths.recordKey, paths.statusKey].map(
        async (file) => (JSON.parse(await readFile(file, 'utf8')) as PrivateKey).kid,
      ),
    );
    expect(new Set(kids).size).toBe(2);
    expect(await readFile(join(paths.root, '.gitignore'), 'utf8')).toContain('keys/');
  });

  it('never replaces a project or a key', async () => {
    const project = await newProject();
    const key = await readFile(project.paths.recordKey, 'utf8');
    const settings = { name: 'Another', origin: ORIGIN };
    expect((await refusal(() => initProject(project.paths.root, settings))).code).toBe('project');
    await rm(project.paths.config);
    await initProject(project.paths.root, settings);
    expect(await readFile(project.paths.recordKey, 'utf8')).toBe(key);
  });

  it.each([
    [{ name: '', origin: ORIGIN }, 'name'],
    [{ name: 'A', origin: 'http://publisher.example' }, 'origin'],
    [{ name: 'A', origin: `${ORIGIN}/path` }, 'origin'],
    [{ name: 'A', origin: ORIGIN, events: 'ftp://x' }, 'events'],
    [{ name: 'A', origin: ORIGIN, statusTtlHours: 0 }, 'statusTtlHours'],
    [{ name: 'A', origin: ORIGIN, evnts: 'https://x.example' }, 'evnts'],
  ])('names the wrong field of %j', async (settings, field) => {
    const root = await scratch();
    const { code, issues } = await refusal(() => initProject(root, settings));
    expect(code).toBe('config');
    expect(issues.join()).toContain(`${field}:`);
  });
});

describe('sign', () => {
  it('refuses a draft with the list of what is missing, and says what is filled in already', async () => {
    const project = await newProject();
    const file = join(project.paths.items, 'lipitor.yaml');
    await draftFromFile(fixture('lipitor'), { out: file });
    const draft = parse(await readFile(file, 'utf8')) as { missing: { path: string }[] };
    await writeItem(project, 'lipitor', { ...draft, language: 'en' });
    const { code, issues } = await refusal(() => signItem(project, 'lipitor'));
    expect(code).toBe('missing');
    expect(issues).toHaveLength(draft.missing.length);
    expect(issues).toContain('language: has a value now; delete its entry under missing');
    expect(issues.find((issue) => issue.startsWith('audience'))).toContain('for whom it is');
  });

  it('never replaces an item file with a new draft', async () => {
    const project = await newProject();
    const file = join(project.paths.items, 'x.yaml');
    await writeFile(file, 'mine');
    expect((await refusal(() => draftFromFile(fixture('cough'), { out: file }))).code).toBe('item');
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('reuses the record of an unchanged item, and asks for a new version of a changed one', async () => {
    const project = await newProject();
    const fields = await finishedItem(project, 'trial');
    const first = await signItem(project, 'trial', NOW);
    const later = new Date(NOW.getTime() + 40 * 86_400_000);
    expect(await signItem(project, 'trial', later)).toEqual({ ...first, reused: true });

    await writeItem(project, 'trial', { ...fields, title: 'Another title' });
    const { code, message } = await refusal(() => signItem(project, 'trial', NOW));
    expect([code, message]).toEqual(['sign', expect.stringContaining('Set version: 2')]);

    await writeItem(project, 'trial', {
      ...fields,
      version: 2,
      title: 'Another title',
      supersedes: { id: fields['id'], version: 1 },
    });
    const second = await signItem(project, 'trial', NOW);
    expect(second).toMatchObject({ version: 2, reused: false });
    expect(second.idx).not.toBe(first.idx);
    await publishFolder(project, { now: NOW });
    expect((await readIndex(project)).records.map(({ version, state }) => [version, state])).toEqual([
      [1, 'superseded'],
      [2, 'live'],
    ]);
    await writeItem(project, 'trial', { ...fields, version: 1 });
    expect(await signItem(project, 'trial', NOW)).toMatchObject({ digest: first.digest, reused: true });
  });

  it('takes paths on the own origin, the last moment of validUntil, and the hash of trimmed excerpts', async () => {
    const project = await newProject();
    await finishedItem(project, 'cough', {
      validUntil: '2027-01-31',
      products: [{ generic: 'g', piUrl: { US: '/pi' } }],
      excerpts: [{ id: 'e1', text: '  Ask a doctor.\n', citations: [1] }],
    });
    const { record } = await signedRecord(project, (await signItem(project, 'cough', NOW)).file);
    expect(record.exp).toBe(Date.parse('2027-01-31T23:59:59Z') / 1000);
    expect(record.products?.[0]?.piUrl).toEqual({ US: `${ORIGIN}/pi` });
    expect(record.excerpts).toEqual([
      { id: 'e1', text: 'Ask a doctor.', citations: [1], sha256: await sha256Text('Ask a doctor.') },
    ]);
  });

  it.each([
    ['a misspelt field', { exerpts: [] }, 'item', 'exerpts: is not a field'],
    [
      'a misspelt field further down',
      { audience: { roles: ['x'], countries: ['US'], contries: ['GB'] } },
      'item',
      'audience.contries: is not a field',
    ],
    ['a wrong value', { promotionalStatus: 'advert' }, 'record', 'promotionalStatus:'],
    ['a number for a text', { title: 5 }, 'record', 'title:'],
    ['an address elsewhere', { canonicalUrl: 'https://elsewhere.example/x' }, 'record', 'canonicalUrl:'],
    ['a path that leaves the origin', { canonicalUrl: '//elsewhere.example/x' }, 'record', 'canonicalUrl:'],
    ['a wrong hash', { excerpts: [{ id: 'e1', text: 'x', sha256: 'A'.repeat(43) }] }, 'lint', 'excerpts.0.sha256:'],
    ['a day that does not exist', { validUntil: '2027-02-30' }, 'item', 'validUntil:'],
    ['a day that is past', { validUntil: '2026-11-19' }, 'sign', 'validUntil: is past'],
    ['a list of missing fields that is no list', { missing: 'title' }, 'item', ''],
  ])('refuses %s by its path', async (_name, changes, code, issue) => {
    const project = await newProject();
    await finishedItem(project, 'essay', changes);
    const refused = await refusal(() => signItem(project, 'essay', NOW));
    expect(refused.code).toBe(code);
    expect(refused.issues.join('\n')).toContain(issue);
    expect((await readIndex(project)).records).toEqual([]);
  });

  it.each([
    ['no file', undefined, 'There is no item file'],
    ['no YAML', 'a: [', 'is not YAML'],
    ['two fields of one name', 'a: 1\na: 2', 'is not YAML'],
    ['no fields', '- a', 'must hold fields'],
  ])('refuses %s', async (_name, text, words) => {
    const project = await newProject();
    if (text !== undefined) await writeFile(join(project.paths.items, 'x.yaml'), text);
    expect((await refusal(() => signItem(project, 'x'))).message).toContain(words);
  });

  it('keeps ids, names and addresses apart, and withdrawn ids away', async () => {
    const project = await newProject();
    const fields = await finishedItem(project, 'cough');
    await signItem(project, 'cough', NOW);
    const other = { ...fields, id: 'urn:uuid:00000000-0000-4000-8000-000000000001' };
    await writeItem(project, 'copy', fields);
    expect((await refusal(() => signItem(project, 'copy', NOW))).message).toContain('was signed as cough');
    await writeItem(project, 'copy', other);
    expect((await refusal(() => signItem(project, 'copy', NOW))).message).toContain('belongs to cough');
    await writeItem(project, 'cough', { ...other, canonicalUrl: '/other' });
    expect((await refusal(() => signItem(project, 'cough', NOW))).message).toContain('The name cough belongs to');
    await withdrawItem(project, 'cough', { reason: 'Wrong.', now: NOW });
    await writeItem(project, 'cough', { ...fields, version: 2 });
    expect((await refusal(() => signItem(project, 'cough', NOW))).code).toBe('withdrawn');
  });

  it('draws places in the status list at random, never twice', async () => {
    const project = await newProject();
    const fields = await finishedItem(project, 'essay');
    for (let version = 1; version <= 6; version++) {
      await writeItem(project, 'essay', { ...fields, version });
      await signItem(project, 'essay', NOW);
    }
    const places = (await readIndex(project)).records.map(({ idx }) => idx);
    expect(new Set(places).size).toBe(6);
    expect(places).not.toEqual([...places].sort((a, b) => a - b).map((_, i) => i));
  });

  it('says which key is damaged, and shows nothing of it', async () => {
    const project = await newProject();
    await finishedItem(project, 'essay');
    const key = JSON.parse(await readFile(project.paths.recordKey, 'utf8')) as PrivateKey;
    await writeFile(project.paths.recordKey, JSON.stringify({ ...key, d: `${key.d}?` }));
    const { code, message } = await refusal(() => signItem(project, 'essay'));
    expect(code).toBe('key');
    expect(message).toContain('keys/record.jwk');
    expect(message).not.toContain(key.d);
    await writeFile(project.paths.recordKey, await readFile(project.paths.statusKey));
    expect((await refusal(() => signItem(project, 'essay'))).message).toContain('hold the same key');
  });
});
