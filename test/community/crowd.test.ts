import {
  CROWD_THRESHOLD,
  openBatch,
  parseEvent,
  SIGNATURE_HEADER,
  type CrowdEvent,
  type PullquoteEvent,
} from '@pullquote/events';
import type { KeySet } from '@pullquote/record';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { bench, crowdFact, fact, type Bench } from './setup.js';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 10, 23); // The week after that of the bench's clock.
const WEEK = '2026-W47';
const DOCTORS = 250;

/** So many doctors do it, each in a request of their own. */
async function crowd(made: Bench, doctors: number, code = 'viewed', from = 0): Promise<void> {
  for (let i = from; i < from + doctors; i++) {
    made.member = () => ({ id: `doctor-${i}-secret`, hcp: true });
    const response = await made.post([crowdFact(code)]);
    expect(await response.json()).toMatchObject({ accepted: 1 });
  }
}
const crowds = (made: Bench) =>
  (made.events() as readonly PullquoteEvent[]).filter(
    (event) => event.type === 'org.pullquote.crowd.v1',
  ) as CrowdEvent[];
const tags = (made: Bench) =>
  made.rows<{ tag: Uint8Array }>('SELECT tag FROM crowd').map(({ tag }) => Buffer.from(tag));
/** The tables as someone may spoil them from outside. */
function spoil(made: Bench, sql: string): void {
  const db = new DatabaseSync(join(made.dataDir, 'community.sqlite'));
  db.exec(sql);
  db.close();
}

describe('sets of doctors', () => {
  it('are kept under tags of the week’s key, once for each doctor and cell', async () => {
    const made = await bench({ count: 'all' });
    await crowd(made, 3);
    await crowd(made, 2);
    const rows = made.rows<{ tag: Uint8Array }>('SELECT * FROM crowd');
    expect(rows).toHaveLength(3);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['fact', 'item', 'publisher', 'tag', 'week']);
    for (const { tag } of rows) expect(tag).toHaveLength(32);
    expect(made.rows('SELECT * FROM seen')).toHaveLength(5);
    expect(made.rows('SELECT * FROM public_row')).toEqual([]);
  });

  it('can’t be matched with the bound of the public lane', async () => {
    const made = await bench({ count: 'all' });
    await made.post([fact(), crowdFact('viewed')]);
    const bound = made.rows<{ tag: Uint8Array }>('SELECT tag FROM bound').map(({ tag }) => Buffer.from(tag));
    expect(bound).toHaveLength(1);
    expect(tags(made)[0]?.equals(bound[0] ?? Buffer.alloc(0))).toBe(false);
  });

  it.each([
    ['excerpt.e1', 'accepted'],
    ['excerpt.Mrs-Jones-72', 'unknown-value'],
    ['share-blocked.GB-02', 'accepted'],
    ['share-blocked.GB-99', 'unknown-value'],
    ['room.cardiology', 'accepted'],
    ['media-progress.75', 'accepted'],
  ])('hold no id that the record or the rules don’t have: %s → %s', async (code, outcome) => {
    const made = await bench({ count: 'all' });
    const answer = (await (await made.post([crowdFact(code)])).json()) as {
      accepted: number;
      refused: { code: string }[];
    };
    expect(answer.accepted === 1 ? 'accepted' : answer.refused[0]?.code).toBe(outcome);
    expect(made.rows('SELECT * FROM crowd')).toHaveLength(answer.accepted);
  });

  it('are kept only where the community counts all', async () => {
    const made = await bench({ count: 'shares' });
    const answer = await (await made.post([crowdFact('viewed')])).json();
    expect(answer).toMatchObject({ accepted: 0, refused: [{ code: 'not-counted' }] });
    expect(made.rows('SELECT * FROM crowd')).toEqual([]);
  });

  it('are bounded for each doctor', async () => {
    const made = await bench({ count: 'all' });
    await crowd(made, 1);
    const [tag] = made.rows<{ hex: string }>('SELECT hex(tag) AS hex FROM crowd');
    spoil(
      made,
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 199)
       INSERT INTO crowd SELECT '${WEEK}', '${made.publisher.origin}', x'${tag?.hex}', 'urn:example:' || i, 'viewed' FROM n`,
    );
    const answer = await (await made.post([crowdFact('printed'), crowdFact('viewed')])).json();
    expect(answer).toMatchObject({ accepted: 1, refused: [{ code: 'bound' }] });
    made.member = () => ({ id: 'another', hcp: true });
    expect(await (await made.post([crowdFact('printed')])).json()).toMatchObject({ accepted: 1 });
  });
});

describe('the close of a week', () => {
  it('tells a large crowd, signed, with threshold and interval, and never a small one', async () => {
    const made = await bench({ count: 'all' });
    await crowd(made, 60);
    await crowd(made, 2, 'printed');
    made.clock.lane = MONDAY - 1;
    await made.community.release();
    expect(made.rows('SELECT state FROM week')).toEqual([{ state: 'open' }]);
    made.clock.lane = MONDAY;
    expect((await made.community.release()).released).toEqual([
      { publisher: made.publisher.origin, day: WEEK, events: 1 },
    ]);
    await made.community.deliver();
    const [sent] = made.sent;
    const { jwks } = (await (await made.get('/pq/community.json')).json()) as { jwks: KeySet };
    const batch = { body: sent?.body ?? new Uint8Array(), signature: sent?.headers.get(SIGNATURE_HEADER) ?? '' };
    const events = (await openBatch(batch, jwks, made.publisher.origin)).map(parseEvent);
    expect(events).toMatchObject([
      { type: 'org.pullquote.crowd.v1', data: { fact: 'viewed', week: WEEK, threshold: 15, epsilon: 1 } },
    ]);
    const { figure, interval } = (events[0] as CrowdEvent).data;
    expect(Math.abs(figure - 60)).toBeLessThan(25); // Beyond: once in 10¹¹.
    expect(interval).toEqual([figure - 3, figure + 3]);
    expect(made.community.report()).toMatchObject({
      crowds: [{ publisher: made.publisher.origin, week: WEEK, fact: 'viewed', figure, interval }],
      weeks: [
        { week: WEEK, state: 'destroyed', released: 1, discarded: false },
        { week: '2026-W48', state: 'open', released: 0, discarded: false },
      ],
      privacy: { threshold: CROWD_THRESHOLD, cells: 4, week: { epsilon: 4 }, year: { epsilon: 212 } },
    });
  });

  it('counts each doctor in four cells of a publisher at most', async () => {
    const made = await bench({ count: 'all' });
    const codes = [
      'viewed',
      'pi-opened',
      'printed',
      'copied',
      'saved',
      'downloaded',
      'label-expanded',
      'source-opened',
    ];
    for (let i = 0; i < 100; i++) {
      made.member = () => ({ id: `doctor-${i}`, hcp: true });
      await made.post(codes.map((code) => crowdFact(code)));
    }
    made.clock.lane = MONDAY;
    await made.community.release();
    await made.community.deliver();
    const figures = crowds(made).map(({ data }) => data.figure);
    expect(figures).toHaveLength(8);
    // 800 places were taken; 400 count, each cell about 50. The sum of eight noises is beyond ±40 once in 10⁶.
    expect(Math.abs(figures.reduce((sum, n) => sum + n, 0) - 400)).toBeLessThan(40);
  });

  it('leaves nothing of key and sets in any file: every byte is searched', async () => {
    const made = await bench({ count: 'all' });
    // Enough for pages to be split and moved, which is when SQLite leaves copies behind.
    const codes = ['viewed', 'pi-opened', 'printed', 'copied', 'saved', 'room.cardiology', 'excerpt.e1'];
    for (let i = 0; i < DOCTORS; i++) {
      made.member = () => ({ id: `doctor-${i}-secret`, hcp: true });
      await made.post([...codes.map((code) => crowdFact(code)), ...(i === 7 ? [fact()] : [])]);
    }
    const { key } = JSON.parse(readFileSync(join(made.dataDir, 'week-key'), 'utf8')) as { key: string };
    const raw = Buffer.from(key, 'base64url');
    const kept = [
      ...new Map(tags(made).map((tag) => [tag.toString('hex'), tag])).values(),
      ...made.rows<{ tag: Uint8Array }>('SELECT tag FROM bound').map(({ tag }) => Buffer.from(tag)),
    ];
    expect(kept).toHaveLength(DOCTORS + 1);
    expect(statSync(join(made.dataDir, 'community.sqlite-wal')).size).toBeGreaterThan(200_000);
    const found = () => {
      const files = readdirSync(made.dataDir).map((name) => readFileSync(join(made.dataDir, name)));
      const holds = (needle: Buffer | string) => files.some((bytes) => bytes.includes(needle));
      const forms = (bytes: Buffer) => [
        bytes,
        bytes.toString('base64url'),
        bytes.toString('base64'),
        bytes.toString('hex'),
      ];
      return {
        key: forms(raw).some(holds),
        // A remnant may have lost its edges to a page's header: eight bytes in a row give it away.
        tags: kept.filter((tag) =>
          [...forms(tag), tag.subarray(0, 8), tag.subarray(12, 20), tag.subarray(24)].some(holds),
        ).length,
        members: forms(Buffer.from('doctor-7-secret')).some(holds),
      };
    };
    expect(found()).toEqual({ key: true, tags: DOCTORS + 1, members: false }); // The search finds what is there.
    made.clock.lane = MONDAY;
    await made.community.release();
    expect(found()).toEqual({ key: false, tags: 0, members: false });
    await crowd(made, 5);
    await made.open({ count: 'all' });
    await made.community.close();
    expect(found()).toEqual({ key: false, tags: 0, members: false });
    expect(JSON.stringify(made.logged)).not.toContain('secret');
  });

  it('comes with the first fact of the new week, too, and that fact belongs to the new one', async () => {
    const made = await bench({ count: 'all' });
    await crowd(made, 60);
    made.clock.lane = MONDAY + 1;
    await crowd(made, 1);
    expect(made.rows('SELECT week, count(*) AS n FROM crowd GROUP BY week')).toEqual([{ week: '2026-W48', n: 1 }]);
    expect(made.rows('SELECT week FROM crowd_result')).toEqual([{ week: WEEK }]);
  });

  it('is not opened again by a clock that is set back', async () => {
    const made = await bench({ count: 'all' });
    await crowd(made, 60);
    made.clock.lane = MONDAY;
    await made.community.release();
    const drawn = made.rows('SELECT id, body FROM outbox');
    made.clock.lane = MONDAY - 1;
    await crowd(made, 60);
    await made.open({ count: 'all' });
    await made.community.release();
    expect(made.rows('SELECT DISTINCT week FROM crowd')).toEqual([{ week: '2026-W48' }]);
    expect(made.rows('SELECT id, body FROM outbox')).toEqual(drawn);
  });

  it('does not happen to a week that a clock ran ahead to: what was counted there is discarded', async () => {
    const made = await bench({ count: 'all' });
    await made.community.release();
    made.clock.lane += 365 * DAY;
    rmSync(join(made.dataDir, 'week-key'));
    await made.open({ count: 'all' });
    await crowd(made, 30);
    made.clock.lane -= 365 * DAY;
    await crowd(made, 1);
    expect(made.rows('SELECT week, count(*) AS n FROM crowd GROUP BY week')).toEqual([{ week: WEEK, n: 1 }]);
    expect(made.rows('SELECT * FROM crowd_result')).toEqual([]);
  });

  it('by hand is for demonstrations', async () => {
    const made = await bench({ count: 'all' });
    await expect(made.community.closeWeek()).rejects.toMatchObject({ code: 'demo-only' });
    await made.open({ count: 'all', demo: true });
    await crowd(made, 60);
    expect(await made.community.closeWeek()).toMatchObject({ week: WEEK, delivered: 1, outbox: [] });
    expect((await made.community.closeWeek()).week).toBe('2026-W48');
  });
});

describe('a crash around the close', () => {
  const closing = async (made: Bench) => {
    await crowd(made, 60);
    made.clock.lane = MONDAY;
  };
  const results = (made: Bench) => made.rows('SELECT id, event FROM crowd_result');

  it('before the figures are on disk leaves the week as it was', async () => {
    const made = await bench({ count: 'all' });
    await closing(made);
    spoil(made, "CREATE TRIGGER cut BEFORE UPDATE OF state ON week BEGIN SELECT RAISE(ABORT, 'power cut'); END");
    await expect(made.community.release()).rejects.toThrow('power cut');
    expect(results(made)).toEqual([]);
    expect(made.rows('SELECT * FROM crowd')).toHaveLength(60);
    expect(JSON.parse(readFileSync(join(made.dataDir, 'week-key'), 'utf8'))).toMatchObject({ period: WEEK });
    spoil(made, 'DROP TRIGGER cut');
    await made.open({ count: 'all' });
    expect((await made.community.release()).released).toMatchObject([{ day: WEEK, events: 1 }]);
  });

  it('after they are, and before the key is gone, destroys it at the next start and draws nothing anew', async () => {
    const made = await bench({ count: 'all' });
    await closing(made);
    const aside = join(made.dataDir, '..', `aside-${process.pid}`);
    copyFileSync(join(made.dataDir, 'week-key'), aside);
    spoil(
      made,
      "CREATE TRIGGER cut BEFORE UPDATE OF state ON week WHEN new.state = 'destroyed' BEGIN SELECT RAISE(ABORT, 'cut'); END",
    );
    await expect(made.community.release()).rejects.toThrow('cut');
    const drawn = results(made);
    expect(drawn).toHaveLength(1);
    await made.community.close();
    renameSync(aside, join(made.dataDir, 'week-key')); // As if the crash had come a moment earlier.
    spoil(made, 'DROP TRIGGER cut');
    await made.open({ count: 'all' });
    expect(readdirSync(made.dataDir)).not.toContain('week-key');
    expect(made.rows("SELECT state FROM week WHERE week = '2026-W47'")).toEqual([{ state: 'destroyed' }]);
    expect(results(made)).toEqual(drawn);
    await made.community.release();
    await made.community.deliver();
    const [{ event } = { event: '' }] = drawn as { event: string }[];
    expect(crowds(made)).toEqual([JSON.parse(event)]);
  });

  it('while the batch is written tells the same figures under the same ids afterwards', async () => {
    const made = await bench({ count: 'all' });
    await closing(made);
    spoil(made, "CREATE TRIGGER cut BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'cut'); END");
    await expect(made.community.release()).rejects.toThrow('cut');
    const drawn = results(made) as { id: string }[];
    spoil(made, 'DROP TRIGGER cut');
    await made.open({ count: 'all' });
    await made.community.release();
    expect(results(made)).toEqual([]);
    await made.community.deliver();
    expect(crowds(made).map(({ id }) => id)).toEqual(drawn.map(({ id }) => id));
    await made.community.release();
    await made.community.deliver('all');
    expect(made.sent).toHaveLength(1);
  });

  it('with half a key left removes that half', async () => {
    const made = await bench({ count: 'all' });
    await closing(made);
    await made.community.release();
    await made.community.close();
    writeFileSync(join(made.dataDir, 'week-key'), Buffer.alloc(80, 7));
    writeFileSync(join(made.dataDir, 'week-key.new'), '{"period":"2026-W49","key":"');
    await made.open({ count: 'all' });
    expect(readdirSync(made.dataDir).filter((name) => name.startsWith('week-key'))).toEqual([]);
  });
});

describe('a relay restored without its key', () => {
  it('discards the open week’s cells, and says so in its log and to the moderators', async () => {
    const made = await bench({ count: 'all' });
    await crowd(made, 60);
    await made.community.close();
    rmSync(join(made.dataDir, 'week-key'));
    await made.open({ count: 'all' });
    expect(made.rows('SELECT * FROM crowd')).toEqual([]);
    expect(made.logged).toContainEqual({
      level: 'warn',
      fields: { week: WEEK },
      message: expect.stringContaining('discarded') as string,
    });
    expect(made.community.report().weeks).toEqual([{ week: WEEK, state: 'open', released: 0, discarded: true }]);
    // What comes afterwards is counted: 40 doctors, not 100.
    await crowd(made, 40, 'viewed', 1_000);
    made.clock.lane = MONDAY;
    await made.community.release();
    await made.community.deliver();
    expect(crowds(made)[0]?.data.figure).toBeLessThan(60);
    expect(made.community.report().weeks[0]).toMatchObject({ state: 'destroyed', discarded: true });
  });

  it('tells nothing again of a week that was told before the backup was put back', async () => {
    const made = await bench({ count: 'all' });
    await crowd(made, 60);
    await made.community.close();
    const backup = join(made.dataDir, '..', `backup-${process.pid}.sqlite`);
    copyFileSync(join(made.dataDir, 'community.sqlite'), backup);
    await made.open({ count: 'all' });
    made.clock.lane = MONDAY;
    await made.community.release();
    await made.community.deliver();
    await made.community.close();
    renameSync(backup, join(made.dataDir, 'community.sqlite'));
    await made.open({ count: 'all' });
    await made.community.release();
    await made.community.deliver('all');
    expect(crowds(made)).toHaveLength(1);
    expect(made.community.report().weeks).toMatchObject([{ week: WEEK, discarded: true }, { week: '2026-W48' }]);
  });
});

it('a key that is there and can’t be read stops the start, and nothing is discarded', async () => {
  const made = await bench({ count: 'all' });
  await crowd(made, 1);
  await made.community.close();
  renameSync(join(made.dataDir, 'week-key'), join(made.dataDir, 'aside'));
  mkdirSync(join(made.dataDir, 'week-key'));
  await expect(made.open({ count: 'all' })).rejects.toMatchObject({
    code: 'key-file',
    message: expect.stringContaining('dataDir/week-key') as string,
  });
  rmSync(join(made.dataDir, 'week-key'), { recursive: true });
  renameSync(join(made.dataDir, 'aside'), join(made.dataDir, 'week-key'));
  await made.open({ count: 'all' });
  expect(made.rows('SELECT * FROM crowd')).toHaveLength(1);
});

it('a figure that a collector refuses has left all the same, and moderators see it', async () => {
  const made = await bench({ count: 'all', demo: true });
  await crowd(made, 60);
  const refused = [{ index: 0, code: 'figure-redrawn' }];
  made.collect = () => Response.json({ accepted: 0, duplicates: 0, refused }, { status: 202 });
  expect(await made.community.closeWeek()).toMatchObject({ delivered: 0, outbox: [] });
  expect(made.community.report().crowds).toMatchObject([{ week: WEEK, fact: 'viewed' }]);
  expect(made.refused()).toEqual({ 'collector-refused': 1 });
});

describe('figures that nobody takes', () => {
  it('wait a day for their publisher, then are dropped and counted', async () => {
    const made = await bench({ count: 'all' });
    await crowd(made, 60);
    made.publisher.descriptor = { events: undefined };
    await made.community.refresh();
    made.clock.lane = MONDAY;
    expect(await made.community.release()).toEqual({ released: [], undeliverable: 0 });
    made.clock.lane = MONDAY + DAY;
    expect(await made.community.release()).toEqual({ released: [], undeliverable: 1 });
    expect(made.rows('SELECT * FROM crowd_result')).toEqual([]);
    expect(made.refused()).toEqual({ undeliverable: 1 });
  });
});
