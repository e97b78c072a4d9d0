import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePublisherFolder, recordPath, STATUS_PATH, tombstonePath } from '@pullquote/record';
import { readIndex, openProject, verifyFolder } from 'pullquote';
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import {
  createPublisherSite,
  DEMO_ITEMS,
  prepareDemo,
  type DemoProject,
  type PublisherSite,
} from '@pullquote/example-publisher';
import { scratch } from './project.js';

const ORIGIN = 'http://127.0.0.1:4801';
const SETTINGS = {
  origin: ORIGIN,
  eventsUrl: 'http://127.0.0.1:4802',
  communities: [{ name: 'Grand Round', share: 'http://localhost:4800/pq/share' }],
  statusTtlSeconds: 30,
};

let demo: DemoProject;
let site: PublisherSite;
beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'pullquote-'));
  demo = await prepareDemo({ ...SETTINGS, root });
  const elementsDir = join(root, 'bundle');
  await mkdir(join(elementsDir, 'chunks'), { recursive: true });
  await writeFile(join(elementsDir, 'pullquote.js'), 'export {};');
  await writeFile(join(elementsDir, 'chunks', 'dialog.js'), 'export {};');
  await writeFile(join(root, 'secret.js'), 'never');
  site = await createPublisherSite({ publicDir: demo.publicDir, origin: ORIGIN, elementsDir });
  return () => rm(root, { recursive: true, force: true });
});

const get = (path: string, init?: RequestInit) => site.fetch(new Request(ORIGIN + path, init));
/** The site as `fetch`, so that it is verified over HTTP without a socket. */
const overHttp: typeof fetch = (input, init) => site.fetch(new Request(input as string, init));

it('is verified as a hosted folder, from its origin', async () => {
  const report = await verifyFolder(ORIGIN, { fetch: overHttp });
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(report.counts).toEqual({ records: 3, tombstones: 0 });
});

it.each([
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } }),
    'is redirected',
  ],
  ['a server error', () => new Response('', { status: 500 }), 'status 500'],
  ['no CORS header', () => new Response('{}'), 'Access-Control-Allow-Origin'],
  [
    'an endless answer',
    () =>
      new Response(new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(4_000_000)) }), {
        headers: { 'access-control-allow-origin': '*' },
      }),
    'is larger than',
  ],
])('verify meets %s at the hosted folder and says so', async (_name, answer, words) => {
  const { ok, checks } = await verifyFolder(ORIGIN, { fetch: () => Promise.resolve(answer()) });
  expect(ok).toBe(false);
  expect(checks[0]?.detail).toContain(words);
});

it('names the collector and the community in its descriptor', async () => {
  const response = await get('/.well-known/pullquote.json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('content-type')).toBe('application/json');
  const folder = parsePublisherFolder(await response.json());
  expect(folder).toMatchObject({ origin: ORIGIN, events: SETTINGS.eventsUrl, communities: SETTINGS.communities });
  expect(folder.catalogue.map(({ url }) => url)).toEqual(DEMO_ITEMS.map(({ name }) => `${ORIGIN}/${name}`));
  const record = await get(recordPath(folder.catalogue[0]?.digest ?? ''));
  expect(record.headers.get('content-type')).toBe('application/jose');
  expect(record.headers.get('cache-control')).toContain('immutable');
  expect((await get(STATUS_PATH)).headers.get('content-type')).toBe('application/statuslist+jwt');
});

it('answers 304 to whoever has the file already', async () => {
  const first = await get('/.well-known/pullquote.json');
  const etag = first.headers.get('etag') ?? '';
  for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
    const again = await get('/.well-known/pullquote.json', { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
  expect((await get('/.well-known/pullquote.json', { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
});

describe('a content page', () => {
  it.each(DEMO_ITEMS)('$name has one share button near its title, its source and a strict policy', async ({ name }) => {
    const response = await get(`/${name}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "require-trusted-types-for 'script'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.match(/<pq-share /g)).toHaveLength(1);
    expect(page).toContain(`<pq-share item="${ORIGIN}/${name}"`);
    expect(page.indexOf('<pq-share')).toBeLessThan(page.indexOf('On this page'));
    expect(page).toContain('<link rel="pullquote" href="/.well-known/pullquote.json"');
    expect(page).toContain('Source and company involvement');
    expect(page).toContain('not affiliated with the companies');
    expect(page).not.toMatch(/ style=| on[a-z]+=|<script(?! type="module" src=)/);
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  it('shows the label’s own text, with its table', async () => {
    const page = await (await get('/lipitor-interactions')).text();
    expect(page).toContain('HIV protease inhibitor (nelfinavir)<br />Hepatitis C protease inhibitor (boceprevir)');
    expect(page).toContain('steady state plasma digoxin concentrations increased by approximately 20%');
    expect(page).toContain('&#62;1.2 liters per day');
    expect(page.indexOf('Important safety information')).toBeLessThan(page.indexOf('<h2>At a glance'));
  });

  it('leads to the prescribing information in one click', async () => {
    expect(await (await get('/lipitor-interactions')).text()).toContain(
      `href="${ORIGIN}/lipitor-prescribing-information"`,
    );
    const page = await (await get('/lipitor-prescribing-information')).text();
    for (const heading of [
      'Contraindications',
      'Warnings and precautions',
      'Adverse reactions',
      'Clinical pharmacology',
    ])
      expect(page).toContain(heading);
  });
});

describe('serves nothing else', () => {
  it.each([
    '/nope',
    '/pullquote/../secret.js',
    '/pullquote/%2e%2e/secret.js',
    '/pullquote/..%2fsecret.js',
    '/.well-known/pullquote/keys/record.jwk',
    '/.well-known/pullquote/records/..%2f..%2fx.jws',
    '/pullquote/chunks/nope.js',
    '/signed/index.json',
  ])('%s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('never');
  });

  it('takes no other method', async () => {
    const response = await get('/lipitor-interactions', { method: 'POST', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await (await get('/lipitor-interactions', { method: 'HEAD' })).text()).toBe('');
  });
});

it('serves the elements, entry and chunks', async () => {
  for (const path of ['/pullquote/pullquote.js', '/pullquote/chunks/dialog.js']) {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  }
});

it('keeps keys, records and withdrawals over a restart; a new origin signs anew with the same keys', async () => {
  const root = await scratch();
  const first = await prepareDemo({ ...SETTINGS, root });
  const key = await readFile(join(root, 'keys', 'record.jwk'), 'utf8');
  const digests = async () =>
    (await readIndex(await openProject(root))).records.map(({ digest, state }) => `${digest} ${state}`);
  const before = await digests();
  await prepareDemo({ ...SETTINGS, root });
  expect(await digests()).toEqual(before);

  await first.withdraw(`${ORIGIN}/lipitor-interactions`, 'A newer label exists.');
  await prepareDemo({ ...SETTINGS, root });
  expect((await digests()).filter((entry) => entry.endsWith('withdrawn'))).toHaveLength(1);
  const again = await createPublisherSite({ publicDir: first.publicDir, origin: ORIGIN, elementsDir: root });
  const page = await again.fetch(new Request(`${ORIGIN}/lipitor-interactions`));
  const text = await page.text();
  expect(page.status).toBe(410);
  expect(text).toContain('This item has been withdrawn');
  expect(text).toContain('A newer label exists.');
  expect(text).not.toContain('<pq-share');
  const { catalogue } = parsePublisherFolder(
    JSON.parse(await readFile(join(first.publicDir, '.well-known', 'pullquote.json'), 'utf8')),
  );
  const [gone] = catalogue.filter(({ withdrawn }) => withdrawn);
  expect((await again.fetch(new Request(ORIGIN + tombstonePath(gone?.digest ?? '')))).status).toBe(200);
  expect((await again.fetch(new Request(ORIGIN + recordPath(gone?.digest ?? '')))).status).toBe(404);

  const moved = await prepareDemo({ ...SETTINGS, root, origin: 'http://127.0.0.1:4999' });
  expect((await verifyFolder(moved.publicDir, { origin: 'http://127.0.0.1:4999' })).counts).toEqual({
    records: 3,
    tombstones: 0,
  });
  expect(await readFile(join(root, 'keys', 'record.jwk'), 'utf8')).toBe(key);
});
