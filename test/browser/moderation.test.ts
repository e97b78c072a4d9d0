import type { AxeResults } from 'axe-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from '../../examples/forum/src/start-demo.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(chromiumPath === undefined)('the moderators’ page in a browser', () => {
  const root = mkdtempSync(join(tmpdir(), 'pullquote-moderation-'));
  let demo: Demo;
  let browser: Browser;
  let moderator: Awaited<ReturnType<BrowserContext['storageState']>>;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([
      startDemo({ root, quiet: true, count: 'all', readers: true }),
      launchChromium(),
    ]);
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(`${demo.forum}/sign-in`);
    await tab.getByRole('button', { name: 'Dr Jonas Lindqvist' }).click();
    await tab.getByRole('button', { name: 'Close the week' }).click();
    await tab.getByText('4 figures of crowds were large enough to be told.').waitFor();
    await tab.getByRole('navigation').getByRole('link', { name: 'Moderation' }).waitFor();
    moderator = await context.storageState();
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ storageState: moderator, ...options });
    const tab = await context.newPage();
    await tab.goto(`${demo.forum}/pq/moderation`);
    await tab.getByRole('heading', { name: 'What left Grand Round' }).waitFor();
    return tab;
  }

  it.each<[string, Parameters<Browser['newContext']>[0], 'screen' | 'print']>([
    ['by day', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }, 'screen'],
    ['by night', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }, 'screen'],
    ['on a phone', { colorScheme: 'dark', viewport: { width: 320, height: 640 } }, 'screen'],
    ['in print', { colorScheme: 'light', viewport: { width: 800, height: 900 } }, 'print'],
  ])('gives axe nothing to say, and does not scroll sideways: %s', async (_, options, media) => {
    const tab = await open({ ...options, bypassCSP: true });
    await tab.emulateMedia({ media });
    if (media === 'screen') await tab.locator('summary').first().click();
    await tab.evaluate(axe);
    const { violations, passes } = await tab.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(passes.length).toBeGreaterThan(15);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      options?.viewport?.width ?? 0,
    );
    await tab.context().close();
  });

  it('mutes and unmutes with the keyboard, without scripts, and breaks no policy', async () => {
    const tab = await open({ javaScriptEnabled: false });
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.locator('summary').focus();
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await tab.getByText('Muted: nothing is counted for it').waitFor();
    await tab.getByRole('button', { name: /^Count for .* again$/ }).click();
    await tab.locator('summary').waitFor();
    expect(await tab.getByText('Muted: nothing is counted for it').count()).toBe(0);
    expect(complaints).toEqual([]);
    await tab.context().close();
  });

  it('is not linked for other members, and not shown to them', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(`${demo.forum}/sign-in`);
    expect(await tab.getByRole('button', { name: /Dr Ada Abadi/ }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Dr Amara Okafor' }).click();
    await tab.getByRole('button', { name: 'Close the day' }).waitFor();
    expect(await tab.getByRole('link', { name: 'Moderation' }).count()).toBe(0);
    const answer = await tab.goto(`${demo.forum}/pq/moderation`);
    expect(answer?.status()).toBe(403);
    await tab.getByText('Sign in as a moderator of this community.').waitFor();
    await context.close();
  });
});
