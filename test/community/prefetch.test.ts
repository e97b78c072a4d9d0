import {
  FOLDER_PATH,
  generateKey,
  publicKey,
  recordPath,
  STATUS_PATH,
  thumbprint,
  tombstonePath,
} from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { NOW, seconds, TestPublisher } from './publisher.js';
import type { Bench } from './setup.js';
import { bench, emptyBench } from './setup.js';

const byUrl = (url: string) => `/pq/record?url=${encodeURIComponent(url)}`;
const codes = async (made: Bench) =>
  (await made.community.refresh()).publishers.flatMap(({ refused }) => refused.map(({ code }) => code));

/** A publisher with one item, refused for the given reason, and nothing held. */
async function prepared(prepare: (publisher: TestPublisher) => unknown, config = {}) {
  const made = await emptyBench();
  const publisher = await TestPublisher.create();
  made.publishers.push(publisher);
  await prepare(publisher);
  await made.open(config);
  return { made, publisher };
}

describe('what is taken', () => {
  it('holds the records of a listed publisher and serves their bytes', async () => {
    const made = await bench();
    const { item, publisher } = made;
    const jws = publisher.files.get(recordPath(item.digest));
    for (const path of [byUrl(item.record.canonicalUrl), `/pq/records/${item.digest}`]) {
      const response = await made.get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/jose');
      expect(response.headers.get('cache-control')).toContain('no-cache');
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await response.text()).toBe(jws);
    }
    expect(made.community.items()).toEqual([
      {
        url: item.record.canonicalUrl,
        id: 'urn:example:lipitor',
        version: 1,
        digest: item.digest,
        title: 'Atorvastatin: drug interactions at a glance',
        publisher: { origin: publisher.origin, name: 'Example Pharma, as moderators call it' },
        promotionalStatus: 'promotional',
        excerpts: 1,
        state: 'live',
      },
    ]);
  });

  it('never fetches because someone looked', async () => {
    const made = await bench();
    const before = made.publisher.asked.length;
    await made.get(byUrl(`${made.publisher.origin}/other`));
    await made.get(`/pq/records/${'A'.repeat(22)}`);
    await made.get(`/pq/status?uri=${encodeURIComponent(made.publisher.statusUri)}`);
    await made.get(byUrl(made.item.record.canonicalUrl));
    expect(made.publisher.asked).toHaveLength(before);
  });

  it('fetches only new digests, asks with the ETag, and says nothing of anyone', async () => {
    const made = await bench();
    made.publisher.asked.length = 0;
    const report = await made.community.refresh();
    expect(report.publishers[0]).toMatchObject({ outcome: 'unchanged', added: 0, held: 1, refusedCount: 0 });
    expect(made.publisher.asked.map(({ path }) => path)).toEqual([FOLDER_PATH, STATUS_PATH]);
    expect(made.publisher.asked[0]?.headers.get('if-none-match')).toMatch(/^"/);
    for (const { headers } of made.publisher.asked) {
      for (const name of ['cookie', 'referer', 'origin', 'x-forwarded-for', 'authorization'])
        expect(headers.get(name)).toBeNull();
      expect(headers.get('user-agent')).toBe('pullquote');
    }
    await made.publisher.add({ version: 2 });
    expect((await made.community.refresh()).publishers[0]).toMatchObject({ outcome: 'updated', added: 1, held: 2 });
  });

  it('serves the highest version by address, and every version by digest', async () => {
    const made = await bench();
    const second = await made.publisher.add({ version: 2, title: 'Second' });
    await made.community.refresh();
    expect(made.community.item(second.record.canonicalUrl)).toMatchObject({ version: 2, title: 'Second' });
    expect(made.community.items()).toHaveLength(1);
    expect((await made.get(`/pq/records/${made.item.digest}`)).status).toBe(200);
  });

  it('keeps what vanishes from the catalogue, and everything while the publisher is away', async () => {
    const made = await bench();
    made.publisher.entries.length = 0;
    await made.community.refresh();
    expect((await made.get(`/pq/records/${made.item.digest}`)).status).toBe(200);
    made.publisher.instead.set(FOLDER_PATH, () => Promise.reject(new TypeError('fetch failed')));
    made.publisher.instead.set(STATUS_PATH, () => new Response('', { status: 503 }));
    made.clock.real += 120_000;
    const report = await made.community.refresh();
    expect(report.publishers[0]).toMatchObject({ outcome: 'failed', held: 1, refusedCount: 2 });
    await made.open();
    const response = await made.get(`/pq/records/${made.item.digest}`);
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('age'))).toBe(120);
  });
});

describe('keys', () => {
  it('pins the keys of the first contact and refuses a change until moderators name them', async () => {
    const made = await bench();
    made.publisher.recordKey = await generateKey();
    const second = await made.publisher.add({ version: 2 });
    expect(await codes(made)).toEqual(expect.arrayContaining(['key-change', 'signature']));
    expect((await made.get(`/pq/records/${second.digest}`)).status).toBe(404);
    expect(made.logged.some(({ message, fields }) => message === 'refused' && 'code' in fields)).toBe(true);

    const thumbprints = await Promise.all([made.publisher.recordKey, made.publisher.statusKey].map(thumbprint));
    const publishers = [{ origin: made.publisher.origin, name: 'Example Pharma', thumbprints }];
    await made.open({ publishers });
    // The old key is no longer named: nothing under it is vouched for until the publisher is reached again.
    expect((await made.get(`/pq/records/${made.item.digest}`)).status).toBe(404);
    await made.community.refresh();
    expect((await made.get(`/pq/records/${second.digest}`)).status).toBe(200);
    const file = (await (await made.get('/pq/community.json')).json()) as { publishers: { jwks: unknown }[] };
    expect(file.publishers[0]?.jwks).toEqual({ keys: [publicKey(made.publisher.recordKey)] });
  });

  it('fetches a record again when it was signed anew under the same digest', async () => {
    const made = await bench();
    made.publisher.recordKey = await generateKey();
    made.publisher.entries.length = 0;
    const again = await made.publisher.add();
    expect(again.digest).toBe(made.item.digest);
    const thumbprints = await Promise.all([made.publisher.recordKey, made.publisher.statusKey].map(thumbprint));
    await made.open({ publishers: [{ origin: made.publisher.origin, name: 'Example Pharma', thumbprints }] });
    await made.community.refresh();
    const response = await made.get(`/pq/records/${again.digest}`);
    expect(await response.text()).toBe(made.publisher.files.get(recordPath(again.digest)));
  });

  it('still takes a recall that the pinned keys signed while a change of keys waits', async () => {
    const made = await bench();
    made.publisher.descriptor = { jwks: { keys: [publicKey(await generateKey())] } };
    await made.publisher.withdraw(made.item);
    expect(await codes(made)).toEqual(['key-change']);
    expect((await made.get(`/pq/records/${made.item.digest}`)).status).toBe(410);
  });

  it('refuses keys that moderators did not name at the first contact', async () => {
    const { made, publisher } = await prepared((one) => one.add());
    const publishers = [{ origin: publisher.origin, name: 'P', thumbprints: [await thumbprint(publisher.recordKey)] }];
    await made.open({ publishers });
    expect(await codes(made)).toEqual(['unconfirmed-keys']);
    expect(made.community.items()).toEqual([]);
    expect(await (await made.get('/pq/community.json')).json()).toMatchObject({ publishers: [] });
  });

  it('refuses one key for both jobs', async () => {
    const { made } = await prepared((one) => (one.statusKey = one.recordKey));
    expect(await codes(made)).toContain('shared-keys');
  });
});

describe('records that are refused', () => {
  const foreignKey = async (one: TestPublisher) => void (await one.add({}, await generateKey()));
  const replace = (one: TestPublisher, digest: string, answer: () => Response) =>
    void one.instead.set(recordPath(digest), answer);

  it.each<[string, string, (one: TestPublisher) => Promise<void>]>([
    ['an unlisted key', 'signature', foreignKey],
    [
      'a foreign issuer',
      'issuer',
      async (one) => void (await one.add({ iss: 'https://other.example', canonicalUrl: 'https://other.example/x' })),
    ],
    [
      'a foreign status list',
      'status-url',
      async (one) => void (await one.add({ status: { uri: 'https://other.example/s', idx: 1 } })),
    ],
    [
      'an answer to one person',
      'never-shareable',
      async (one) => void (await one.add({ promotionalStatus: 'medical-information-response' })),
    ],
    [
      'another digest',
      'digest',
      async (one) => {
        const [a, b] = [await one.add(), await one.add({ version: 2 })];
        one.files.set(recordPath(a.digest), one.files.get(recordPath(b.digest)) ?? '');
        one.entries.pop();
      },
    ],
    [
      'a catalogue that says another version',
      'catalogue',
      async (one) => {
        await one.add();
        one.entries.splice(0, 1, { ...(one.entries[0] as (typeof one.entries)[0]), version: 9 });
      },
    ],
    [
      'a redirect',
      'redirect',
      async (one) =>
        replace(
          one,
          (await one.add()).digest,
          () => new Response(null, { status: 302, headers: { location: `${one.origin}/x` } }),
        ),
    ],
    [
      'an oversized body',
      'too-large',
      async (one) => replace(one, (await one.add()).digest, () => new Response('x'.repeat(512 * 1024 + 1))),
    ],
    ['a body that never ends', 'too-large', async (one) => replace(one, (await one.add()).digest, endless)],
    ['a missing file', 'http-status', async (one) => void one.files.delete(recordPath((await one.add()).digest))],
    [
      'text that is no JWS',
      'malformed',
      async (one) => replace(one, (await one.add()).digest, () => new Response('<html>')),
    ],
    [
      'bytes that are no text',
      'malformed',
      async (one) => replace(one, (await one.add()).digest, () => new Response(new Uint8Array([0xff, 0xfe]))),
    ],
  ])('%s: %s', async (_, code, prepare) => {
    const { made } = await prepared(prepare);
    const [report] = (await made.community.refresh()).publishers;
    expect(report?.refused).toHaveLength(1);
    expect(report?.refused[0]).toMatchObject({ code });
    expect(report?.refused[0]?.detail).not.toBe('');
    expect(made.refused()).toEqual({ [code]: 1 });
    expect(report).toMatchObject({ added: 0, held: 0 });
    expect(made.community.items()).toEqual([]);
  });

  it('does not let one bad file stop the others, and does not ask for it every time', async () => {
    const { made, publisher } = await prepared(async (one) => {
      await one.add({ id: 'urn:example:bad', canonicalUrl: `${one.origin}/bad` }, await generateKey());
      await one.add();
    });
    expect((await made.community.refresh()).publishers[0]).toMatchObject({ added: 1, refusedCount: 1 });
    publisher.asked.length = 0;
    expect((await made.community.refresh()).publishers[0]).toMatchObject({ added: 0, refusedCount: 1 });
    expect(publisher.asked).toHaveLength(2);
    made.clock.real += 3_600_001;
    await made.community.refresh();
    expect(publisher.asked).toHaveLength(5);
  });

  it('refuses an id, a version or an address that is taken', async () => {
    const made = await bench();
    const other = await TestPublisher.create('https://other.example');
    made.publishers.push(other);
    await other.add({ iss: other.origin });
    await made.publisher.add({ title: 'Changed without a new version' });
    await made.publisher.add({ id: 'urn:example:second' });
    await made.open();
    expect((await codes(made)).sort()).toEqual(['id-taken', 'url-taken', 'version-taken']);
  });

  it('holds a publisher to its quota, and says how much is beyond it', async () => {
    const { made, publisher } = await prepared(
      async (one) => {
        for (const version of [1, 2, 3, 4]) await one.add({ version });
      },
      { quota: 2 },
    );
    const [report] = (await made.community.refresh()).publishers;
    expect(report).toMatchObject({ held: 2, refused: [{ subject: 'catalogue', code: 'quota' }] });
    expect(report?.refused[0]?.detail).toContain('2 versions');
    expect(publisher.asked.filter(({ path }) => path.includes('/records/'))).toHaveLength(2);
  });
});

describe('descriptors that are refused', () => {
  it.each<[string, string, (one: TestPublisher) => void]>([
    ['a redirect', 'redirect', (one) => one.instead.set(FOLDER_PATH, () => Response.redirect(`${one.origin}/x`, 301))],
    [
      'over 8 MB',
      'too-large',
      (one) => one.instead.set(FOLDER_PATH, () => new Response(' '.repeat(8 * 1024 * 1024 + 1))),
    ],
    ['not JSON', 'malformed', (one) => one.instead.set(FOLDER_PATH, () => new Response('<html>'))],
    ['a missing field', 'malformed', (one) => void (one.descriptor = { statusJwks: undefined })],
    ['another origin', 'origin', (one) => void (one.descriptor = { origin: 'https://other.example' })],
    ['a list elsewhere', 'status-url', (one) => void (one.descriptor = { status: 'https://other.example/s' })],
    ['events to loopback', 'origin', (one) => void (one.descriptor = { events: 'http://127.0.0.1:9200/' })],
  ])('%s: %s', async (_, code, prepare) => {
    const { made } = await prepared(async (one) => {
      await one.add();
      prepare(one);
    });
    const [report] = (await made.community.refresh()).publishers;
    expect(report).toMatchObject({ outcome: 'failed', held: 0, refused: [{ subject: 'descriptor', code }] });
    expect(made.refused()).toEqual({ [code]: 1 });
  });
});

describe('status lists', () => {
  const status = (made: Bench, uri: string) => made.get(`/pq/status?uri=${encodeURIComponent(uri)}`);

  it('serves the last good list as held, even an expired one', async () => {
    const made = await bench();
    const first = await status(made, made.publisher.statusUri);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('application/statuslist+jwt');
    const token = await first.text();
    made.publisher.instead.set(STATUS_PATH, () => new Response('', { status: 500 }));
    made.clock.real = NOW + 10 * 86_400_000;
    await made.community.refresh();
    const later = await status(made, made.publisher.statusUri);
    expect(await later.text()).toBe(token);
    expect(Number(later.headers.get('age'))).toBe(864_000);
    // What can't be checked any more can't be shared any more.
    expect(made.community.items()).toEqual([]);
    expect(made.community.item(made.item.record.canonicalUrl)?.state).toBe('unchecked');
  });

  it('answers 503 when none is held, and holds none of a publisher that is not listed', async () => {
    const made = await bench();
    const none = await status(made, 'https://other.example/.well-known/pullquote/status.jwt');
    expect(none.status).toBe(503);
    expect(await none.json()).toMatchObject({ code: 'no-status-list', status: 503 });
    await made.open({ publishers: [] });
    expect((await status(made, made.publisher.statusUri)).status).toBe(503);
    expect((await made.get(`/pq/records/${made.item.digest}`)).status).toBe(404);
  });

  it.each<[string, string, (one: TestPublisher) => Promise<unknown> | unknown]>([
    ['older than the one that is held', 'list-older', (one) => (one.iat -= 1)],
    ['from the future', 'list-future', (one) => (one.iat = seconds() + 3_600)],
    ['signed by the record key', 'signature', (one) => (one.statusKey = one.recordKey)],
    ['over 256 KB', 'too-large', (one) => one.instead.set(STATUS_PATH, () => new Response('x'.repeat(256 * 1024 + 1)))],
    ['redirected', 'redirect', (one) => one.instead.set(STATUS_PATH, () => Response.redirect(`${one.origin}/s`, 302))],
  ])('refuses one that is %s: %s', async (_, code, prepare) => {
    const made = await bench();
    const before = await (await status(made, made.publisher.statusUri)).text();
    // A thief's list would also un-withdraw: here it would suspend.
    made.publisher.states.set(7, 'suspended');
    const { statusKey } = made.publisher;
    made.publisher.descriptor = { statusJwks: { keys: [publicKey(statusKey)] } };
    await prepare(made.publisher);
    const [report] = (await made.community.refresh()).publishers;
    expect(report?.refused).toMatchObject([{ subject: 'status list', code }]);
    expect(await (await status(made, made.publisher.statusUri)).text()).toBe(before);
    expect(made.community.items()).toHaveLength(1);
  });

  it('takes a newer list of the same second', async () => {
    const made = await bench();
    made.publisher.states.set(7, 'suspended');
    await made.community.refresh();
    expect(made.community.item(made.item.record.canonicalUrl)?.state).toBe('suspended');
    expect(made.community.items()).toEqual([]);
  });

  it.each(['superseded', 'suspended'] as const)('does not offer an item that is %s', async (state) => {
    const made = await bench();
    made.publisher.states.set(7, state);
    made.publisher.iat += 1;
    await made.community.refresh();
    expect(made.community.items()).toEqual([]);
    expect(made.community.item(made.item.record.canonicalUrl)?.state).toBe(state);
  });

  it('does not offer an item that has expired or is for another country', async () => {
    const { made, publisher } = await prepared(async (one) => {
      await one.add({ exp: seconds() - 1 });
      await one.add({
        id: 'urn:example:de',
        canonicalUrl: `${one.origin}/de`,
        audience: { roles: ['x'], countries: ['DE'] },
      });
    });
    await made.community.refresh();
    expect(made.community.items()).toEqual([]);
    expect(made.community.item(`${publisher.origin}/lipitor-interactions`)?.state).toBe('expired');
    expect(made.community.item(`${publisher.origin}/de`)?.state).toBe('not-for-audience');
  });
});

describe('withdrawal', () => {
  it('answers 410 with the signed tombstone, by address and by digest', async () => {
    const made = await bench();
    await made.publisher.withdraw(made.item);
    made.publisher.iat += 1;
    expect((await made.community.refresh()).publishers[0]).toMatchObject({ withdrawn: 1, refusedCount: 0 });
    const tombstone = made.publisher.files.get(tombstonePath(made.item.digest));
    for (const path of [byUrl(made.item.record.canonicalUrl), `/pq/records/${made.item.digest}`]) {
      const response = await made.get(path);
      expect(response.status).toBe(410);
      expect(response.headers.get('content-type')).toBe('application/jose');
      expect(await response.text()).toBe(tombstone);
    }
    expect(made.community.items()).toEqual([]);
    expect(made.rows('SELECT 1 FROM version WHERE jws IS NOT NULL')).toEqual([]);
  });

  it('is sticky: a newer list and a restored catalogue change nothing, nor does a restart', async () => {
    const made = await bench();
    const jws = made.publisher.files.get(recordPath(made.item.digest)) ?? '';
    await made.publisher.withdraw(made.item);
    made.publisher.iat += 1;
    await made.community.refresh();
    made.publisher.states.clear();
    made.publisher.iat += 10;
    made.publisher.files.set(recordPath(made.item.digest), jws);
    made.publisher.entries.splice(0, 1, {
      ...(made.publisher.entries[0] as (typeof made.publisher.entries)[0]),
      withdrawn: false,
    });
    await made.community.refresh();
    await made.open();
    await made.community.refresh();
    expect((await made.get(`/pq/records/${made.item.digest}`)).status).toBe(410);
    expect(made.community.item(made.item.record.canonicalUrl)?.state).toBe('withdrawn');
  });

  it('holds by the list alone, before the tombstone has come, and when the list is gone again', async () => {
    const made = await bench();
    made.publisher.states.set(7, 'withdrawn');
    made.publisher.iat += 1;
    await made.community.refresh();
    const response = await made.get(`/pq/records/${made.item.digest}`);
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ code: 'withdrawn' });
    made.publisher.states.clear();
    made.publisher.iat += 1;
    await made.community.refresh();
    expect((await made.get(`/pq/records/${made.item.digest}`)).status).toBe(410);
  });

  it('knows an item that was withdrawn before it was ever seen here', async () => {
    const { made, publisher } = await prepared(async (one) => one.withdraw(await one.add()));
    await made.community.refresh();
    expect((await made.get(byUrl(`${publisher.origin}/lipitor-interactions`))).status).toBe(410);
  });

  it('does not believe a catalogue without a signed word, nor a tombstone by another key', async () => {
    const made = await bench();
    await made.publisher.withdraw(made.item, await generateKey());
    made.publisher.states.clear();
    const [report] = (await made.community.refresh()).publishers;
    expect(report).toMatchObject({ withdrawn: 0, refused: [{ code: 'signature' }] });
    expect((await made.get(`/pq/records/${made.item.digest}`)).status).toBe(200);
  });
});

function endless(): Response {
  return new Response(
    new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(120)) }),
  );
}
