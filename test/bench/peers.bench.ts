import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { startCommunitySite, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';
import { pageOf, serveContestants, type Contestant } from './support/contestants.js';
import { installFlatten } from './support/flatten.js';
import { publishItems, type Item } from './support/items.js';
import { cpu, heap, median, openTab, type Tab } from './support/measure.js';
import type {} from './support/peer.js';

const COUNT = 200;
const RECORDS = 50;
const ROUNDS = 7;

let browser: Browser;
let site: CommunitySite;
let items: Item[];
let contestants: readonly Contestant[];

beforeAll(async () => {
  browser = await launchChromium();
  const publisher = await createTestPublisher();
  site = await startCommunitySite([publisher], "default-src * 'unsafe-inline' data:");
  items = await publishItems(site, publisher, RECORDS);
  contestants = await serveContestants(site, items);
  site.pages.set('/all', { body: pageOf(contestants) });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Parses what a server would have written, and lets whoever owns it fill it. */
function showComponent({ tab }: Tab, markup: string, name: string): Promise<void> {
  return tab.evaluate(
    async ({ text, peer }) => {
      const holder = document.createElement('section');
      // As a server's own page comes: parsed by the browser. The text is the bench's.
      holder.innerHTML = text;
      document.body.append(holder);
      await globalThis.peers?.[peer]?.start(holder);
    },
    { text: markup, peer: name },
  );
}

/** Takes what the component shows off the page and keeps it as plain markup, with its style sheets in force. */
function toYardstick({ tab }: Tab): Promise<string> {
  return tab.evaluate(() => {
    const holder = document.querySelector('body > section');
    if (!holder || !globalThis.flatten) throw new Error('There is nothing to flatten.');
    const { markup, sheets } = globalThis.flatten(holder);
    holder.remove();
    document.adoptedStyleSheets = [...sheets];
    return markup;
  });
}

function showYardstick({ tab }: Tab, markup: string): Promise<void> {
  return tab.evaluate((text) => {
    const holder = document.createElement('section');
    // The yardstick itself: the same content, parsed by the browser.
    holder.innerHTML = text;
    document.body.append(holder);
  }, markup);
}

function clear({ tab }: Tab): Promise<void> {
  return tab.evaluate(() => {
    document.querySelector('body > section')?.remove();
    document.adoptedStyleSheets = [];
  });
}

interface Figures {
  readonly component: number[];
  readonly yardstick: number[];
  readonly heap: number[];
}

async function measure(tab: Tab, { name, placeholder, bare = placeholder }: Contestant, into: Figures): Promise<void> {
  const posts = Array.from({ length: COUNT }, (_, n) => bare(items[n % RECORDS] as Item, site.origin)).join('');
  const before = await heap(tab);
  into.component.push(await cpu(tab, () => showComponent(tab, posts, name)));
  into.heap.push(((await heap(tab)) - before) / COUNT / 1024);
  const markup = await toYardstick(tab);
  into.yardstick.push(await cpu(tab, () => showYardstick(tab, markup)));
  await clear(tab);
}

it(`${COUNT} of each on one page, against the same content by innerHTML`, async () => {
  const tab = await openTab(browser, 'about:blank');
  await installFlatten(tab.tab);
  await tab.tab.goto(`${site.origin}/all`);
  const all = contestants.map((one): [Contestant, Figures] => [one, { component: [], yardstick: [], heap: [] }]);
  for (let round = 0; round <= ROUNDS; round++) {
    // Each round another one goes first. The first round warms up: it fetches and verifies every record.
    const order = [...all.slice(round % all.length), ...all.slice(0, round % all.length)];
    for (const [one, figures] of order)
      await measure(tab, one, round === 0 ? { component: [], yardstick: [], heap: [] } : figures);
  }
  for (const [{ name }, { component, yardstick, heap: bytes }] of all) {
    const ratio = median(component) / median(yardstick);
    console.log(
      `${name}: ${ratio.toFixed(2)} × innerHTML, ${median(component).toFixed(0)} ms against ${median(yardstick).toFixed(0)} ms for ${COUNT}, ${median(bytes).toFixed(2)} KB of heap each`,
    );
    if (name === 'pq-card') {
      expect.soft(ratio, name).toBeLessThanOrEqual(1.5);
      expect.soft(median(bytes), name).toBeLessThanOrEqual(1.5);
    }
  }
});
