import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Counting } from '@pullquote/events/browser';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Browser, Page } from 'playwright-core';
import { rollup } from 'rollup';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../../support/chromium.js';
import { SHARED } from '../fixtures.js';
import { Relay } from './server.js';

declare global {
  interface Window {
    counting: Counting;
  }
}

/** What stands in the page: the built package, as a page would load it, on a path that names a thread. */
const PAGE = `<!doctype html><title>Ward Round</title><script type="module">
  import { createCounting } from '/counting.js';
  const { storage } = Object.fromEntries(new URLSearchParams(location.search));
  window.counting = createCounting({ endpoint: '/pq/facts', count: 'shares', storage, random: () => 0.2 });
</script>`;

describe.skipIf(chromiumPath === undefined)('counting in a real browser', () => {
  let relay: Relay;
  let up = true;
  let headers: IncomingHttpHeaders[];
  let server: Server;
  let browser: Browser;
  let origin: string;
  let page: Page;

  beforeAll(async () => {
    const input = fileURLToPath(new URL('../../../packages/events/dist/browser/index.js', import.meta.url));
    const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true })] });
    const { output } = await bundle.generate({ format: 'es' });
    server = createServer((request, response) => {
      if (request.url === '/counting.js')
        return response.setHeader('content-type', 'text/javascript').end(output[0].code);
      if (request.method === 'GET') return response.setHeader('content-type', 'text/html').end(PAGE);
      headers.push(request.headers);
      if (!up) return request.destroy();
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const facts = JSON.parse(body) as unknown[];
        void relay.take(facts).text().then((answer) => response.setHeader('content-type', 'application/json').end(answer)); // prettier-ignore
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });
  beforeEach(async () => {
    relay = new Relay();
    headers = [];
    up = true;
    const context = await browser.newContext();
    page = await context.newPage();
    return () => context.close();
  });

  const open = async (one: Page, storage: 'memory' | 'persistent', thread = 7) => {
    await one.goto(`${origin}/threads/${thread}?storage=${storage}`);
    await one.waitForFunction(() => 'counting' in window);
  };
  const record = (one: Page, times = 1) =>
    one.evaluate(({ draft, n }) => { for (let i = 0; i < n; i++) window.counting.record(draft); }, { draft: SHARED, n: times }); // prettier-ignore
  const statuses = (one: Page) => one.evaluate(() => window.counting.entries().map(({ status }) => status));
  const inStorage = (one: Page) =>
    one.evaluate(
      () =>
        new Promise<{ key: unknown; value: unknown }[]>((done) => {
          const opening = indexedDB.open('pullquote');
          opening.onsuccess = () => {
            const store = opening.result.transaction('facts').objectStore('facts');
            const [keys, values] = [store.getAllKeys(), store.getAll()];
            values.onsuccess = () => {
              opening.result.close();
              done(keys.result.map((key, i) => ({ key, value: values.result[i] as unknown })));
            };
          };
        }),
    );

  it('tells the server neither the thread nor another origin', async () => {
    await open(page, 'memory');
    await record(page);
    await expect.poll(() => relay.stored.size).toBe(1);
    expect(headers[0]).toMatchObject({ origin, referer: `${origin}/`, 'sec-fetch-site': 'same-origin' });
    expect(JSON.stringify(headers)).not.toContain('threads');
  });

  it('does not lose a fact to a page that is left at once', async () => {
    await open(page, 'memory');
    await page.evaluate((draft) => {
      window.counting.record(draft);
      location.href = '/threads/8?storage=memory';
    }, SHARED);
    await page.waitForURL('**/threads/8*');
    await expect.poll(() => relay.stored.size).toBe(1);
  });

  it('keeps facts of a dead server until the next page, and then stores each once', async () => {
    up = false;
    await open(page, 'persistent');
    await record(page, 30);
    await page.evaluate(() => window.counting.flush());
    expect(new Set(await statuses(page))).toEqual(new Set(['waiting']));
    await expect.poll(async () => (await inStorage(page)).length).toBe(30);
    const kept = await inStorage(page);
    expect(Object.keys(kept[0]?.value as object).sort()).toEqual([
      'depth',
      'fact',
      'id',
      'item',
      'version',
      'visibility',
    ]);
    // Neither who nor when: a random name of the page, and the fact's place in it.
    expect(kept.map(({ key }) => (key as [string, number])[1])).toEqual(kept.map((_, i) => i));

    await page.goto('about:blank');
    up = true;
    await open(page, 'persistent', 8);
    await expect.poll(() => relay.stored.size).toBe(30);
    await expect.poll(async () => new Set(await statuses(page))).toEqual(new Set(['stored']));
    await expect.poll(async () => (await inStorage(page)).length).toBe(0);
  });

  it('two pages at once: each sends its own facts, and neither takes the other’s', async () => {
    up = false;
    const other = await page.context().newPage();
    await open(page, 'persistent');
    await record(page, 3);
    await page.evaluate(() => window.counting.flush());
    await open(other, 'persistent', 8);
    await other.evaluate(() => window.counting.flush());
    expect(await statuses(other)).toEqual([]);
    await record(other, 2);
    up = true;
    await Promise.all([page, other].map((one) => one.evaluate(() => window.counting.flush())));
    await expect.poll(() => relay.stored.size).toBe(5);
    expect([await statuses(page), await statuses(other)]).toEqual([Array(3).fill('stored'), Array(2).fill('stored')]);
  });

  it('erases what is stored when a member logs out', async () => {
    up = false;
    await open(page, 'persistent');
    await record(page, 3);
    await expect.poll(async () => (await inStorage(page)).length).toBe(3);
    await page.evaluate(() => window.counting.erase());
    expect(await inStorage(page)).toEqual([]);
    up = true;
    await open(page, 'persistent');
    await page.evaluate(() => window.counting.flush());
    expect(await statuses(page)).toEqual([]);
    expect(relay.stored.size).toBe(0);
  });

  it('goes on in memory where the browser denies storage, and says so', async () => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await open(page, 'persistent');
    await record(page, 2);
    await expect.poll(() => relay.stored.size).toBe(2);
    expect(await page.evaluate(() => window.counting.notice())).toMatch(/^This browser does not keep facts for later/);
    expect(errors).toEqual([]);
  });
});
