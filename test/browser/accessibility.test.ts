import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, storedPost, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(chromiumPath === undefined)('accessibility', () => {
  let browser: Browser;
  let site: CommunitySite;

  beforeAll(async () => {
    browser = await launchChromium();
    const publisher = await createTestPublisher();
    const stranger = await createTestPublisher('https://stranger.example');
    site = await startCommunitySite([publisher]);
    const signed = await publisher.sign();
    const foreign = await stranger.sign();
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    site.pages.set('/scheme.css', {
      type: 'text/css',
      body: `:root { color-scheme: light dark }
        body { background: light-dark(#fff, #121212); color: light-dark(#111, #eee) }
        a { color: light-dark(#00c, #9cf) }`,
    });
    site.pages.set('/connect.js', {
      type: 'text/javascript',
      body: `import { connect } from '/pq/pullquote.js'; connect({ destinations: [{ id: '1', label: 'Lipids', visibility: 'members' }] });`,
    });
    const posts = [signed, foreign]
      .map(({ record, link }) => `<article>${storedPost(record, link)}</article>`)
      .join('');
    site.pages.set('/', {
      body: page(`<main><h1>Thread</h1><h2>Posts</h2>${posts}</main>`, {
        head: '<link rel="stylesheet" href="/scheme.css"><script type="module" src="/connect.js"></script>',
      }),
    });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function violations(tab: Page): Promise<string[]> {
    await tab.evaluate(axe);
    const results = await tab.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const)(
    '%s at %i px: cards and dialog have no violation, and nothing scrolls sideways',
    async (colorScheme, width) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
      const tab = await context.newPage();
      await tab.goto(site.origin);
      await tab.locator('pq-card:state(verified)').waitFor();
      await tab.locator('pq-card:state(unlisted)').waitFor();
      expect(await violations(tab)).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

      await tab.getByRole('button', { name: 'Share' }).focus();
      await tab.keyboard.press('Enter');
      await tab.getByRole('radio', { name: /Lipids/ }).waitFor();
      expect(await violations(tab)).toEqual([]);

      await tab.keyboard.press('Escape');
      expect(await tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim())).toBe(
        'Share',
      );
      await context.close();
    },
  );
});
