import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { startDemo } from '../../examples/forum/src/start-demo.js';
import { launchChromium } from '../support/chromium.js';

const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 720 };

it('takes the pictures of the docs', async () => {
  const root = await mkdtemp(join(tmpdir(), 'pullquote-shots-'));
  const demo = await startDemo({ root, quiet: true });
  const browser = await launchChromium();

  async function signedIn(name: string, options: Parameters<typeof browser.newContext>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: DESKTOP, ...options });
    const tab = await context.newPage();
    await tab.goto(demo.forum);
    await tab.getByRole('button', { name }).click();
    await tab.getByText(name).first().waitFor();
    return tab;
  }
  async function thread(tab: Page, url: string, name: string): Promise<void> {
    await tab.goto(url);
    const card = tab.locator('pq-card').first();
    await card.evaluate((element) => (element.closest('article') ?? element).scrollIntoView({ block: 'start' }));
    await tab.waitForTimeout(700);
    await tab.screenshot({ path: `${images}${name}.png` });
  }

  const publisher = await browser.newPage({ viewport: DESKTOP });
  await publisher.goto(`${demo.publisher}/lipitor-interactions`);
  await publisher.waitForTimeout(400);
  await publisher.screenshot({ path: `${images}publisher.png` });
  await publisher.getByRole('button', { name: 'Share in your community' }).click();
  await publisher.getByRole('link', { name: 'Grand Round' }).waitFor();
  await publisher.screenshot({ path: `${images}publisher-share.png` });

  const tab = await signedIn('Dr Amara Okafor');
  await tab.goto(`${demo.forum}/new#pq-share=${encodeURIComponent(`${demo.publisher}/lipitor-interactions`)}`);
  const dialog = tab.locator('dialog[open]');
  await dialog
    .getByRole('radio', { name: /All members can read it/ })
    .first()
    .check();
  await dialog
    .getByRole('textbox', { name: 'Your comment' })
    .fill('The digoxin line is the one I keep forgetting. Worth a look before the next lipid clinic.');
  await dialog.getByRole('group', { name: 'Approved excerpt' }).getByRole('radio').nth(3).check();
  const inside = dialog.locator('.body');
  await inside.evaluate((element) => element.scrollTo(0, 0));
  await tab.screenshot({ path: `${images}share-dialog.png` });
  await inside.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await tab.screenshot({ path: `${images}share-dialog-end.png` });
  await Promise.all([tab.waitForURL(/\/threads\//), dialog.getByRole('button', { name: 'Post' }).click()]);
  const url = tab.url();
  await thread(tab, url, 'thread');
  await thread(await signedIn('Dr Hannah Weiss', { viewport: PHONE, colorScheme: 'dark' }), url, 'thread-phone-dark');
  await thread(await signedIn('Dr Hannah Weiss', { forcedColors: 'active' }), url, 'thread-forced-colours');

  // Scripts off: the stored label alone.
  const context = await browser.newContext({
    viewport: DESKTOP,
    javaScriptEnabled: false,
    storageState: await tab.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(url);
  await plain.locator('blockquote').last().scrollIntoViewIfNeeded();
  await plain.screenshot({ path: `${images}thread-no-scripts.png` });

  await demo.closeDay();

  await demo.withdraw(`${demo.publisher}/lipitor-interactions`, 'A newer label changes the advice on digoxin.');
  await tab.waitForTimeout(8000);
  await tab.reload();
  await thread(tab, url, 'thread-withdrawn');

  await browser.close();
  await demo.stop();
  await rm(root, { recursive: true, force: true });
});
