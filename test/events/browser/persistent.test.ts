import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Fact } from '@pullquote/events';
import type { Counting } from '@pullquote/events/browser';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Browser, Page } from 'playwright-core';
import { rollup } from 'rollup';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../../support/chromium.js';
import { SHARED } from '../fixtures.js';
import { Relay } from './server.js';

interface Row {
  readonly fact: Fact;
  readonly day: number;
  readonly place: number;
  readonly status?: string;
}

declare global {
  interface Window {
    counting: Counting;
  }
}

/** Other work of the machine must not decide. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });

/** What stands in the page: the built package, as a page would load it, on a path that names a thread. */
const PAGE = `<!doctype html><title>Ward Round</title><script type="module">
  import { createCounting } from '/counting.js';
  const { storage, login = 'one' } = Object.fromEntries(new URLSearchParams(location.search));
  window.counting = createCounting({ endpoint: '/pq/facts', count: 'shares', storage, login, random: () => 0.2 });
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

  const open = async (one: Page, storage: 'memory' | 'persistent', thread = 7, login = 'one') => {
    await one.goto(`${origin}/threads/${thread}?storage=${storage}&login=${login}`);
    await one.waitForFunction(() => 'counting' in window);
  };
  const record = (one: Page, times = 1) =>
    one.evaluate(({ draft, n }) => { for (let i = 0; i < n; i++) window.counting.record(draft); }, { draft: SHARED, n: times }); // prettier-ignore
  /** Goes away while the server is down, and lets fail what the page sends on leaving. */
  const leave = async (one: Page) => {
    await one.goto('about:blank');
    await one.waitForTimeout(300);
  };
  const statuses = (one: Page) => one.evaluate(() => window.counting.entries().map(({ status }) => status));
  const inStorage = (one: Page) =>
    one.evaluate(
      () =>
        new Promise<{ key: unknown; value: Row }[]>((done) => {
          const opening = indexedDB.open('pullquote:one');
          opening.onsuccess = () => {
            const store = opening.result.transaction('facts').objectStore('facts');
            const [keys, values] = [store.getAllKeys(), store.getAll()];
            values.onsuccess = () => {
              opening.result.close();
              done(keys.result.map((key, i) => ({ key, value: values.result[i] as Row })));
            };
          };
        }),
    );

  it('tells the server neither the thread nor another origin', async () => {
    await open(page, 'memory');
    await record(page);
    await eventually(() => relay.stored.size).toBe(1);
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
    await eventually(() => relay.stored.size).toBe(1);
  });

  it('keeps facts of a dead server until the next page, and then stores each once', async () => {
    up = false;
    await open(page, 'persistent');
    await record(page, 30);
    await page.evaluate(() => window.counting.flush());
    expect(new Set(await statuses(page))).toEqual(new Set(['waiting']));
    await eventually(async () => (await inStorage(page)).length).toBe(30);
    const kept = await inStorage(page);
    const [first] = kept.map(({ value }) => value).sort((a, b) => a.place - b.place);
    expect(Object.keys(first ?? {}).sort()).toEqual(['day', 'fact', 'page', 'place']);
    expect(Object.keys(first?.fact ?? {}).sort()).toEqual(['depth', 'fact', 'id', 'item', 'version']);
    // Neither who nor when: a random name of the page, the fact's place in it, and the day.
    expect(Math.abs(Date.now() / 86_400_000 - (first?.day ?? 0))).toBeLessThan(2);
    expect(Number.isInteger(first?.day)).toBe(true);

    await leave(page);
    up = true;
    headers = [];
    await open(page, 'persistent', 8);
    await eventually(() => relay.stored.size).toBe(30);
    await eventually(async () => new Set(await statuses(page))).toEqual(new Set(['stored']));
    await eventually(async () => new Set((await inStorage(page)).map(({ value }) => value.status))).toEqual(
      new Set(['stored']),
    );
    // The account of them outlives the page as they did, in their order, and none is sent again.
    const ids = await page.evaluate(() => window.counting.entries().map(({ id }) => id));
    await open(page, 'persistent', 9);
    await page.evaluate(() => window.counting.flush());
    expect(await page.evaluate(() => window.counting.entries().map(({ id }) => id))).toEqual(ids);
    expect(new Set(await statuses(page))).toEqual(new Set(['stored']));
    expect(headers).toHaveLength(2); // Of at most twenty each.
  });

  const later = (days: number) => page.addInitScript((ms) => {
      const { now } = Date;
      Date.now = () => now() + ms;
    }, days * 86_400_000); // prettier-ignore

  it.each([
    ['waits for 13 days says so', 13, 'stored', 13],
    ['was made before the clock was set back a day goes without', -1, 'stored', undefined],
    ['waits for 14 days is lost, for the server may have forgotten its id', 14, 'lost', undefined],
  ] as const)('a fact that %s', async (_, days, status, age) => {
    up = false;
    await open(page, 'persistent');
    await record(page);
    await page.evaluate(() => window.counting.flush());
    await eventually(async () => (await inStorage(page)).length).toBe(1);
    await leave(page);
    up = true;
    await later(days);
    await open(page, 'persistent', 8);
    await eventually(() => statuses(page)).toEqual([status]);
    expect([...relay.stored.values()].map((fact) => fact.age)).toEqual(status === 'stored' ? [age] : []);
    if (status === 'lost') await eventually(() => inStorage(page)).toEqual([]);
  });

  it('another login finds nothing of the one before, and what that left is deleted', async () => {
    up = false;
    await open(page, 'persistent', 7, 'one');
    await record(page, 3);
    await eventually(async () => (await inStorage(page)).length).toBe(3);
    await leave(page);
    up = true;
    await open(page, 'persistent', 7, 'two');
    await page.evaluate(() => window.counting.flush());
    expect(await statuses(page)).toEqual([]);
    await eventually(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
      'pullquote:two',
    ]);
    await open(page, 'persistent', 7, 'one');
    await page.evaluate(() => window.counting.flush());
    expect(await statuses(page)).toEqual([]);
    expect(relay.stored.size).toBe(0);
  });

  it('a page that another login overtakes sends nothing more, nor when it comes back from the history', async () => {
    up = false;
    const other = await page.context().newPage();
    await open(page, 'persistent', 7, 'one');
    await record(page, 3);
    await page.evaluate(() => window.counting.flush());
    await open(other, 'persistent', 7, 'two');
    await eventually(() => statuses(page)).toEqual([]);
    const before = headers.length;
    up = true;
    await page.evaluate(() => {
      window.dispatchEvent(new Event('pageshow'));
      window.dispatchEvent(new Event('online'));
    });
    await record(page);
    await page.evaluate(() => window.counting.flush());
    expect(headers).toHaveLength(before);
    expect(relay.stored.size).toBe(0);
  });

  it('what a closed page left goes out from one that stayed open, once the network is back', async () => {
    up = false;
    const other = await page.context().newPage();
    await open(other, 'persistent', 8);
    await other.evaluate(() => window.counting.flush());
    await open(page, 'persistent');
    await record(page, 5);
    await page.evaluate(() => window.counting.flush());
    await eventually(async () => (await inStorage(page)).length).toBe(5);
    await page.close();
    up = true;
    await other.evaluate(() => void window.dispatchEvent(new Event('online')));
    await eventually(() => relay.stored.size).toBe(5);
    await eventually(() => statuses(other)).toEqual(Array(5).fill('stored'));
  });

  it('stores what is recorded in one go with one wait for the disk', async () => {
    up = false;
    await open(page, 'persistent');
    await page.evaluate(() => window.counting.flush());
    await page.evaluate(() => {
      const { transaction } = IDBDatabase.prototype;
      const writes: unknown[] = [];
      IDBDatabase.prototype.transaction = function (...how) {
        if (how[1] === 'readwrite') writes.push(how);
        return transaction.apply(this, how);
      };
      Object.assign(window, { writes });
    });
    await record(page, 100);
    await eventually(async () => (await inStorage(page)).length).toBe(100);
    expect(await page.evaluate(() => (window as unknown as { writes: unknown[] }).writes.length)).toBe(1);
  });

  it('keeps nothing of what was recorded right before everything is erased', async () => {
    up = false;
    await open(page, 'persistent');
    await page.evaluate((draft) => {
      window.counting.record(draft);
      return window.counting.erase();
    }, SHARED);
    await page.waitForTimeout(300);
    expect(await inStorage(page)).toEqual([]);
  });

  it('takes no harm from what anybody wrote into its store', async () => {
    await open(page, 'persistent');
    await page.evaluate(() => new Promise((done) => {
        const opening = indexedDB.open('pullquote:one');
        opening.onsuccess = () => {
          const change = opening.result.transaction('facts', 'readwrite');
          [null, 7, {}, { fact: null }, { fact: { id: 'x' }, day: 'never' }].forEach((junk, i) => change.objectStore('facts').put(junk, i));
          change.oncomplete = done;
        };
      })); // prettier-ignore
    await open(page, 'persistent', 8);
    await record(page);
    await eventually(() => statuses(page)).toEqual(['stored']);
    expect(await page.evaluate(() => window.counting.notice())).toBeUndefined();
  });

  it('two pages at once: each sends its own facts, and neither takes the other’s', async () => {
    up = false;
    const other = await page.context().newPage();
    await open(page, 'persistent');
    await record(page, 3);
    await page.evaluate(() => window.counting.flush());
    await open(other, 'persistent', 8);
    await other.evaluate(() => window.counting.flush());
    expect(await statuses(other)).toEqual(Array(3).fill('waiting'));
    await record(other, 2);
    up = true;
    await Promise.all([page, other].map((one) => one.evaluate(() => window.counting.flush())));
    await eventually(() => relay.stored.size).toBe(5);
    await eventually(() => statuses(page)).toEqual(Array(3).fill('stored'));
    // The account of the other page is told when the doctor comes back to this one.
    await other.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
    await eventually(() => statuses(other)).toEqual(Array(5).fill('stored'));
  });

  it('erases what is stored when a member logs out', async () => {
    up = false;
    await open(page, 'persistent');
    await record(page, 3);
    await eventually(async () => (await inStorage(page)).length).toBe(3);
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
    await eventually(() => relay.stored.size).toBe(2);
    expect(await page.evaluate(() => window.counting.notice())).toMatch(/^Nothing is kept beyond this page/);
    expect(errors).toEqual([]);
  });
});
