import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCollector } from '@pullquote/collector';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../../packages/collector/src/commands/program.js';
import { fileOf } from '../../packages/collector/src/store/setting.js';
import { readConfig } from '../../packages/collector/src/config.js';
import { openForWriting } from '../../packages/collector/src/store/sqlite/open.js';
import { version1 } from '../../packages/collector/src/store/sqlite/migrations/version-1.js';
import { MIGRATIONS } from '../../packages/collector/src/store/sqlite/migrations/index.js';
import { MIGRATION_WORDS } from '../../packages/collector/src/store/sqlite/migrations/words.js';
import { OTHER_PUBLISHER, PUBLISHER, tempFolder } from './setup.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function settings(more = '', publishers = [PUBLISHER]): string {
  const file = join(tempFolder(), 'collector.yaml');
  const list = publishers.map((origin) => `  - origin: ${origin}\n    name: Some House\n`).join('');
  writeFileSync(file, `dataFile: collector.sqlite\npublishers:\n${list}${more}`);
  return file;
}

/** Runs a command line on these settings. */
function shell(config: string) {
  return async (...argv: string[]) => {
    const lines: string[] = [];
    const say = (text: string) => lines.push(text);
    const code = await run([...argv, '--config', config], { out: say, err: say, confirm: undefined });
    const text = lines.join('\n');
    return { code, text, json: () => JSON.parse(text) as never };
  };
}

describe('keys', () => {
  it('are added, listed and revoked', async () => {
    const type = shell(settings());
    expect((await type('keys', 'list')).text).toContain('There is no key yet: pullquote-collector keys add');
    const added = await type('keys', 'add', '--name', 'Medical information');
    const [key = ''] = added.text.split('\n');
    expect(key).toMatch(/^pqc_[0-9A-Za-z]{46}$/);
    expect(added.text).toContain('shown this once and stored nowhere');
    const id = key.slice(4, 12);
    const listed = await type('keys', 'list');
    expect(listed.text).toMatch(new RegExp(`${id}  Medical information  read .* never +works`));
    expect(listed.text).not.toContain(key.slice(12));
    expect(await type('keys', 'revoke', id)).toMatchObject({ code: 0, text: expect.stringContaining('is revoked') });
    expect((await type('keys', 'list')).text).toBe('Every key is revoked. --all shows them.');
    expect((await type('keys', 'list', '--all')).text).toContain('revoked 20');
  });

  it('are JSON for programs', async () => {
    const type = shell(settings());
    const made: { key: string; id: string } = (
      await type('keys', 'add', '-n', 'Export', '-s', 'admin', '-e', '2999-12-31', '--json')
    ).json();
    expect(made).toMatchObject({ name: 'Export', scope: 'admin', publisher: PUBLISHER, lastDay: '2999-12-31' });
    expect(made.key.slice(4, 12)).toBe(made.id);
    const [listed]: object[] = (await type('keys', 'list', '--json')).json();
    expect(listed).toMatchObject({ id: made.id, scope: 'admin' });
    expect(JSON.stringify(listed)).not.toContain(made.key.slice(12));
    expect((await type('keys', 'revoke', made.id, '--json')).json()).toMatchObject({ id: made.id });
  });

  it.each([
    [['add'], /--name/],
    [['add', '-n', ' ', '-p', PUBLISHER], /--name: say who holds the key/],
    [['add', '-n', 'x'.repeat(101), '-p', PUBLISHER], /--name: .* 1 to 100/],
    [['add', '-n', 'x', '-s', 'write'], /--scope: must be read or admin/],
    [['add', '-n', 'x', '-e', '2026-02-30', '-p', PUBLISHER], /--expires: give a day/],
    [['add', '-n', 'x', '-e', '2020-01-01', '-p', PUBLISHER], /--expires: .* not over/],
    [['add', '-n', 'x', '-p', 'https://nobody.example'], /--publisher: https:\/\/nobody\.example is not served here/],
    [['add', '-n', 'x'], /--publisher: name one of/],
    [['revoke', 'nothing1'], /There is no key nothing1/],
  ])('say what is wrong with %j', async (argv, message) => {
    const result = await shell(settings('', [PUBLISHER, OTHER_PUBLISHER]))('keys', ...argv);
    expect(result).toMatchObject({ code: 1, text: expect.stringMatching(message) });
  });

  it('are taken up and ended by a collector that runs', async () => {
    const config = settings('listen:\n  port: 0\n');
    const { url, close } = await startCollector(await readConfig(config));
    closers.push(close);
    const type = shell(config);
    const [key = ''] = (await type('keys', 'add', '-n', 'x')).text.split('\n');
    const ask = async () =>
      (await fetch(`${url}/v1/report.json`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await ask()).toBe(200);
    await type('keys', 'revoke', key.slice(4, 12));
    expect(await ask()).toBe(401);
  });
});

describe('audit', () => {
  it('shows who did what, the latest first', async () => {
    const type = shell(settings());
    expect((await type('audit')).text).toBe('Nothing has been done yet.');
    const [key = ''] = (await type('keys', 'add', '-n', 'Ada')).text.split('\n');
    await type('keys', 'revoke', key.slice(4, 12));
    const lines = (await type('audit')).text.split('\n').slice(2);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      new RegExp(`^20\\d\\d-\\d\\d-\\d\\d  Command line  –  +key\\.revoke  ${key.slice(4, 12)}  ${PUBLISHER}$`),
    );
    expect((await type('audit', '--limit', '1', '--json')).json()).toMatchObject([
      { actor: 'command-line', name: 'Command line', action: 'key.revoke' },
    ]);
    expect((await type('audit', '--since', '2999-01-01')).text).toBe('Nothing has been done yet.');
    expect((await type('audit', '--publisher', OTHER_PUBLISHER)).text).toBe('Nothing has been done yet.');
  });

  it.each([
    [['--since', 'yesterday'], /--since: give a day/],
    [['--limit', '0'], /--limit: give a whole number/],
  ])('says what is wrong with %j', async (argv, message) => {
    expect(await shell(settings())('audit', ...argv)).toMatchObject({ code: 1, text: expect.stringMatching(message) });
  });
});

describe('backup and restore', () => {
  it('say what they did, and a restore is written down', async () => {
    const config = settings();
    const type = shell(config);
    const [key = ''] = (await type('keys', 'add', '-n', 'Ada')).text.split('\n');
    const copy = join(tempFolder(), 'copy.sqlite');
    expect((await type('backup', copy)).text).toMatch(
      /copy\.sqlite {2}[\d.]+ [KM]B, 0 events, 1 access key\nIt was opened and checked/,
    );
    await type('keys', 'revoke', key.slice(4, 12));
    expect(await type('restore', copy)).toMatchObject({ code: 1, text: expect.stringMatching(/exists\. Add --force/) });
    const restored = await type('restore', copy, '--force');
    expect(restored.text).toContain('1 of its keys had been revoked since then, and stay revoked.');
    expect((await type('keys', 'list', '--json')).json()).toEqual([]);
    expect((await type('audit')).text).toContain('restore');
  });

  it('work on a collector that runs, and a restore does not', async () => {
    const config = settings('listen:\n  port: 0\n');
    const running = await startCollector(await readConfig(config));
    closers.push(running.close);
    const type = shell(config);
    const copy = join(tempFolder(), 'copy.sqlite');
    expect((await type('backup', copy, '--json')).json()).toMatchObject({ file: copy });
    expect(await type('restore', copy, '--force')).toMatchObject({
      code: 1,
      text: expect.stringContaining('Stop the collector first'),
    });
    expect((await fetch(`${running.url}/health`)).status).toBe(200);
  });

  it('say what is wrong with --keep', async () => {
    const type = shell(settings());
    await type('keys', 'list');
    expect((await type('backup', tempFolder(), '--keep', 'all')).text).toMatch(/--keep: give a whole number/);
  });
});

describe('migrate', () => {
  it('says what it does, does it, and keeps the store as it was', async () => {
    const config = settings();
    const dataFile = fileOf(await readConfig(config), 'migrate');
    const { DatabaseSync } = await import('node:sqlite');
    const old = new DatabaseSync(dataFile);
    version1(old);
    old.exec(`PRAGMA user_version = 1;
      INSERT INTO events VALUES ('https://c.example', 'e1', '${PUBLISHER}', 'US', 'urn:a', 1, 'shared', 1, '2026-11-21');
      INSERT INTO counters VALUES ('${PUBLISHER}', 'urn:a', 1, 'https://c.example', 'US', 'shared', 1, '2026-11-21', 1);`);
    old.close();
    const type = shell(config);
    const bytes = readFileSync(dataFile);
    const check = await type('migrate', '--check');
    expect(check).toMatchObject({
      code: 1,
      text: expect.stringMatching(/version 1 of 3\. To do:\n {2}2 {2}keeps counters/),
    });
    expect(readFileSync(dataFile).equals(bytes)).toBe(true);
    const done = await type('migrate');
    expect(done.text).toMatch(
      /It is kept as .*collector\.sqlite\.version-1-\d+T\d+Z\. Now:\n {2}2 .*\n {2}3 .*\nDone, and checked\./,
    );
    expect((await type('migrate', '--check')).text).toMatch(/version 3: nothing to do/);
    expect((await type('report', '--json')).json()).toMatchObject({ totals: { shared: 1 } });
    const [, kept = ''] = /kept as (\S+)\. Now/.exec(done.text) ?? [];
    const copy = new DatabaseSync(kept, { readOnly: true });
    expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
    copy.close();
  });

  it('has words for every step there is', () => {
    expect(MIGRATION_WORDS).toHaveLength(MIGRATIONS.length);
  });

  it('makes no store where there is none', async () => {
    expect(await shell(settings())('migrate')).toMatchObject({
      code: 1,
      text: expect.stringContaining('does not exist'),
    });
  });
});

it('the settings file may be named by the environment, and the environment overrides it', async () => {
  const config = settings();
  const elsewhere = join(tempFolder(), 'elsewhere.sqlite');
  openForWriting(elsewhere).close();
  process.env['PULLQUOTE_COLLECTOR_CONFIG'] = config;
  process.env['PULLQUOTE_COLLECTOR_DATA_FILE'] = elsewhere;
  closers.push(() => {
    delete process.env['PULLQUOTE_COLLECTOR_CONFIG'];
    delete process.env['PULLQUOTE_COLLECTOR_DATA_FILE'];
  });
  const lines: string[] = [];
  const say = (text: string) => lines.push(text);
  expect(await run(['keys', 'add', '-n', 'x'], { out: say, err: say, confirm: undefined })).toBe(0);
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(elsewhere, { readOnly: true });
  expect(db.prepare('SELECT name FROM access_keys').all()).toEqual([{ name: 'x' }]);
  db.close();
});
