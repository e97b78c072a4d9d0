import { closeSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createCollector, type Collector } from '@pullquote/collector';
import { BATCH_TYPE, SIGNATURE_HEADER, signBatch } from '@pullquote/events';
import { generateKey, type PrivateKey } from '@pullquote/record';
import { afterEach, describe, expect, it } from 'vitest';
import { canMount, smallDisk, type SmallDisk } from '../support/small-disk.js';
import { COMMUNITY, descriptor, event, NOW, PUBLISHER, tempFolder, trust } from './setup.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function disk(size: string): SmallDisk {
  const made = smallDisk(size);
  if (!made) throw new Error('No disk can be made here.');
  closers.push(() => made.remove());
  return made;
}

async function start(dataFile: string, clock = () => NOW) {
  const said: string[] = [];
  const publishers = [{ origin: PUBLISHER, name: 'Parke-Davis' }];
  const log = { error: (_: unknown, message: string) => said.push(message) };
  const collector = await createCollector({ dataFile, publishers, clock, log });
  closers.push(() => collector.close());
  return { collector, said };
}

/** Sends a batch of `n` posts with ids of their own, or the same batch once more. */
async function send(collector: Collector, key: PrivateKey, events: readonly ReturnType<typeof event>[]) {
  const { body, signature } = await signBatch([...events], key, PUBLISHER);
  const headers = { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature };
  return collector.fetch(new Request('http://collector/v1/events', { method: 'POST', headers, body }));
}
const posts = (n: number) => Array.from({ length: n }, () => event());

function stored(file: string): Set<string> {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return new Set(
      db
        .prepare('SELECT id FROM events')
        .all()
        .map(({ id }) => String(id)),
    );
  } finally {
    db.close();
  }
}

/** Takes what it gets of 40 batches: which events were acknowledged, and what the others were told. */
async function flood(collector: Collector, key: PrivateKey) {
  const acknowledged: string[] = [];
  const refused: Response[] = [];
  for (let i = 0; i < 40; i++) {
    const events = posts(200);
    const answer = await send(collector, key, events);
    if (answer.status === 202) acknowledged.push(...events.map(({ id }) => id));
    else refused.push(answer);
  }
  return { acknowledged, refused };
}

describe('a disk that fails', () => {
  it.skipIf(!canMount)(
    'by being full: what is acknowledged is stored, the rest is told to come again, and it can',
    async () => {
      const { folder } = disk('4m');
      const dataFile = join(folder, 'collector.sqlite');
      const { collector, said } = await start(dataFile);
      const key = await generateKey();
      await trust(collector, await descriptor(COMMUNITY, [key]));
      const filler = join(folder, 'filler');
      writeFileSync(filler, Buffer.alloc(3_000_000 - statSync(`${dataFile}-wal`).size));

      const { acknowledged, refused } = await flood(collector, key);
      expect(acknowledged.length).toBeGreaterThan(0);
      expect(refused.length).toBeGreaterThan(0);
      for (const answer of refused) {
        expect(answer.status).toBe(503);
        expect(answer.headers.get('retry-after')).toBe('60');
        expect(await answer.json()).toMatchObject({ code: 'store' });
      }
      expect(stored(dataFile)).toEqual(new Set(acknowledged));
      expect(said[0]).toContain('The disk of dataFile is full. Make room.');
      expect(said.length).toBeLessThan(10);

      rmSync(filler);
      const late = posts(200);
      expect((await send(collector, key, late)).status).toBe(202);
      expect(stored(dataFile)).toEqual(new Set([...acknowledged, ...late.map(({ id }) => id)]));
      expect(await collector.store.keeping.rebuild()).toBe(0);
    },
  );

  it.skipIf(!canMount)('by being read-only: it says so at the start', async () => {
    const { folder, freeze } = disk('4m');
    const dataFile = join(folder, 'collector.sqlite');
    const { collector } = await start(dataFile);
    await collector.close();
    freeze();
    await expect(start(dataFile)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('dataFile cannot be opened') as string,
    });
  });

  it('by damage: nothing is acknowledged, and the operator reads what to do', async () => {
    const dataFile = join(tempFolder(), 'collector.sqlite');
    const first = await start(dataFile);
    const key = await generateKey();
    await trust(first.collector, await descriptor(COMMUNITY, [key]));
    for (let i = 0; i < 3; i++) expect((await send(first.collector, key, posts(400))).status).toBe(202);
    await first.collector.close();
    damage(dataFile, 'events_by_id');

    const { collector, said } = await start(dataFile);
    const { acknowledged, refused } = await flood(collector, key);
    expect(acknowledged).toEqual([]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 503));
    expect(said[0]).toMatch(/dataFile is damaged.*restore a backup/);
  });

  it('by damage to its first page: it does not start', async () => {
    const dataFile = join(tempFolder(), 'collector.sqlite');
    const { collector } = await start(dataFile);
    await collector.close();
    const file = openSync(dataFile, 'r+');
    writeSync(file, Buffer.alloc(100, 0x58), 0, 100, 0);
    closeSync(file);
    await expect(start(dataFile)).rejects.toMatchObject({ code: 'store' });
  });
});

/** Overwrites the root page of an index: whoever looks into it meets rubbish. */
function damage(dataFile: string, index: string): void {
  const db = new DatabaseSync(dataFile);
  const size = Number(db.prepare('PRAGMA page_size').get()?.['page_size']);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const root = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(index)?.['rootpage']);
  db.close();
  const file = openSync(dataFile, 'r+');
  writeSync(file, Buffer.alloc(size, 0x58), 0, size, (root - 1) * size);
  closeSync(file);
}

describe('a file that another process holds', () => {
  it('is waited for', async () => {
    const dataFile = join(tempFolder(), 'collector.sqlite');
    const { collector } = await start(dataFile);
    const key = await generateKey();
    await trust(collector, await descriptor(COMMUNITY, [key]));
    const db = new DatabaseSync(dataFile);
    db.exec('BEGIN IMMEDIATE');
    const sent = send(collector, key, posts(3));
    await new Promise((resolve) => setTimeout(resolve, 300));
    // Reports are read meanwhile.
    expect((await collector.report(PUBLISHER)).totals.shared).toBe(0);
    db.exec('ROLLBACK');
    db.close();
    expect((await sent).status).toBe(202);
    expect((await collector.report(PUBLISHER)).totals.shared).toBe(3);
  });
});

describe('a clock that jumps', () => {
  const DAY_MS = 86_400_000;
  it('back: batches are told to come again, and count when it is right', async () => {
    let now = NOW;
    const { collector, said } = await start(join(tempFolder(), 'collector.sqlite'), () => now);
    const key = await generateKey();
    await trust(collector, await descriptor(COMMUNITY, [key]));
    expect((await send(collector, key, posts(2))).status).toBe(202);
    now = NOW - 3 * DAY_MS;
    const late = posts(2);
    const answer = await send(collector, key, late);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'clock' });
    expect(said).toEqual([expect.stringContaining('Set the clock')]);
    now = NOW;
    expect(await (await send(collector, key, late)).json()).toEqual({ accepted: 2, duplicates: 0, refused: [] });
  });

  it('ten years ahead and back again: nothing is lost by it', async () => {
    let now = NOW;
    const { collector } = await start(join(tempFolder(), 'collector.sqlite'), () => now);
    const key = await generateKey();
    await trust(collector, await descriptor(COMMUNITY, [key]));
    const early = posts(2);
    await send(collector, key, early);
    now = NOW + 3_650 * DAY_MS;
    expect((await send(collector, key, posts(2))).status).toBe(202);
    now = NOW;
    expect(await (await send(collector, key, early)).json()).toMatchObject({ duplicates: 2 });
    expect((await send(collector, key, posts(2))).status).toBe(202);
  });
});
