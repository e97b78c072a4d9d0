import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Assets } from '../../../packages/collector/src/dashboard/assets.js';
import { PAGE_PATHS } from '../../../packages/collector/src/dashboard/paths.js';
import { bench, OTHER_PUBLISHER, PUBLISHER, type Bench } from '../setup.js';

const EVIL = `"><script>alert(1)</script><img src=x onerror='alert(1)'>&`;
const folder = fileURLToPath(new URL('../../../packages/collector/dist/dashboard/', import.meta.url));

async function get({ collector }: Bench, path: string, headers: Record<string, string> = {}) {
  const response = await collector.fetch(new Request(`http://127.0.0.1${path}`, { headers, redirect: 'manual' }));
  return { response, text: await response.clone().text(), bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe('the dashboard’s pages', () => {
  it.each(Object.values(PAGE_PATHS))(
    'stand at %s, with a policy that lets in nothing but this server’s own files',
    async (path) => {
      const { response, text } = await get(await bench(), path);
      expect(response.status).toBe(200);
      const policy = response.headers.get('content-security-policy') ?? '';
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
      ])
        expect(policy.split('; ')).toContain(part);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?! type="module" src="\/assets\/)/i);
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('say without scripts where the same figures are', async () => {
    const { text } = await get(await bench(), '/');
    const plain = /<noscript>(.*)<\/noscript>/s.exec(text)?.[1]?.replace(/\s+/g, ' ') ?? '';
    expect(plain).toContain('needs JavaScript');
    expect(plain).toContain('pullquote-collector report');
    const it_ = await bench();
    const links = [...plain.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect((await get(it_, link)).response.status, link).toBe(200);
  });

  it('escape the publisher’s name', async () => {
    const { text } = await get(await bench({ publishers: [{ origin: PUBLISHER, name: EVIL }] }), '/');
    expect(text).not.toMatch(/<script>|<img/);
    expect(text).toContain('&lt;script&gt;alert(1)');
  });

  it('lead to the first publisher where an open collector serves several, and keep the rest of the address', async () => {
    const it_ = await bench({
      publishers: [
        { origin: PUBLISHER, name: 'A' },
        { origin: OTHER_PUBLISHER, name: 'B' },
      ],
    });
    const { response } = await get(it_, '/items?sort=-shared');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/items?sort=-shared&publisher=${encodeURIComponent(PUBLISHER)}`);
  });
});

describe('the dashboard’s files', () => {
  it('are named by their content, and kept for ever', async () => {
    const it_ = await bench();
    const { text } = await get(it_, '/');
    const paths = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths).toHaveLength(3);
    for (const path of paths) {
      const plain = await get(it_, path);
      expect(plain.response.status).toBe(200);
      expect(plain.response.headers.get('cache-control')).toContain('immutable');
      const small = await get(it_, path, { 'accept-encoding': 'gzip, br' });
      expect(small.response.headers.get('content-encoding')).toBe('br');
      expect(small.bytes.length).toBeLessThan(plain.bytes.length / 2);
    }
  });

  it.each([
    '/assets/manifest.json',
    '/assets/..%2fmanifest.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/dashboard-nothere00.js',
    '/assets/.js',
  ])('are all that is served: not %s', async (path) => {
    expect((await get(await bench(), path)).response.status).toBe(404);
  });

  it('hold nothing of another host', async () => {
    for (const name of await readdir(`${folder}assets`)) {
      if (name.endsWith('.br')) continue;
      const file = await new Assets().file(name, false);
      const text = new TextDecoder().decode(file?.body);
      const hosts = [...text.matchAll(/https?:\/\/([a-z0-9.-]+)/g)].map(([, host]) => host);
      // A name of XML's, where Lit explains itself in a message, and the example in the page for the first day: none is asked for.
      expect(
        hosts.filter((host) => !['www.w3.org', 'lit.dev', 'community.example'].includes(host ?? '')),
        name,
      ).toEqual([]);
    }
  });

  it('are said to be missing where they were not built', async () => {
    expect(await new Assets('/nowhere/').manifest()).toBeUndefined();
  });
});
