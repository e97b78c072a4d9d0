import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { backUp } from '../../../packages/collector/src/operations/backup.js';
import { restore } from '../../../packages/collector/src/operations/restore.js';
import { openForWriting } from '../../../packages/collector/src/store/sqlite/open.js';
import { tempFolder } from '../setup.js';

const NOON = Date.UTC(2026, 10, 22, 12);
const clock = () => NOON;

/** A store with events and counters that agree, one key in use and one session. */
function store(events = 1_000): { folder: string; dataFile: string } {
  const folder = tempFolder();
  const dataFile = join(folder, 'collector.sqlite');
  const db = openForWriting(dataFile);
  db.exec(`
    INSERT INTO publishers (num, origin, last_seq) VALUES (1, 'https://publisher.example', ${events});
    INSERT INTO sources (num, origin) VALUES (1, 'https://grand-round.example');
    INSERT INTO items (num, publisher, urn) VALUES (1, 1, 'urn:pullquote:publisher.example:a');
    INSERT INTO count_days VALUES (1, '2026-11-21', ${events}, 0, 0);
    INSERT INTO access_keys (id, hash, name, scope, publisher, created_day)
      VALUES ('aaaaaaaa', 'x', 'Reports', 'read', 'https://publisher.example', '2026-11-01'),
             ('bbbbbbbb', 'y', 'Leaver', 'admin', 'https://publisher.example', '2026-11-01');
    INSERT INTO sessions VALUES ('z', 'aaaaaaaa', '2026-11-23');
    BEGIN;
  `);
  const add = db.prepare(`INSERT INTO events VALUES (1, ?, 1, ?, 1, 1, 1, 'US', 1, '2026-11-21', NULL)`);
  for (let i = 1; i <= events; i += 1) add.run(i, `e${i}`);
  db.exec('COMMIT');
  db.close();
  return { folder, dataFile };
}

function ask(file: string, sql: string): unknown[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db
      .prepare(sql)
      .all()
      .flatMap((row) => Object.values(row));
  } finally {
    db.close();
  }
}

/** A process that never stops adding an event and its count, in one transaction each, until it is told to. */
async function writer(dataFile: string) {
  const code = `
    const { DatabaseSync } = require('node:sqlite');
    const db = new DatabaseSync(process.argv[1], { timeout: 5000 });
    db.exec('PRAGMA synchronous = OFF');
    let n = 0, on = true;
    process.stdin.once('data', () => { on = false; });
    (function more() {
      for (let i = 0; i < 20; i += 1) {
        n += 1;
        db.exec("BEGIN IMMEDIATE; INSERT INTO events VALUES (1, (SELECT last_seq + 1 FROM publishers), 1, 'w" + n + "', 1, 1, 1, 'US', 1, '2026-11-21', NULL);" +
          "UPDATE publishers SET last_seq = last_seq + 1; UPDATE count_days SET shared = shared + 1; COMMIT");
      }
      if (n === 20) process.stdout.write('writing');
      if (on) setImmediate(more); else { process.stdout.write(String(n)); db.close(); process.exit(0); }
    })();`;
  const child = spawn(process.execPath, ['-e', code, dataFile], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += String(text)));
  await once(child.stdout, 'data');
  return {
    async stop() {
      child.stdin.write('stop\n');
      await once(child, 'exit');
      return Number(said.replace('writing', ''));
    },
  };
}

describe('a backup', () => {
  it('is the store at one moment, while another process writes to it without a pause', async () => {
    const { folder, dataFile } = store(20_000);
    const busy = await writer(dataFile);
    const results = [];
    for (let i = 0; i < 3; i += 1)
      results.push(await backUp({ dataFile, to: join(folder, `copy-${i}.sqlite`), clock }));
    const written = await busy.stop();
    expect(written).toBeGreaterThan(20);
    for (const { file, figures } of results) {
      expect(ask(file, 'PRAGMA integrity_check')).toEqual(['ok']);
      const [events, counted, last] = ask(
        file,
        'SELECT (SELECT count(*) FROM events), (SELECT sum(shared) FROM count_days), (SELECT last_seq FROM publishers)',
      );
      expect([counted, last]).toEqual([events, events]);
      expect(events).toBe(figures.rows['events']);
      expect(events).toBeGreaterThanOrEqual(20_020);
      expect(events).toBeLessThanOrEqual(20_000 + written);
    }
  });

  it('is one file that only its owner reads, and signs nobody in', async () => {
    const { folder, dataFile } = store();
    const { file } = await backUp({ dataFile, to: join(folder, 'copy.sqlite'), clock });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);
    expect(ask(file, 'SELECT count(*) FROM sessions')).toEqual([0]);
    expect(ask(file, 'SELECT count(*) FROM access_keys')).toEqual([2]);
    expect(readFileSync(file).includes('2026-11-23'), 'nothing of a session is left in a free page').toBe(false);
  });

  it('replaces nothing unless told to', async () => {
    const { folder, dataFile } = store();
    const to = join(folder, 'copy.sqlite');
    writeFileSync(to, 'something of mine');
    await expect(backUp({ dataFile, to, clock })).rejects.toThrow(/exists.*--force/);
    expect(readFileSync(to, 'utf8')).toBe('something of mine');
    await backUp({ dataFile, to, force: true, clock });
    expect(ask(to, 'SELECT count(*) FROM events')).toEqual([1_000]);
  });

  it('gets its time as a name in a folder, and so many stay', async () => {
    const { folder, dataFile } = store(10);
    let now = NOON;
    for (let i = 0; i < 5; i += 1, now += 86_400_000) await backUp({ dataFile, to: folder, keep: 3, clock: () => now });
    expect(readdirSync(folder).filter((name) => name.startsWith('pullquote-collector-'))).toEqual([
      'pullquote-collector-20261124T120000Z.sqlite',
      'pullquote-collector-20261125T120000Z.sqlite',
      'pullquote-collector-20261126T120000Z.sqlite',
    ]);
    expect(existsSync(dataFile)).toBe(true);
  });

  it('says what it lacks', async () => {
    const { folder, dataFile } = store(1);
    await expect(backUp({ dataFile: join(folder, 'no.sqlite'), to: folder })).rejects.toThrow(/does not exist/);
    await expect(backUp({ dataFile, to: join(folder, 'no', 'x.sqlite') })).rejects.toThrow(/is not a folder/);
    await expect(backUp({ dataFile, to: join(folder, 'x.sqlite'), keep: 2 })).rejects.toThrow(/--keep/);
  });
});

describe('a restore', () => {
  it('refuses to overwrite, and with --force keeps the old store', async () => {
    const { folder, dataFile } = store();
    const { file } = await backUp({ dataFile, to: folder, clock });
    const db = openForWriting(dataFile);
    db.exec(
      `UPDATE count_days SET shared = 7777; UPDATE access_keys SET revoked_day = '2026-11-22' WHERE id = 'bbbbbbbb'`,
    );
    db.close();

    expect(() => restore({ backup: file, dataFile, clock })).toThrow(/exists.*--force/);
    expect(ask(dataFile, 'SELECT shared FROM count_days')).toEqual([7_777]);

    const { kept, revokedAgain } = restore({ backup: file, dataFile, force: true, clock });
    expect(ask(dataFile, 'SELECT shared FROM count_days')).toEqual([1_000]);
    expect(kept).toBe(`${dataFile}.before-restore-20261122T120000Z`);
    expect(ask(kept ?? '', 'SELECT shared FROM count_days')).toEqual([7_777]);
    expect(revokedAgain).toBe(1);
    expect(ask(dataFile, "SELECT revoked_day FROM access_keys WHERE id = 'bbbbbbbb'")).toEqual(['2026-11-22']);
    expect(ask(dataFile, 'SELECT count(*) FROM sessions')).toEqual([0]);
  });

  it('refuses while a collector has the store open', async () => {
    const { folder, dataFile } = store(10);
    const { file } = await backUp({ dataFile, to: folder, clock });
    const running = openForWriting(dataFile);
    expect(() => restore({ backup: file, dataFile, force: true, clock })).toThrow(/in use.*Stop the collector/);
    expect(running.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: 10 });
    running.close();
    restore({ backup: file, dataFile, force: true, clock });
  });

  it('makes a store where there is none, and never replays a log that was left there', async () => {
    const { folder, dataFile } = store(10);
    const { file } = await backUp({ dataFile, to: folder, clock });
    const elsewhere = join(tempFolder(), 'collector.sqlite');
    // A log of another life of this file: its frames are whole, so SQLite would take them for its own.
    const other = openForWriting(elsewhere);
    other.exec("INSERT INTO sources (num, origin) VALUES (9, 'https://stale.example')");
    const log = readFileSync(`${elsewhere}-wal`);
    other.close();
    rmSync(elsewhere);
    writeFileSync(`${elsewhere}-wal`, log);
    const { kept } = restore({ backup: file, dataFile: elsewhere, clock });
    expect(kept).toBeUndefined();
    expect(ask(elsewhere, 'SELECT origin FROM sources')).toEqual(['https://grand-round.example']);
    expect(ask(elsewhere, 'PRAGMA integrity_check')).toEqual(['ok']);
  });

  it('replaces a store that is damaged', async () => {
    const { folder, dataFile } = store(10);
    const { file } = await backUp({ dataFile, to: folder, clock });
    writeFileSync(dataFile, 'not a database any more'.repeat(500));
    const { revokedAgain, kept } = restore({ backup: file, dataFile, force: true, clock });
    expect(revokedAgain).toBeUndefined();
    expect(readFileSync(kept ?? '', 'utf8')).toContain('not a database');
    expect(ask(dataFile, 'SELECT count(*) FROM events')).toEqual([10]);
  });

  it.each([
    ['is missing', undefined, /does not exist/],
    ['is something else', () => Buffer.from('hello'), /not a collector's store/],
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /damaged|cannot be read/],
    [
      'has a spoilt page',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 8_192), Buffer.alloc(4_096, 0x5a), bytes.subarray(12_288)]),
      /damaged|cannot be read/,
    ],
  ])('touches nothing when the backup %s', async (_name, spoil, message) => {
    const { folder, dataFile } = store();
    const { file } = await backUp({ dataFile, to: folder, clock });
    const bad = join(folder, 'bad.sqlite');
    if (spoil) writeFileSync(bad, spoil(readFileSync(file)));
    expect(() => restore({ backup: bad, dataFile, force: true, clock })).toThrow(message);
    expect(ask(dataFile, 'SELECT count(*) FROM events')).toEqual([1_000]);
    expect(readdirSync(folder).some((name) => name.includes('before-restore'))).toBe(false);
  });

  it('refuses a store of another program, and one of a newer version', async () => {
    const { folder, dataFile } = store(1);
    const other = join(folder, 'other.sqlite');
    const db = new DatabaseSync(other);
    db.exec('CREATE TABLE things (a)');
    db.close();
    expect(() => restore({ backup: other, dataFile, force: true })).toThrow(/not a collector's store/);
    const { file } = await backUp({ dataFile, to: folder, clock });
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => restore({ backup: file, dataFile, force: true })).toThrow(/newer version/);
  });
});
