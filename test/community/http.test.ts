import { parse, communityFileSchema } from '@pullquote/record';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCommunity } from '@pullquote/community';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bench, emptyBench, ORIGIN } from './setup.js';

const bundleDir = mkdtempSync(join(tmpdir(), 'pullquote-bundle-'));
beforeAll(() => {
  mkdirSync(join(bundleDir, 'chunks'));
  writeFileSync(join(bundleDir, 'pullquote.js'), 'export const entry = 1;');
  writeFileSync(join(bundleDir, 'chunks', 'dialog-a1B2.js'), 'export const dialog = 1;');
  writeFileSync(join(bundleDir, 'secret.js'), 'no');
});
afterAll(() => rmSync(bundleDir, { recursive: true, force: true }));

describe('/pq/', () => {
  it('says what the community is, with its public key alone', async () => {
    const made = await bench({ funding: 'Paid for by its members.' });
    const response = await made.get('/pq/community.json');
    expect(response.headers.get('content-type')).toBe('application/json');
    const text = await response.text();
    const file = parse(communityFileSchema, JSON.parse(text), 'folder');
    expect(file).toMatchObject({
      id: ORIGIN,
      name: 'Grand Round',
      country: 'US',
      count: 'shares',
      funding: 'Paid for by its members.',
      publishers: [{ origin: made.publisher.origin, name: 'Example Pharma, as moderators call it' }],
    });
    expect(text).not.toContain('"d":');
    await made.open();
    const again = (await (await made.get('/pq/community.json')).json()) as typeof file;
    expect(again.jwks).toEqual(file.jwks);
  });

  it('serves the script to be asked for again, and chunks for good', async () => {
    const made = await bench({ bundleDir });
    const script = await made.get('/pq/pullquote.js');
    expect(await script.text()).toContain('entry');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toBe('no-cache');
    const chunk = await made.get('/pq/chunks/dialog-a1B2.js');
    expect(chunk.headers.get('cache-control')).toContain('immutable');
    expect(chunk.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    '/pq/chunks/..%2fsecret.js',
    '/pq/chunks/none.js',
    '/pq/chunks/dialog-a1B2.css',
    '/pq/nothing',
    '/other',
    '/pq/share/x',
  ])('answers 404 with a reason for %s', async (path) => {
    const made = await bench({ bundleDir });
    const response = await made.get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('answers 304 to a browser that has it, and HEAD without a body', async () => {
    const made = await bench({ bundleDir });
    const status = `/pq/status?uri=${encodeURIComponent(made.publisher.statusUri)}`;
    for (const path of ['/pq/community.json', '/pq/pullquote.js', `/pq/records/${made.item.digest}`, status]) {
      const etag = (await made.get(path)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^"/);
      expect((await made.get(path, { 'if-none-match': etag })).status).toBe(304);
      expect((await made.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
      const head = await made.community.fetch(new Request(ORIGIN + path, { method: 'HEAD' }));
      expect([head.status, await head.text()]).toEqual([200, '']);
    }
  });

  it("leads to the host's composer without a fragment of its own", async () => {
    const made = await bench();
    const response = await made.get('/pq/share');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/new']);
  });

  it('lists what stands here and how fresh it is, without a figure of what doctors did', async () => {
    const made = await bench();
    made.clock.real += 5_000;
    for (const path of ['/pq', '/pq/'])
      expect(await (await made.get(path)).json()).toMatchObject({
        id: ORIGIN,
        publishers: [{ reached: true, secondsAgo: 5, versions: 1, status: { expired: false } }],
      });
  });

  it('asks for the address of a record or a list that is not named', async () => {
    const made = await bench();
    for (const path of ['/pq/record', '/pq/status?uri=']) expect((await made.get(path)).status).toBe(400);
    const unknown = await made.get('/pq/record?url=https%3A%2F%2Fother.example%2Fx');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ code: 'unknown-item' });
  });

  it('says which method a path answers', async () => {
    const made = await bench();
    const response = await made.get('/pq/facts');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    const put = await made.community.fetch(new Request(`${ORIGIN}/pq/record`, { method: 'PUT' }));
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('configuration', () => {
  it.each<[string, Record<string, unknown>]>([
    ['origin', { origin: 'http://forum.example' }],
    ['origin', { origin: 'https://forum.example/path' }],
    ['country', { country: 'USA' }],
    ['compose', { compose: 'https://elsewhere.example/new' }],
    ['compose', { compose: '//elsewhere.example' }],
    ['compose', { compose: '/new#x' }],
    ['count', { count: 'some' }],
    ['member', { member: 'doctor' }],
    ['pollSeconds', { pollSeconds: 0 }],
    ['publishers.0.origin', { publishers: [{ origin: 'ftp://x', name: 'X' }] }],
    ['publishers.0.name', { publishers: [{ origin: 'https://x.example' }] }],
    ['publishers.0.thumbprints.0', { publishers: [{ origin: 'https://x.example', name: 'X', thumbprints: ['x'] }] }],
    ['publishers', { publishers: [1, 2].map(() => ({ origin: 'https://x.example', name: 'X' })) }],
    ['publisher', { publisher: [] }],
    ['dataDir', { dataDir: undefined }],
  ])('names the field %s', async (field, changes) => {
    const made = await emptyBench();
    const config = { ...made.config(), ...changes } as Parameters<typeof createCommunity>[0];
    const error = await createCommunity(config).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'CommunityError', code: 'config' });
    expect((error as Error).message).toContain(`${field}: `);
  });

  it('does not start with a key file that is damaged, and leaves it as it is', async () => {
    const made = await emptyBench();
    const path = join(made.dataDir, 'community-key.jwk');
    writeFileSync(path, '{"kty":"EC"}');
    await expect(made.open()).rejects.toMatchObject({ code: 'key-file' });
  });

  it('prefetches by itself once it is started', async () => {
    const made = await bench();
    const before = made.publisher.asked.length;
    made.community.start();
    await expect.poll(() => made.publisher.asked.length).toBeGreaterThan(before);
  });
});
