import { FOLDER_PATH, recordPath, signRecord, signTombstone, tombstonePath } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../packages/collector/src/catalogue/read-folder.js';
import { createTestPublisher } from '../support/publisher.js';
import { bench, NOW, PUBLISHER } from './setup.js';

const DAY_MS = 86_400_000;

/** A publisher's folder that can change, and what was asked of it. */
async function folder() {
  const publisher = await createTestPublisher();
  const signed = await publisher.sign();
  const { record } = signed;
  const files = new Map<string, string>();
  const asked: string[] = [];
  const fetch = (async (input: string) => {
    const path = input.slice(PUBLISHER.length);
    asked.push(path);
    const text = files.get(path);
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  }) as typeof globalThis.fetch;
  const { jwks, statusJwks } = publisher.listed;
  const describeIt = (entry: object = {}, more: object = {}) =>
    files.set(
      FOLDER_PATH,
      JSON.stringify({
        ...{ schema: 'pullquote-publisher/1', name: 'P', origin: PUBLISHER, jwks, statusJwks },
        status: `${PUBLISHER}/.well-known/pullquote/status.jwt`,
        catalogue: [{ id: record.id, version: 1, url: record.canonicalUrl, digest: signed.digest, ...entry }],
        ...more,
      }),
    );
  const tombstone = {
    ...{ schema: 'pullquote-tombstone/1' as const, iss: PUBLISHER, id: record.id, version: 1, digest: signed.digest },
    ...{ canonicalUrl: record.canonicalUrl, title: record.title, reason: 'A dose was wrong.', iat: NOW / 1_000 },
  };
  return { publisher, signed, record, files, asked, fetch, describeIt, tombstone };
}

describe('the catalogue', () => {
  it('is read from the folder, with titles from signed records, and remembers since when', async () => {
    const { store } = (await bench()).collector;
    const { signed, record, files, asked, fetch, describeIt } = await folder();
    describeIt();
    files.set(recordPath(signed.digest), signed.jws);
    expect(await readFolder(PUBLISHER, store.catalogue, { fetch, clock: () => NOW })).toBe(1);
    const first = await store.catalogue.read(PUBLISHER);
    expect(first).toEqual({
      readDay: '2026-11-22',
      items: [{ item: record.id, version: 1, title: record.title, since: '2026-11-22' }],
    });
    asked.length = 0;
    await readFolder(PUBLISHER, store.catalogue, { fetch, clock: () => NOW + 9 * DAY_MS });
    expect(await store.catalogue.read(PUBLISHER)).toEqual({ ...first, readDay: '2026-12-01' });
    expect(asked).toEqual([FOLDER_PATH]);
  });

  it('believes a recall that is signed, and none that is not; and what was recalled stays so', async () => {
    const { store } = (await bench()).collector;
    const { publisher, signed, files, fetch, describeIt, tombstone } = await folder();
    const read = async () => {
      await readFolder(PUBLISHER, store.catalogue, { fetch, clock: () => NOW });
      return (await store.catalogue.read(PUBLISHER)).items[0];
    };
    describeIt({ withdrawn: true });
    expect((await read())?.recall).toBeUndefined();
    files.set(
      tombstonePath(signed.digest),
      (await signTombstone(tombstone, (await createTestPublisher()).recordKey)).jws,
    );
    expect((await read())?.recall).toBeUndefined();
    files.set(tombstonePath(signed.digest), (await signTombstone(tombstone, publisher.recordKey)).jws);
    const recall = { iat: NOW / 1_000, day: '2026-11-22', reason: 'A dose was wrong.' };
    expect((await read())?.recall).toEqual(recall);
    describeIt();
    expect((await read())?.recall).toEqual(recall);
  });

  it('takes no title from a record that somebody else has signed', async () => {
    const { store } = (await bench()).collector;
    const { signed, record, files, fetch, describeIt } = await folder();
    describeIt();
    files.set(recordPath(signed.digest), (await signRecord(record, (await createTestPublisher()).recordKey)).jws);
    await readFolder(PUBLISHER, store.catalogue, { fetch, clock: () => NOW });
    expect((await store.catalogue.read(PUBLISHER)).items[0]).not.toHaveProperty('title');
  });

  it('stays as it was when the folder cannot be read, and says why', async () => {
    const { store } = (await bench()).collector;
    const { files, fetch, describeIt } = await folder();
    const read = () => readFolder(PUBLISHER, store.catalogue, { fetch, clock: () => NOW });
    await expect(read()).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('404') as string,
    });
    describeIt({}, { origin: 'https://other.example' });
    await expect(read()).rejects.toMatchObject({ code: 'config' });
    files.set(FOLDER_PATH, '{');
    await expect(read()).rejects.toMatchObject({ code: 'config' });
    expect(await store.catalogue.read(PUBLISHER)).toEqual({ items: [] });
  });
});
