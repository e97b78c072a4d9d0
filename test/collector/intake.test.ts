import { DatabaseSync } from 'node:sqlite';
import { BATCH_TYPE, SIGNATURE_HEADER, signBatch } from '@pullquote/events';
import { generateKey, signDetached } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import {
  bench,
  COMMUNITY,
  descriptor,
  event,
  ITEM,
  OTHER_COMMUNITY,
  OTHER_PUBLISHER,
  post,
  PUBLISHER,
  send,
  trust,
  type Bench,
} from './setup.js';
import { embedded } from './stores.js';

/** The batch left no event and no counter, and exactly one refusal of this kind. */
async function expectRefusedOnce({ rows, report }: Bench, community: string, code: string, publisher = 'unknown') {
  expect(await rows('events')).toBe(0);
  expect(await rows('count_days')).toBe(0);
  expect((await report()).dataQuality.refused).toEqual([{ day: '2026-11-22', publisher, community, code, n: 1 }]);
}

describe('a batch', () => {
  it('is counted by item, version, community, depth and day', async () => {
    const { collector, key, report } = await bench();
    const answer = await send(
      collector,
      [
        event(),
        event(),
        event({ depth: 2 }, { type: 'org.pullquote.reshared.v1' }),
        event({ depth: 3, day: '2026-11-20', version: 2 }, { type: 'org.pullquote.quoted.v1' }),
        event({}, { subject: 'urn:pullquote:publisher.example:trial' }),
      ],
      key,
    );
    expect(answer).toMatchObject({ status: 202, body: { accepted: 5, duplicates: 0, refused: [] } });
    const { totals, byItem, byCommunity, byDepth, byDay } = await report();
    expect(totals).toMatchObject({ shared: 3, reshared: 1, quoted: 1 });
    expect(byItem[0]).toMatchObject({ item: ITEM, shared: 2, reshared: 1, quoted: 1 });
    expect(byItem[0]?.versions).toMatchObject([
      { version: 1, shared: 2, reshared: 1, quoted: 0 },
      { version: 2, shared: 0, reshared: 0, quoted: 1 },
    ]);
    expect(byItem[0]?.days.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21']);
    expect(byItem[1]).toMatchObject({ item: 'urn:pullquote:publisher.example:trial', shared: 1 });
    expect(byCommunity).toMatchObject([
      { community: COMMUNITY, name: 'Grand Round', country: 'US', shared: 3, reshared: 1, quoted: 1 },
    ]);
    expect(byDepth).toMatchObject([
      { depth: 1, shared: 3 },
      { depth: 2, reshared: 1 },
      { depth: 3, quoted: 1 },
    ]);
    expect(byDay).toMatchObject([
      { day: '2026-11-20', quoted: 1 },
      { day: '2026-11-21', shared: 3, reshared: 1 },
    ]);
  });

  it('that is sent again counts once', async () => {
    const { collector, key, rows, report } = await bench();
    const events = [event(), event()];
    await send(collector, events, key);
    expect((await send(collector, events, key)).body).toEqual({ accepted: 0, duplicates: 2, refused: [] });
    expect((await send(collector, [events[0], events[0], event()], key)).body).toMatchObject({
      accepted: 1,
      duplicates: 2,
    });
    expect(await rows('events')).toBe(3);
    expect((await report()).totals.shared).toBe(3);
  });

  it('leaves each publisher its own figures', async () => {
    const { collector, key, report } = await bench({
      publishers: [
        { origin: PUBLISHER, name: 'Parke-Davis' },
        { origin: OTHER_PUBLISHER, name: 'Someone else' },
      ],
    });
    await send(collector, [event(), event()], key);
    await send(collector, [event()], key, OTHER_PUBLISHER);
    expect((await report()).totals.shared).toBe(2);
    expect((await report(OTHER_PUBLISHER)).totals.shared).toBe(1);
  });

  it('may name the charset of its type', async () => {
    const { collector, key } = await bench();
    const { body, signature } = await signBatch([event()], key, PUBLISHER);
    const headers = { [SIGNATURE_HEADER]: signature, 'content-type': `${BATCH_TYPE}; charset=UTF-8` };
    expect((await post(collector, body, headers)).status).toBe(202);
  });
});

describe.runIf(embedded)('a batch that cannot be stored whole', () => {
  it('is not acknowledged, and nothing of it stays', async () => {
    const { collector, key, rows, dataFile } = await bench({ log: { error: () => undefined } });
    const db = new DatabaseSync(dataFile);
    db.exec('DROP TABLE refused');
    const events = [event(), { ...event(), time: 'x' }];
    expect(await send(collector, events, key)).toMatchObject({ status: 503, body: { code: 'store' } });
    expect(await rows('events')).toBe(0);
    expect(await rows('count_days')).toBe(0);
    db.exec(
      'CREATE TABLE refused (day TEXT, publisher TEXT, community TEXT, code TEXT, n INTEGER, PRIMARY KEY (day, publisher, community, code))',
    );
    db.close();
    expect((await send(collector, events, key)).body).toMatchObject({ accepted: 1, duplicates: 0 });
  });
});

describe('a whole batch is refused, counted and not stored', () => {
  it('of another content type', async () => {
    const it = await bench();
    const { body, signature } = await signBatch([event()], it.key, PUBLISHER);
    const answer = await post(it.collector, body, {
      [SIGNATURE_HEADER]: signature,
      'content-type': 'application/json',
    });
    expect(answer).toMatchObject({
      status: 415,
      type: 'application/problem+json',
      body: { status: 415, code: 'content-type' },
    });
    await expectRefusedOnce(it, 'unknown', 'content-type');
  });

  it('compressed', async () => {
    const it = await bench();
    const { body, signature } = await signBatch([event()], it.key, PUBLISHER);
    const answer = await post(it.collector, body, { [SIGNATURE_HEADER]: signature, 'content-encoding': 'gzip' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'content-type' } });
    await expectRefusedOnce(it, 'unknown', 'content-type');
  });

  it('without a signature', async () => {
    const it = await bench();
    const answer = await post(it.collector, JSON.stringify([event()]));
    expect(answer).toMatchObject({ status: 400, body: { code: 'signature-missing' } });
    await expectRefusedOnce(it, 'unknown', 'signature-missing');
  });

  it.each(['x', 'a.b.c', 'e30..', '..', `${'A'.repeat(5000)}..AA`])(
    'with the signature header %.20s',
    async (signature) => {
      const it = await bench();
      const answer = await post(it.collector, JSON.stringify([event()]), { [SIGNATURE_HEADER]: signature });
      expect(answer).toMatchObject({ status: 400, body: { code: 'signature-malformed' } });
      await expectRefusedOnce(it, 'unknown', 'signature-malformed');
    },
  );

  it('from a community that is not trusted', async () => {
    const it = await bench();
    const answer = await send(it.collector, [event()], await generateKey());
    expect(answer).toMatchObject({ status: 403, body: { code: 'unknown-community' } });
    await expectRefusedOnce(it, 'unknown', 'unknown-community');
  });

  it('signed with a key that only claims a trusted kid', async () => {
    const it = await bench();
    const answer = await send(it.collector, [event()], { ...(await generateKey()), kid: it.key.kid });
    expect(answer).toMatchObject({ status: 403, body: { code: 'signature' } });
    await expectRefusedOnce(it, 'unknown', 'signature');
  });

  it('whose body was changed by one byte', async () => {
    const it = await bench();
    const { body, signature } = await signBatch([event()], it.key, PUBLISHER);
    const text = new TextDecoder().decode(body).replace('2026-11-21', '2026-11-20');
    expect(await post(it.collector, text, { [SIGNATURE_HEADER]: signature })).toMatchObject({
      status: 403,
      body: { code: 'signature' },
    });
    await expectRefusedOnce(it, 'unknown', 'signature');
  });

  it('signed as something that is not a batch', async () => {
    const it = await bench();
    const body = new TextEncoder().encode(JSON.stringify([event()]));
    const signature = await signDetached(body, it.key, 'pullquote-record+jwt', PUBLISHER);
    expect(await post(it.collector, body, { [SIGNATURE_HEADER]: signature })).toMatchObject({
      status: 403,
      body: { code: 'signature' },
    });
    await expectRefusedOnce(it, 'unknown', 'signature');
  });

  it('meant for another publisher', async () => {
    const it = await bench();
    const answer = await send(it.collector, [event()], it.key, OTHER_PUBLISHER);
    expect(answer).toMatchObject({ status: 403, body: { code: 'unknown-publisher' } });
    expect(JSON.stringify(answer.body)).not.toContain(OTHER_PUBLISHER);
    await expectRefusedOnce(it, COMMUNITY, 'unknown-publisher');
  });

  it.each(['{"not":"a list"}', '[{"specversion":', 'null', '"text"'])('with the body %s', async (text) => {
    const it = await bench();
    const body = new TextEncoder().encode(text);
    const signature = await signDetached(body, it.key, 'pullquote-batch+jws', PUBLISHER);
    expect(await post(it.collector, body, { [SIGNATURE_HEADER]: signature })).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
    await expectRefusedOnce(it, COMMUNITY, 'malformed', PUBLISHER);
  });

  it('of 2 MB, although it is signed', async () => {
    const it = await bench();
    const body = new TextEncoder().encode(JSON.stringify([event(), 'x'.repeat(2_000_000)]));
    const signature = await signDetached(body, it.key, 'pullquote-batch+jws', PUBLISHER);
    expect(await post(it.collector, body, { [SIGNATURE_HEADER]: signature })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    await expectRefusedOnce(it, 'unknown', 'too-large');
  });

  it('of any size, once it has sent too much, without reading on', async () => {
    const it = await bench();
    const { signature } = await signBatch([event()], it.key, PUBLISHER);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const request = new Request('http://127.0.0.1/v1/events', {
      method: 'POST',
      headers: { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await it.collector.fetch(request)).status).toBe(413);
    expect(pulled).toBeLessThan(10);
    await expectRefusedOnce(it, 'unknown', 'too-large');
  });

  it('of more than 500 events', async () => {
    const it = await bench();
    const answer = await send(
      it.collector,
      Array.from({ length: 501 }, () => 1),
      it.key,
    );
    expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } });
    await expectRefusedOnce(it, COMMUNITY, 'too-large', PUBLISHER);
  });

  it('whose body breaks off', async () => {
    const it = await bench();
    const { signature } = await signBatch([event()], it.key, PUBLISHER);
    const request = new Request('http://127.0.0.1/v1/events', {
      method: 'POST',
      headers: { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature },
      body: new ReadableStream({ start: (controller) => controller.error(new Error('gone')) }),
      duplex: 'half',
    } as RequestInit);
    expect((await it.collector.fetch(request)).status).toBe(400);
    await expectRefusedOnce(it, 'unknown', 'malformed');
  });

  it('sent with another method', async () => {
    const { collector } = await bench();
    const response = await collector.fetch(new Request('http://127.0.0.1/v1/events', { method: 'PUT', body: '[]' }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});

const SECRET = 'Dr Ada Example asked about bed 4';

describe('one event is refused with its place and reason, while the others count', () => {
  const good = event();
  it.each<[string, unknown, string, string]>([
    ['an unknown field', { ...good, comment: SECRET }, 'unknown-field', 'comment'],
    ['a time', { ...good, time: '2026-11-21T09:14:03Z' }, 'unknown-field', 'time'],
    ['an extension', { ...good, traceparent: SECRET }, 'unknown-field', 'traceparent'],
    [
      'an unknown field in its data',
      { ...good, data: { ...good.data, thread: SECRET } },
      'unknown-field',
      'data.thread',
    ],
    [
      'a key named like a built-in',
      JSON.parse(JSON.stringify(good).replace('{', `{"__proto__":"${SECRET}",`)),
      'unknown-field',
      '__proto__',
    ],
    ['free text as country', { ...good, data: { ...good.data, country: SECRET } }, 'unknown-value', 'data.country'],
    ['free text as subject', { ...good, subject: SECRET }, 'unknown-value', 'subject'],
    ['free text as id', { ...good, id: SECRET }, 'unknown-value', 'id'],
    ['free text as type', { ...good, type: SECRET }, 'unknown-value', 'type'],
    ['a time as its day', { ...good, data: { ...good.data, day: '2026-11-21T09:14' } }, 'unknown-value', 'data.day'],
    ['a day that does not exist', { ...good, data: { ...good.data, day: '2026-02-30' } }, 'unknown-value', 'data.day'],
    ['a day to come', { ...good, data: { ...good.data, day: '2026-11-23' } }, 'future-day', 'data.day'],
    ['no day', { ...good, data: { version: 1, country: 'US', depth: 1 } }, 'malformed', 'data.day'],
    ['depth 0', { ...good, data: { ...good.data, depth: 0 } }, 'unknown-value', 'data.depth'],
    ['a share at depth 2', { ...good, data: { ...good.data, depth: 2 } }, 'depth-mismatch', 'data.depth'],
    ['a reshare at depth 1', { ...good, type: 'org.pullquote.reshared.v1' }, 'depth-mismatch', 'data.depth'],
    ['the name of another community', { ...good, source: OTHER_COMMUNITY }, 'source-mismatch', 'source'],
    ['a path on its community', { ...good, source: `${COMMUNITY}/` }, 'source-mismatch', 'source'],
    ['no structure', SECRET, 'unknown-value', '(top level)'],
  ])('%s', async (_, bad, code, field) => {
    const { collector, key, rows, report, bytes } = await bench();
    const answer = await send(collector, [event(), bad, event()], key);
    expect(answer).toMatchObject({ status: 202, body: { accepted: 2, duplicates: 0, refused: [{ index: 1, code }] } });
    const detail = answer.body.refused?.[0]?.detail ?? '';
    expect(detail.startsWith(`${field}:`)).toBe(true);
    expect(JSON.stringify(answer.body)).not.toContain('Ada');
    expect(JSON.stringify(answer.body)).not.toContain('09:14');
    expect(await rows('events')).toBe(2);
    expect((await report()).totals.shared).toBe(2);
    expect((await report()).dataQuality.refused).toEqual([
      { day: '2026-11-22', publisher: PUBLISHER, community: COMMUNITY, code, n: 1 },
    ]);
    const kept = await bytes();
    expect(kept).toContain('2026-11-21');
    expect(kept).not.toContain('Ada Example');
    expect(kept).not.toContain('09:14');
  });

  it('of a trusted community that speaks for another trusted one', async () => {
    const { collector, key, report } = await bench();
    const otherKey = await generateKey();
    await trust(collector, await descriptor(OTHER_COMMUNITY, [otherKey], { name: 'Ward Talk' }));
    const answer = await send(collector, [event(), event({}, { source: OTHER_COMMUNITY })], otherKey);
    expect(answer.body).toMatchObject({ accepted: 1, refused: [{ index: 0, code: 'source-mismatch' }] });
    expect((await send(collector, [event()], key)).body.accepted).toBe(1);
    expect((await report()).byCommunity).toMatchObject([
      { community: COMMUNITY, name: 'Grand Round', shared: 1 },
      { community: OTHER_COMMUNITY, name: 'Ward Talk', shared: 1 },
    ]);
  });

  it('with a field name too long to be repeated', async () => {
    const { collector, key } = await bench();
    const answer = await send(collector, [{ ...good, ['n'.repeat(5_000)]: 1 }], key);
    expect(answer.body.refused?.[0]?.detail.length).toBeLessThanOrEqual(200);
  });

  it('unless the collector allows days ahead, as the demonstration does', async () => {
    const { collector, key } = await bench({ allowFutureDays: 400 });
    const days = ['2026-11-23', '2027-12-27', '2027-12-28'];
    const answer = await send(
      collector,
      days.map((day) => event({ day })),
      key,
    );
    expect(answer.body).toMatchObject({ accepted: 2, refused: [{ index: 2, code: 'future-day' }] });
  });
});
