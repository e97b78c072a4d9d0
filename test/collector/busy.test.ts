import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startCollector } from '@pullquote/collector';
import { BATCH_TYPE, SIGNATURE_HEADER, signBatch, type PullquoteEvent } from '@pullquote/events';
import { generateKey } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { createIntake } from '../../packages/collector/src/intake/intake.js';
import {
  bench,
  COMMUNITY,
  descriptor,
  event,
  NOW,
  OTHER_COMMUNITY,
  OTHER_PUBLISHER,
  PUBLISHER,
  post,
  send,
  tempFolder,
  trust,
} from './setup.js';

const PUBLISHERS = [
  { origin: PUBLISHER, name: 'Parke-Davis' },
  { origin: OTHER_PUBLISHER, name: 'Someone else' },
];
const crowd = (data = {}) => ({
  ...{ ...event(), type: 'org.pullquote.crowd.v1' },
  data: { fact: 'viewed', week: '2026-W46', figure: 20, threshold: 15, epsilon: 1, interval: [17, 23], ...data },
});
const held = (data = {}) => ({
  ...{ ...event(), type: 'org.pullquote.status-held.v1', subject: `${PUBLISHER}/.well-known/pullquote-status.jwt` },
  data: { day: '2026-11-21', iat: 1_795_132_800, ...data },
});

describe('crowd figures and held lists', () => {
  it('are taken in, counted once, and leave exact figures as they are', async () => {
    const { collector, key, report } = await bench();
    const batch = [event(), crowd(), held()];
    expect((await send(collector, batch, key)).body).toEqual({ accepted: 3, duplicates: 0, refused: [] });
    expect((await send(collector, batch, key)).body).toEqual({ accepted: 0, duplicates: 3, refused: [] });
    expect((await report()).totals).toEqual({ shared: 1, reshared: 0, quoted: 0 });
    expect(await collector.store.crowd.figures(PUBLISHER)).toMatchObject([{ figure: 20, low: 17, high: 23 }]);
    expect(await collector.store.held.latest(PUBLISHER)).toMatchObject([{ iat: 1_795_132_800 }]);
  });

  it.each([
    ['a week that is not over', crowd({ week: '2026-W48' }), 'future-day', 'data.week'],
    ['a figure below its threshold', crowd({ figure: 14, interval: [1, 20] }), 'unknown-value', 'data'],
    ['a list from the future', held({ iat: 1_795_132_800 + 3 * 86_400 }), 'future-day', 'data.iat'],
    ['a day to come', held({ day: '2026-11-23' }), 'future-day', 'data.day'],
  ])('are refused with %s', async (_, bad, code, field) => {
    const { collector, key } = await bench();
    const { body } = await send(collector, [bad, event()], key);
    expect(body).toMatchObject({ accepted: 1, refused: [{ index: 0, code }] });
    expect(body.refused?.[0]?.detail).toContain(`${field}:`);
  });

  it('take the week that ends today, as posts of today are taken', async () => {
    const { collector, key } = await bench();
    expect((await send(collector, [crowd({ week: '2026-W47' })], key)).body).toMatchObject({ accepted: 1 });
  });

  it('that the store refuses are answered in their places, with a reason', async () => {
    const { collector, key } = await bench();
    const one = event();
    await send(collector, [one, crowd()], key);
    const { body } = await send(collector, [crowd({ figure: 21 }), { ...one, subject: 'urn:x1:y' }, 1, event()], key);
    expect(body).toMatchObject({
      accepted: 1,
      refused: [
        { index: 0, code: 'figure-redrawn' },
        { index: 1, code: 'id-reused' },
        { index: 2, code: 'unknown-value' },
      ],
    });
    expect(await collector.store.refusals.list()).toMatchObject([
      { code: 'figure-redrawn', n: 1 },
      { code: 'id-reused', n: 1 },
      { code: 'unknown-value', n: 1 },
    ]);
  });
});

describe('somebody else’s batch', () => {
  async function stolen() {
    const made = await bench({ publishers: PUBLISHERS });
    const thief = await generateKey();
    await trust(made.collector, await descriptor(OTHER_COMMUNITY, [thief], { name: 'Ward Talk' }));
    const events = [event(), event()];
    return { ...made, thief, events, batch: await signBatch(events, made.key, PUBLISHER) };
  }

  it('counts once, however often it is replayed', async () => {
    const { collector, batch } = await stolen();
    const headers = { [SIGNATURE_HEADER]: batch.signature };
    expect((await post(collector, batch.body, headers)).body).toMatchObject({ accepted: 2 });
    for (let i = 0; i < 3; i++)
      expect((await post(collector, batch.body, headers)).body).toMatchObject({ accepted: 0, duplicates: 2 });
  });

  it('signed anew by another trusted community counts for nobody', async () => {
    const { collector, thief, events, rows } = await stolen();
    const { body } = await send(collector, events, thief);
    expect(body).toMatchObject({ accepted: 0, refused: [{ code: 'source-mismatch' }, { code: 'source-mismatch' }] });
    expect(await rows('events')).toBe(0);
  });

  it('under the name of another community’s key does not hold', async () => {
    const { collector, thief, key, events, rows } = await stolen();
    expect((await send(collector, events, { ...thief, kid: key.kid })).body).toMatchObject({ code: 'signature' });
    expect(await rows('events')).toBe(0);
  });

  it('for another publisher of the same collector does not hold with its audience changed', async () => {
    const { collector, batch, rows } = await stolen();
    const [header = '', , signature = ''] = batch.signature.split('.');
    const open = JSON.parse(Buffer.from(header, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...open, aud: OTHER_PUBLISHER })).toString('base64url');
    const answer = await post(collector, batch.body, { [SIGNATURE_HEADER]: `${forged}..${signature}` });
    expect(answer).toMatchObject({ status: 403, body: { code: 'signature' } });
    expect(await rows('events')).toBe(0);
  });

  it('whose community signs it for two publishers counts for the first', async () => {
    const { collector, key, events } = await stolen();
    await send(collector, events, key, PUBLISHER);
    const { body } = await send(collector, events, key, OTHER_PUBLISHER);
    expect(body).toMatchObject({ accepted: 0, refused: [{ code: 'id-reused' }, { code: 'id-reused' }] });
    expect(await collector.store.counters.days(OTHER_PUBLISHER)).toEqual([]);
  });
});

describe('too many batches at once', () => {
  it('are sent away before their bodies are read, and told when to come again', async () => {
    const { collector, key } = await bench();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { intake: real, refusals } = collector.store;
    const intake = createIntake({
      store: { refusals, intake: { add: async (batch) => (await gate, real.add(batch)) } },
      ...{ clock: () => NOW, allowFutureDays: 0, publishers: PUBLISHERS, mostInside: 3 },
      log: { error: () => undefined },
      communityOf: (kid) => collector.store.communities.byKey(kid),
    });
    const batch = await signBatch([event()], key, PUBLISHER);
    let read = 0;
    const ask = () => {
      const body = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            read += 1;
            controller.enqueue(batch.body);
            controller.close();
          },
        },
        { highWaterMark: 0 },
      );
      const headers = { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: batch.signature };
      const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
      return intake(new Request('http://collector/v1/events', init));
    };
    const inside = [ask(), ask(), ask()];
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = read;
    const away = await Promise.all(Array.from({ length: 50 }, ask));
    for (const answer of away) {
      expect(answer.status).toBe(429);
      expect(answer.headers.get('retry-after')).toBe('2');
      expect(await answer.json()).toMatchObject({ code: 'busy' });
    }
    expect(read).toBe(before);
    release();
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([202, 202, 202]);
    expect((await ask()).status).toBe(202);
  });
});

describe('a body that never ends', () => {
  it('is given up, so that it holds no place', async () => {
    const { collector, key } = await bench();
    const intake = createIntake({
      ...{
        store: collector.store,
        clock: () => NOW,
        allowFutureDays: 0,
        publishers: PUBLISHERS,
        mostInside: 1,
        bodyMs: 60,
      },
      log: { error: () => undefined },
      communityOf: (kid) => collector.store.communities.byKey(kid),
    });
    const { body, signature } = await signBatch([event()], key, PUBLISHER);
    const headers = { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature };
    const ask = (content: BodyInit) =>
      intake(
        new Request('http://collector/v1/events', {
          method: 'POST',
          headers,
          body: content,
          duplex: 'half',
        } as RequestInit),
      );
    const slow = await ask(new ReadableStream({ start: (controller) => controller.enqueue(body) }));
    expect(slow.status).toBe(408);
    expect(await slow.json()).toMatchObject({ code: 'too-slow' });
    expect((await ask(body)).status).toBe(202);
    expect(await collector.store.refusals.list()).toMatchObject([{ community: 'unknown', code: 'too-slow', n: 1 }]);
  });
});

describe('a server that is told to stop', () => {
  it('answers what it has taken in, stores it, and only then goes', async () => {
    const dataFile = join(tempFolder(), 'collector.sqlite');
    const settings = { dataFile, publishers: PUBLISHERS, titles: {}, allowFutureDays: 0, keepEventsDays: 400 };
    const running = await startCollector({ ...settings, listen: { host: '127.0.0.1', port: 0 } }, { clock: () => NOW });
    const key = await generateKey();
    await trust(running.collector, await descriptor(COMMUNITY, [key]));
    const send = async (events: PullquoteEvent[]) => {
      const { body, signature } = await signBatch(events, key, PUBLISHER);
      const headers = { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature };
      return fetch(`${running.url}/v1/events`, { method: 'POST', headers, body }).catch(() => undefined);
    };
    const acknowledged: string[] = [];
    let stopped: Promise<void> | undefined;
    const senders = Array.from({ length: 8 }, async (_, i) => {
      for (let n = 0; n < 30; n++) {
        const one = event();
        if ((await send([one]))?.status === 202) acknowledged.push(one.id);
        if (i === 0 && n === 5) stopped = running.close();
      }
    });
    await Promise.all(senders);
    await stopped;
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.length).toBeLessThan(240);
    const db = new DatabaseSync(dataFile, { readOnly: true });
    const ids = db
      .prepare('SELECT id FROM events')
      .all()
      .map(({ id }) => String(id));
    db.close();
    expect(ids.sort()).toEqual(acknowledged.sort());
  });
});
