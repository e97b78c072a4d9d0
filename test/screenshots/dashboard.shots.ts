import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { startDemoCollector, type DemoCollector } from '../support/demo-collector.js';

const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));
/** Public posts of the made-up year; `EVENTS=5000000` draws the whole one. */
const EVENTS = Number(process.env['EVENTS'] ?? 400_000);
const ITEM = 'urn:pullquote:content.meridian.example:statin-interactions';
const DESKTOP = { viewport: { width: 1280, height: 900 } };

const SHOTS: [name: string, path: string, options?: BrowserContextOptions][] = [
  ['between', '/'],
  ['between-dark', '/', { colorScheme: 'dark' }],
  ['between-phone', '/', { viewport: { width: 360, height: 780 } }],
  ['items', '/items'],
  ['item', `/item?item=${ITEM}`],
  ['item-phone-dark', `/item?item=${ITEM}`, { viewport: { width: 360, height: 780 }, colorScheme: 'dark' }],
  ['communities', '/communities'],
  ['label-trust', '/label-trust'],
  ['label-trust-phone', '/label-trust', { viewport: { width: 360, height: 780 } }],
  ['recalls', '/recalls'],
  ['data-quality', '/data-quality'],
  ['campaigns', '/campaigns'],
];

let browser: Browser;
let demo: DemoCollector;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), startDemoCollector({ events: EVENTS })]);
}, 900_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

async function open(path: string, options: BrowserContextOptions = {}, on: DemoCollector = demo): Promise<Page> {
  const context = await browser.newContext({ ...DESKTOP, reducedMotion: 'reduce', ...options });
  await on.signIn(context);
  const tab = await context.newPage();
  await tab.goto(on.url + path);
  await tab.locator('main h1').first().waitFor();
  await tab.waitForFunction(() => document.querySelector('.loading, pq-plot:empty') === null, undefined, {
    timeout: 60_000,
  });
  await tab.waitForTimeout(200);
  return tab;
}

it.each(SHOTS)('takes the picture of the dashboard: %s', async (name, path, options) => {
  const tab = await open(path, options);
  expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await tab.screenshot({ path: `${images}dashboard-${name}.png`, fullPage: true });
  await tab.context().close();
});

it('takes the picture of the form for a campaign window', async () => {
  const tab = await open('/campaigns');
  await tab.getByRole('button', { name: 'Add a window' }).click();
  await tab.getByLabel('Name').fill('Hypertension congress 2026');
  await tab.getByLabel('First day').fill('2026-06-20');
  await tab.getByLabel('Last day').fill('2026-06-18');
  await tab.getByRole('button', { name: 'Add', exact: true }).click();
  await tab.screenshot({ path: `${images}dashboard-campaign-form.png` });
  await tab.context().close();
});

it('takes the picture of the handout', async () => {
  // A sheet of A4 between its margins.
  const tab = await open('/', { viewport: { width: 680, height: 962 } });
  await tab.emulateMedia({ media: 'print' });
  await tab.waitForTimeout(300);
  await tab.screenshot({ path: `${images}dashboard-print.png`, fullPage: true });
  await tab.context().close();
});

it('takes the pictures of the first day and of a session that has ended', async () => {
  const empty = await startDemoCollector({ events: 0 });
  const first = await open('/', {}, empty);
  await first.screenshot({ path: `${images}dashboard-first-day.png`, fullPage: true });
  await first.context().clearCookies();
  await first.getByRole('link', { name: 'Recalls' }).click();
  await first.getByRole('heading', { name: 'You are signed out' }).first().waitFor();
  await first.screenshot({ path: `${images}dashboard-signed-out.png` });
  await first.context().close();
  await empty.close();
});
