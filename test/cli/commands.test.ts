import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from 'pullquote';
import { describe, expect, it } from 'vitest';
import { finishedItem, fixture, newProject, ORIGIN, scratch } from './project.js';

/** Runs one command line and keeps what it printed. */
async function pullquote(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const code = await run(args, {
    out: (text) => void (printed.out += `${text}\n`),
    err: (text) => void (printed.err += `${text}\n`),
    interactive: false,
  });
  return { code, ...printed };
}

const COMMANDS = [
  'init',
  'draft',
  'proof',
  'sign',
  'publish',
  'verify',
  'refresh',
  'suspend',
  'resume',
  'supersede',
  'withdraw',
  'rotate-keys',
  'sample',
];

it('takes a newcomer from a label to a verified folder and back', async () => {
  const root = await scratch();
  const inProject = ['--project', root];
  const init = await pullquote('init', root, '--name', 'Example', '--origin', ORIGIN, '--no-passphrase');
  expect(init).toMatchObject({ code: 0, err: '' });
  const key = JSON.parse(await readFile(join(root, 'keys', 'record.jwk'), 'utf8')) as { d: string; kid: string };
  expect(init.out).toContain(key.kid);
  expect(init.out).not.toContain(key.d);

  const draft = await pullquote('draft', fixture('cough'), ...inProject, '-o', join(root, 'items', 'syrup.yaml'));
  expect(draft.code).toBe(0);
  expect(draft.out).toContain('promotionalStatus: Readers see at once');
  const refused = await pullquote('sign', 'syrup', ...inProject);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/cannot be signed yet: 15 entries stand under missing[\s\S]*\n {2}audience: /);

  const project = await newProject();
  await finishedItem(project, 'cough');
  const here = ['-C', project.paths.root];
  const { digest } = JSON.parse((await pullquote('proof', 'cough', '--json', ...here)).out) as { digest: string };
  const approved = ['--approved', digest, '--by', 'medical'];
  expect((await pullquote('sign', 'cough', ...approved, ...here)).out).toContain(
    'Signed cough version 1: signed/cough.v1.jws',
  );
  expect((await pullquote('sign', 'items/cough.yaml', ...here)).out).toContain('is signed already and unchanged');
  expect((await pullquote('publish', ...here)).out).toContain('Published 1 record and 0 tombstones');
  expect((await pullquote('refresh', ...here)).out).toMatch(
    /^The status list holds until \d{4}-\d\d-\d\d \d\d:\d\d UTC\./,
  );
  const verified = await pullquote('verify', project.paths.public);
  expect(verified.code).toBe(0);
  expect(verified.out).toMatch(
    /^ok +descriptor[\s\S]*\nok +record +https:\/\/publisher\.example\/cough v1 +live, valid until[\s\S]*All 3 checks hold\./,
  );
  const withdrawn = await pullquote('withdraw', 'cough', '--reason', 'Out of date.', ...here);
  expect(withdrawn).toMatchObject({ code: 0, err: '' });
  expect(withdrawn.out).toContain('This is final.');
  expect(withdrawn.out).toContain('about every 15 minutes');
  expect((await pullquote('verify', project.paths.public)).out).toContain('withdrawn: Out of date.');
});

it('verify ends with 1 and names the fault', async () => {
  const project = await newProject();
  await pullquote('publish', '-C', project.paths.root);
  await writeFile(join(project.paths.public, '.well-known', 'pullquote', 'status.jwt'), 'x');
  const { code, out } = await pullquote('verify', project.paths.public);
  expect(code).toBe(1);
  expect(out).toMatch(/FAILED +status list/);
  expect(out).toContain('1 of 2 checks failed');
});

describe('--json', () => {
  it('prints results that programs can read', async () => {
    const project = await newProject({ approval: 'optional' });
    await finishedItem(project, 'trial');
    const here = ['--json', '-C', project.paths.root];
    const json = async (...args: string[]) => JSON.parse((await pullquote(...args)).out) as Record<string, unknown>;
    expect(await json('sign', 'trial', ...here)).toMatchObject({ name: 'trial', version: 1, reused: false });
    expect(await json('publish', ...here)).toMatchObject({ records: 1, tombstones: 0 });
    expect(await json('verify', project.paths.public, '--json')).toMatchObject({ ok: true, counts: { records: 1 } });
    expect(await json('withdraw', 'trial', '--reason', 'x', ...here)).toMatchObject({ withdrawn: [{ name: 'trial' }] });
    const out = join(project.paths.root, 'items', 'n.yaml');
    expect(await json('draft', fixture('essay'), '-o', out, ...here)).toMatchObject({
      file: out,
      format: 'jats',
      notes: [],
    });
  });

  it('prints errors in the same way, with their code and fields', async () => {
    const project = await newProject();
    const { code, out, err } = await pullquote('sign', 'none', '--json', '-C', project.paths.root);
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'item', issues: [] } });
  });
});

describe('the command line itself', () => {
  it.each(COMMANDS)('%s --help says what it takes and ends with 0', async (command) => {
    const { code, out } = await pullquote(command, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Usage: pullquote ${command}`);
    expect(out).toContain('--json');
  });

  it.each([
    ['an unknown command', ['sing', 'x']],
    ['an unknown option', ['publish', '--fast']],
    ['a missing argument', ['sign']],
    ['one argument too many', ['sign', 'a', 'b']],
    ['no reason', ['withdraw', 'x', '-C', '.']],
    ['an address that is no origin', ['verify', 'http://publisher.example']],
    ['no name where nobody can be asked', ['init', 'x', '--origin', ORIGIN]],
  ])('%s ends with 2 and a word on standard error', async (name, args) => {
    const project = await newProject();
    const { code, out, err } = await pullquote(...args.map((arg) => (arg === '.' ? project.paths.root : arg)));
    expect([name, code, out]).toEqual([name, 2, '']);
    expect(err).not.toBe('');
  });

  it('a folder without a project ends with 1 and the way out', async () => {
    const { code, err } = await pullquote('publish', '-C', await scratch());
    expect(code).toBe(1);
    expect(err).toContain('Run "pullquote init"');
  });
});
