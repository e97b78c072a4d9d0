import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {} from '@pullquote/elements';
import { launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, storedPost, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';

const CARDS = 1_000;
const RECORDS = 50;
const ROUNDS = 5;

let browser: Browser;
let site: CommunitySite;
const links: string[] = [];
let posts = '';

beforeAll(async () => {
  browser = await launchChromium();
  const publisher = await createTestPublisher();
  site = await startCommunitySite([publisher], "default-src 'self'");
  for (let n = 0; n < RECORDS; n++) {
    const signed = await publisher.sign({
      id: `urn:pullquote:bench:${n}`,
      canonicalUrl: `${publisher.origin}/item-${n}`,
    });
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    links.push(signed.link);
    if (n < 20)
      posts += `<article><p>My own words about this one.</p>${storedPost(signed.record, signed.link)}</article>`;
  }
  site.holdStatus(publisher.statusUri, await publisher.statusList());
  site.pages.set('/empty', { body: page('<main></main>') });
  site.pages.set('/late.js', {
    type: 'text/javascript',
    body: 'setTimeout(() => import("/pq/pullquote.js"), 300);',
  });
  site.pages.set('/late', {
    body: page(posts, { script: false, head: '<script type="module" src="/late.js"></script>' }),
  });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(path: string): Promise<{ tab: Page; devtools: CDPSession }> {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Performance.enable');
  await tab.goto(site.origin + path);
  return { tab, devtools };
}

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? NaN;
}

/** Seconds of main-thread work that `work` causes, layout and paint included. */
async function cpu(tab: Page, devtools: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const before = await metric(devtools, 'TaskDuration');
  await work();
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return (await metric(devtools, 'TaskDuration')) - before;
}

async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return metric(devtools, 'JSHeapUsedSize');
}

/** One of each record, so that every one is fetched and verified before the clock runs. */
async function warm(tab: Page): Promise<void> {
  await tab.evaluate(async (items) => {
    for (const item of items) {
      const card = document.createElement('pq-card');
      card.setAttribute('item', item);
      document.querySelector('main')?.append(card);
    }
    while (![...document.querySelectorAll('pq-card')].every((card) => card.verdict))
      await new Promise((done) => setTimeout(done, 20));
  }, links);
}

async function addCards(tab: Page): Promise<void> {
  await tab.evaluate(
    async ({ items, count }) => {
      const batch = document.createDocumentFragment();
      for (let n = 0; n < count; n++) {
        const card = document.createElement('pq-card');
        card.setAttribute('item', items[n % items.length] ?? '');
        batch.append(card);
      }
      const holder = document.createElement('section');
      holder.append(batch);
      document.body.append(holder);
      await new Promise((done) => setTimeout(done));
      await Promise.all([...holder.querySelectorAll('pq-card')].map((card) => card.updateComplete));
    },
    { items: links, count: CARDS },
  );
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

it('1,000 verified cards against the same content by innerHTML', async () => {
  const cards: number[] = [];
  const plain: number[] = [];
  let perCard = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { tab, devtools } = await open('/empty');
    await warm(tab);
    const markup = await tab.evaluate((count) => {
      const content = [...document.querySelectorAll('pq-card')].map(
        ({ shadowRoot }) => shadowRoot?.innerHTML.replace(/<!--.*?-->/g, '') ?? '',
      );
      const sheets = document.querySelector('pq-card')?.shadowRoot?.adoptedStyleSheets ?? [];
      document.adoptedStyleSheets = [...sheets];
      return Array.from({ length: count }, (_, n) => `<div class="host">${content[n % content.length]}</div>`).join('');
    }, CARDS);
    plain.push(
      await cpu(tab, devtools, () =>
        tab.evaluate((text) => {
          const holder = document.createElement('section');
          // The yardstick itself: the same content, parsed by the browser.
          holder.innerHTML = text;
          document.body.append(holder);
        }, markup),
      ),
    );
    await tab.close();

    const fresh = await open('/empty');
    await warm(fresh.tab);
    const before = await heap(fresh.devtools);
    cards.push(await cpu(fresh.tab, fresh.devtools, () => addCards(fresh.tab)));
    expect(await fresh.tab.locator('section > pq-card:state(verified)').count()).toBe(CARDS);
    perCard = ((await heap(fresh.devtools)) - before) / CARDS;
    await fresh.tab.close();
  }
  const requests = site.requests.filter(({ url }) => url.startsWith('/pq/records/')).length / (ROUNDS * 2);
  console.log(
    `render, 1,000 cards: ${(median(cards) / median(plain)).toFixed(2)} × innerHTML (budget 1.5), ${(median(cards) * 1000).toFixed(0)} ms against ${(median(plain) * 1000).toFixed(0)} ms`,
  );
  console.log(`JS heap per card: ${(perCard / 1024).toFixed(2)} KB (budget 1.5)`);
  console.log(`records fetched and verified per page: ${requests} for ${RECORDS} distinct (budget: one each)`);
});

it('layout shift when cards upgrade 300 ms late', async () => {
  const { tab } = await open('/late');
  await tab.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await tab.waitForFunction(() => {
    const found = [...document.querySelectorAll('pq-card')];
    return found.length === 20 && found.every((card) => card.verdict);
  });
  await tab.waitForTimeout(500);
  const shift = await tab.evaluate(() =>
    (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0),
  );
  console.log(`layout shift, upgrade 300 ms late: ${shift.toFixed(4)} (budget 0.002)`);
});
