import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PUBLISHER } from '../setup.js';
import { add, look, openStore, post, TODAY } from './setup.js';

describe('the thread that writes', () => {
  it('stores many batches in few transactions, and answers each by itself', async () => {
    const { store, file } = await openStore(undefined, 'thread');
    const batches = Array.from({ length: 60 }, () => [post(), post()]);
    const twice = batches[0] ?? [];
    const before = commits(file);
    const answers = await Promise.all([...batches, twice].map((events) => add(store, events)));
    expect(answers.slice(0, 60)).toEqual(batches.map(() => ({ accepted: 2, duplicates: 0, refused: [] })));
    expect(answers.at(-1)).toEqual({ accepted: 0, duplicates: 2, refused: [] });
    expect(await store.counters.days(PUBLISHER)).toMatchObject([{ shared: 120 }]);
    expect(commits(file) - before).toBeLessThan(30);
  });

  it('lets one that cannot be stored take no other with it', async () => {
    const { store } = await openStore(undefined, 'thread');
    const key = { id: 'k', name: 'K', scope: 'read' as const, createdDay: TODAY };
    const settled = await Promise.allSettled([
      add(store, [post()]),
      store.accessKeys.add(key, 'hash'),
      store.accessKeys.add(key, 'hash'),
      add(store, [post()], { today: '2020-01-01' }),
      add(store, [post()]),
    ]);
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await store.counters.days(PUBLISHER)).toMatchObject([{ shared: 2 }]);
    expect(await store.log.end(PUBLISHER)).toBe('2');
  });

  it('finishes what it was asked before it closes', async () => {
    const { store, file } = await openStore(undefined, 'thread');
    const asked = Array.from({ length: 40 }, () => add(store, [post()]));
    await store.close();
    expect((await Promise.all(asked)).map(({ accepted }) => accepted)).toEqual(asked.map(() => 1));
    expect(look(file, 'SELECT count(*) AS n FROM events')).toEqual([{ n: 40 }]);
    await expect(add(store, [post()])).rejects.toMatchObject({ code: 'store' });
  });

  it('says why it cannot start', async () => {
    await expect(openStore('/nowhere/at/all.sqlite', 'thread')).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('dataFile cannot be opened') as string,
    });
  });

  it('tells how far counting anew has come', async () => {
    const { store } = await openStore(undefined, 'thread');
    await add(store, [post()]);
    const said: number[] = [];
    expect(await store.keeping.rebuild(({ done, of }) => said.push(done / of))).toBe(0);
    expect(said).toEqual([1]);
  });
});

/** The write-ahead log's own count of transactions (file format, section 4.1: a frame that commits names the size of the database). */
function commits(file: string): number {
  const wal = readFileSync(`${file}-wal`);
  const frame = 24 + wal.readUInt32BE(8);
  let n = 0;
  for (let at = 32; at + frame <= wal.length; at += frame) if (wal.readUInt32BE(at + 4) > 0) n += 1;
  return n;
}
