import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {} from '@pullquote/elements';
import { launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';
import { publishItems } from './support/items.js';
import { cpu, heap, layoutShift, median, openTab } from './support/measure.js';

const CARDS = 1_000;
const RECORDS = 50;
const ROUNDS = 5;

let browser: Browser;
let site: CommunitySite;
let links: string[];

beforeAll(async () => {
  browser = await launchChromium();
  const publisher = await createTestPublisher();
  site = await startCommunitySite([publisher], "default-src 'self'");
  const items = await publishItems(site, publisher, RECORDS);
  links = items.map(({ link }) => link);
  const posts = items.slice(0, 20).map(({ post }) => post);
  site.pages.set('/empty', { body: page('<main></main>') });
  site.pages.set('/late.js', { type: 'text/javascript', body: 'setTimeout(() => import("/pq/pullquote.js"), 300);' });
  site.pages.set('/late', {
    body: page(posts.join(''), { script: false, head: '<script type="module" src="/late.js"></script>' }),
  });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

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

/** The cards' own content as markup, with their style sheets on the page. */
async function sameContent(tab: Page): Promise<string> {
  return tab.evaluate((count) => {
    const content = [...document.querySelectorAll('pq-card')].map(
      ({ shadowRoot }) => shadowRoot?.innerHTML.replace(/<!--.*?-->/g, '') ?? '',
    );
    const sheets = document.querySelector('pq-card')?.shadowRoot?.adoptedStyleSheets ?? [];
    document.adoptedStyleSheets = [...sheets];
    return Array.from({ length: count }, (_, n) => `<div class="host">${content[n % content.length]}</div>`).join('');
  }, CARDS);
}

it.each(['none', 'all'] as const)(
  '1,000 verified cards against the same content by innerHTML, count: %s',
  async (count) => {
    const file = { type: 'application/json', body: JSON.stringify({ ...site.file, count }) };
    site.pages.set('/pq/community.json', file);
    site.pages.set('/pq/facts', { type: 'application/json', body: '{"accepted":20,"duplicates":0,"refused":[]}' });
    const asked = site.requests.length;
    const cards: number[] = [];
    const plain: number[] = [];
    const heaps: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const yardstick = await openTab(browser, `${site.origin}/empty`);
      await warm(yardstick.tab);
      const markup = await sameContent(yardstick.tab);
      plain.push(
        await cpu(yardstick, () =>
          yardstick.tab.evaluate((text) => {
            const holder = document.createElement('section');
            // The yardstick itself: the same content, parsed by the browser.
            holder.innerHTML = text;
            document.body.append(holder);
          }, markup),
        ),
      );
      await yardstick.tab.close();

      const fresh = await openTab(browser, `${site.origin}/empty`);
      await warm(fresh.tab);
      // The first look through a locator puts the test driver's own script into the page: that is not the cards' heap.
      await fresh.tab.locator('main > pq-card:state(verified)').count();
      const before = await heap(fresh);
      cards.push(await cpu(fresh, () => addCards(fresh.tab)));
      expect(await fresh.tab.locator('section > pq-card:state(verified)').count()).toBe(CARDS);
      heaps.push(((await heap(fresh)) - before) / CARDS / 1024);
      await fresh.tab.close();
    }
    const ratio = median(cards) / median(plain);
    const records = site.requests.slice(asked).filter(({ url }) => url.startsWith('/pq/records/'));
    const fetched = records.length / (ROUNDS * 2);
    console.log(
      `render, 1,000 cards, count: ${count}: ${ratio.toFixed(2)} × innerHTML (budget 1.5), ${median(cards).toFixed(0)} ms against ${median(plain).toFixed(0)} ms
JS heap per card: ${median(heaps).toFixed(2)} KB (budget 1.5)
records fetched and verified per page: ${fetched} for ${RECORDS} distinct (budget: one each)`,
    );
    expect(ratio).toBeLessThanOrEqual(1.5);
    expect(median(heaps)).toBeLessThanOrEqual(1.5);
    expect(fetched).toBe(RECORDS);
  },
);

it('layout shift when cards upgrade 300 ms late', async () => {
  const late = await openTab(browser, `${site.origin}/late`);
  await late.tab.waitForFunction(() => {
    const found = [...document.querySelectorAll('pq-card')];
    return found.length === 20 && found.every((card) => card.verdict);
  });
  await late.tab.waitForTimeout(500);
  const shift = await layoutShift(late);
  console.log(`layout shift, upgrade 300 ms late: ${shift.toFixed(4)} (budget 0.002)`);
  expect(shift).toBeLessThanOrEqual(0.002);
});
