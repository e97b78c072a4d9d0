import { formatLink } from '@pullquote/record';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench, DOCTOR, fact, type Bench } from './setup.js';

const DAY = 86_400_000;
const linkOf = (
  made: Bench & { item: { digest: string }; publisher: { origin: string } },
  changes: { depth?: number; version?: number } = {},
) =>
  formatLink({
    url: `${made.publisher.origin}/lipitor-interactions`,
    version: 1,
    digest: made.item.digest.slice(0, 21) + 'A',
    depth: 1,
    ...changes,
  });
const sums = (made: Bench) => made.rows('SELECT day, fact, depth, n FROM public_row');
const keyFiles = (made: Bench) => readdirSync(made.dataDir).filter((name) => name.startsWith('day-key'));
const releaseAt = (made: Bench, day: string) =>
  made.rows<{ release_at: number }>(`SELECT release_at FROM day WHERE day = '${day}'`)[0]?.release_at ?? NaN;

describe('a removed post', () => {
  it('takes its event back before the day leaves, and only once', async () => {
    const made = await bench();
    await made.post([fact(), fact({ fact: 'reshared', depth: 2 })]);
    const post = { member: DOCTOR, link: linkOf(made) };
    expect(made.community.removed(post)).toBe(true);
    expect(sums(made)).toEqual([{ day: '2026-11-18', fact: 'reshared', depth: 2, n: 1 }]);
    expect(made.community.removed(post)).toBe(false);
    expect(made.community.removed({ ...post, link: linkOf(made, { depth: 2 }) })).toBe(true);
    expect(sums(made)).toEqual([]);
    made.clock.lane = releaseAt(made, '2026-11-18');
    expect((await made.community.release()).released).toEqual([]);
  });

  it('takes back the event of its own author alone', async () => {
    const made = await bench();
    await made.post([fact()]);
    expect(made.community.removed({ member: 'another-doctor', link: linkOf(made) })).toBe(false);
    expect(made.community.removed({ member: DOCTOR, link: linkOf(made, { version: 2 }) })).toBe(false);
    expect(made.community.removed({ member: DOCTOR, link: linkOf(made, { depth: 3 }) })).toBe(false);
    expect(made.community.removed({ member: DOCTOR, link: linkOf(made), day: '2026-11-17' })).toBe(false);
    expect(sums(made)).toMatchObject([{ n: 1 }]);
  });

  it('is found over a restart, and on the next day until the minute comes', async () => {
    const made = await bench();
    await made.post([fact(), fact()]);
    await made.open();
    made.clock.lane += DAY;
    await made.post([fact()]);
    const link = linkOf(made);
    expect(made.community.removed({ member: DOCTOR, link, day: '2026-11-18' })).toBe(true);
    expect(made.community.removed({ member: DOCTOR, link })).toBe(true);
    expect(sums(made)).toEqual([{ day: '2026-11-18', fact: 'shared', depth: 1, n: 1 }]);
  });

  it('is found on Monday, too, when the week and its key are gone', async () => {
    const made = await bench();
    made.clock.lane = Date.UTC(2026, 10, 22, 23);
    await made.post([fact()]);
    made.clock.lane = Date.UTC(2026, 10, 23);
    await made.open();
    made.clock.lane = releaseAt(made, '2026-11-22') - 1;
    await made.community.release();
    expect(made.community.removed({ member: DOCTOR, link: linkOf(made) })).toBe(true);
    expect(sums(made)).toEqual([]);
  });

  it('does not give the place of the bound back', async () => {
    const made = await bench();
    for (let i = 0; i < 5; i++) {
      await made.post([fact()]);
      made.community.removed({ member: DOCTOR, link: linkOf(made) });
    }
    expect(await (await made.post([fact()])).json()).toMatchObject({ refused: [{ code: 'bound' }] });
  });

  it('changes nothing once its day has left', async () => {
    const made = await bench();
    await made.post([fact()]);
    made.clock.lane = releaseAt(made, '2026-11-18');
    await made.community.release();
    expect(made.community.removed({ member: DOCTOR, link: linkOf(made) })).toBe(false);
    expect(made.rows('SELECT events FROM outbox')).toEqual([{ events: 1 }]);
  });

  it.each([
    [{ link: 'https://publisher.example/lipitor-interactions' }, 'link:'],
    [{ link: 'no link' }, 'link:'],
    [{ member: '' }, 'member:'],
    [{ member: undefined as unknown as string }, 'member:'],
  ])('that is none is refused, naming the field: %j', async (change, field) => {
    const made = await bench();
    const post = { member: DOCTOR, link: linkOf(made), ...change };
    expect(() => made.community.removed(post)).toThrow(
      expect.objectContaining({ code: 'post', message: expect.stringContaining(field) as string }),
    );
  });
});

describe('what is kept to find it', () => {
  it('is a tag and a number for each author and sum, under the day’s key, until the day leaves', async () => {
    const made = await bench();
    await made.post([fact(), fact()]);
    const rows = made.rows<{ tag: Uint8Array }>('SELECT * FROM post_tag');
    expect(rows).toMatchObject([{ day: '2026-11-18', n: 2 }]);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['day', 'n', 'tag']);
    expect(keyFiles(made)).toEqual(['day-key-2026-11-18']);
    const { key } = JSON.parse(readFileSync(join(made.dataDir, 'day-key-2026-11-18'), 'utf8')) as { key: string };
    const tag = Buffer.from(rows[0]?.tag ?? []);

    made.clock.lane = releaseAt(made, '2026-11-18');
    await made.community.release();
    expect(keyFiles(made)).toEqual([]);
    for (const name of readdirSync(made.dataDir)) {
      const bytes = readFileSync(join(made.dataDir, name));
      for (const needle of [key, Buffer.from(key, 'base64url'), tag]) expect(bytes.includes(needle), name).toBe(false);
    }
  });

  it('can’t be matched with the bound, or over two days', async () => {
    const made = await bench();
    await made.post([fact()]);
    made.clock.lane += DAY;
    await made.post([fact()]);
    const tags = made
      .rows<{ hex: string }>('SELECT hex(tag) AS hex FROM post_tag UNION ALL SELECT hex(tag) FROM bound')
      .map(({ hex }) => hex);
    expect(new Set(tags).size).toBe(3);
  });

  it('finds nobody once the key is lost, and the post still counts', async () => {
    const made = await bench();
    await made.post([fact()]);
    await made.community.close();
    rmSync(join(made.dataDir, 'day-key-2026-11-18'));
    await made.open();
    expect(made.rows('SELECT * FROM post_tag')).toEqual([]);
    expect(made.community.removed({ member: DOCTOR, link: linkOf(made) })).toBe(false);
    expect(sums(made)).toMatchObject([{ n: 1 }]);
  });
});
