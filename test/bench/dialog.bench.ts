import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';
import { serveContestants, tagsOf } from './support/contestants.js';
import { publishItems } from './support/items.js';
import { median } from './support/measure.js';
import { HOST_SCRIPT, OPENERS, yardstickStyle, type Opener } from './support/openers.js';
import { clickToPainted, installStopwatch } from './support/painted.js';

const PAGES = 20;
const LATER_CLICKS = 4;
const BUDGET = 1.2;

let browser: Browser;
let site: CommunitySite;

beforeAll(async () => {
  browser = await launchChromium();
  const publisher = await createTestPublisher();
  site = await startCommunitySite([publisher], "default-src 'self' 'unsafe-inline'");
  const items = await publishItems(site, publisher, 1);
  const peers = await serveContestants(site, items, ['web-social-share']);
  site.pages.set('/host.js', { type: 'text/javascript', body: HOST_SCRIPT });
  site.pages.set('/yardstick.css', { type: 'text/css', body: yardstickStyle({ width: 640, height: 600 }) });
  const body = `<p><button id="toggle" type="button">Toggle</button></p><div id="plain" hidden></div>
<p><pq-share item="${items[0]?.url ?? ''}"></pq-share></p>
<p><button id="sheet" type="button">Sheet</button></p><web-social-share show="false"></web-social-share>
${'<p>What a thread says.</p>'.repeat(50)}`;
  const head = `<link rel="stylesheet" href="/yardstick.css">${tagsOf(peers)}<script type="module" src="/host.js"></script>`;
  site.pages.set('/page', { body: page(body, { head }) });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(): Promise<Page> {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await installStopwatch(tab);
  await tab.goto(`${site.origin}/page`);
  await tab.locator('pq-share [part=button]').waitFor();
  await tab.waitForFunction(() => document.querySelector('web-social-share')?.shadowRoot?.querySelector('button'));
  return tab;
}

/** Makes the yardstick as large as the dialog is once it shows the label and its form. */
async function fitYardstick(): Promise<void> {
  const tab = await open();
  await tab.locator('pq-share [part=button]').click();
  await tab.locator('pq-share-dialog .post').waitFor();
  const box = await tab.locator('pq-share-dialog dialog').boundingBox();
  if (!box) throw new Error('The dialog has no size.');
  site.pages.set('/yardstick.css', { type: 'text/css', body: yardstickStyle(box) });
  await tab.close();
}

async function once(tab: Page, { button, isShown, close, settled }: Opener, isFirst: boolean): Promise<number> {
  const time = await clickToPainted(tab, button, isShown);
  if (isFirst && settled !== undefined) await tab.locator(settled).waitFor();
  await tab.evaluate(close);
  return time;
}

it('click → on screen, against toggling a div of the same size', async () => {
  const all = OPENERS.map((opener) => ({ opener, first: [] as number[], later: [] as number[] }));
  await fitYardstick();
  for (let n = 0; n < PAGES; n++) {
    const tab = await open();
    // On each page another one goes first.
    const order = [...all.slice(n % all.length), ...all.slice(0, n % all.length)];
    for (const { opener, first } of order) first.push(await once(tab, opener, true));
    for (let click = 0; click < LATER_CLICKS; click++)
      for (const { opener, later } of order) later.push(await once(tab, opener, false));
    await tab.close();
  }
  const [yardstick, ...others] = all;
  if (!yardstick) throw new Error('There is no yardstick.');
  for (const which of ['first', 'later'] as const)
    for (const one of others) {
      const [time, plain] = [median(one[which]), median(yardstick[which])];
      const ratio = time / plain;
      console.log(
        `${which} click → ${one.opener.name} on screen: ${ratio.toFixed(2)} × a div, ${time.toFixed(1)} ms against ${plain.toFixed(1)} ms, ${one[which].length} rounds`,
      );
      if (one.opener.name === 'pq-share') expect.soft(ratio, `${which} click`).toBeLessThanOrEqual(BUDGET);
    }
});
