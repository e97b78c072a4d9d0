import type { Package } from 'custom-elements-manifest/schema.d.ts';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { buildSite, findings, type BuiltSite } from './built-site.js';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));

/** Code has thousands of words in a dozen colours: one word of each colour on a page tells as much of them, and axe takes seconds, not minutes. */
function oneOfEachColour(): void {
  const seen = new Set<string>();
  for (const word of document.querySelectorAll('pre span[style]')) {
    const style = word.getAttribute('style') ?? '';
    if (seen.has(style)) word.replaceWith(word.textContent ?? '');
    seen.add(style);
  }
}

describe.skipIf(chromiumPath === undefined)('the documentation as a site', () => {
  let site: BuiltSite;
  let browser: Browser;
  const at = (page: string) => site.at(page);

  beforeAll(async () => {
    [site, browser] = await Promise.all([buildSite(), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('has a page for every page of docs/', async () => {
    const written = (await readdir(DOCS, { recursive: true })).filter((file) => file.endsWith('.md'));
    expect(site.pages.sort()).toEqual(
      written.map((file) => file.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html')).sort(),
    );
  });

  // The same pages in the dark: nothing but their colours is another.
  it.each([
    ['light', undefined],
    ['dark', ['color-contrast']],
  ] as const)('has no finding of axe on any page, %s', { timeout: 300_000 }, async (colorScheme, rules) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
    const tab = await context.newPage();
    const found: string[] = [];
    const beyond: string[] = [];
    tab.on('request', (request) => {
      if (!request.url().startsWith(at('')) && !request.url().startsWith('data:')) beyond.push(request.url());
    });
    for (const page of site.pages) {
      await tab.goto(at(page.replace(/(index)?\.html$/, '')));
      await tab.evaluate(oneOfEachColour);
      const violations = await findings(tab, rules);
      found.push(...violations.map((one) => `${page}: ${one}`));
    }
    await context.close();
    expect(found).toEqual([]);
    expect(beyond).toEqual([]);
  });

  it('finds a page by a word in it, and asks nobody for it', async () => {
    const tab = await browser.newPage();
    await tab.goto(at(''));
    await tab.getByRole('button', { name: 'Search' }).first().click();
    await tab.getByRole('searchbox').fill('tombstone');
    await tab.getByRole('option').first().waitFor();
    expect(await tab.getByRole('option').count()).toBeGreaterThan(1);
    await tab.close();
  });

  describe('the playground of the theming page', () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../packages/elements/dist/custom-elements.json', import.meta.url), 'utf8'),
    ) as Package;
    const open = async (options: Parameters<Browser['newContext']>[0] = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const tab = await context.newPage();
      await tab.goto(at('communities/theming'));
      await tab.locator('pq-card:state(verified)').waitFor();
      await tab.locator('pq-label:state(verified)').waitFor();
      return tab;
    };
    const css = (tab: Page) => tab.getByRole('region', { name: 'Your style sheet' }).innerText();
    /** The rule of the card. */
    const accentOf = (tab: Page) =>
      tab.locator('pq-card').evaluate((card) => {
        const block = card.shadowRoot?.querySelector('[part~="card"]');
        return block ? getComputedStyle(block).borderInlineStartColor : '';
      });

    it('has a control for every custom property of the elements that it shows', async () => {
      const tab = await open();
      const said = manifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .flatMap((one) =>
          'tagName' in one && ['pq-card', 'pq-label', 'pq-share'].includes(one.tagName ?? '') ? [one] : [],
        )
        .flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));
      expect(said.length).toBeGreaterThan(8);
      const controls = await tab.locator('.playground [id^="--pq-"]').evaluateAll((all) => all.map(({ id }) => id));
      expect(controls.sort()).toEqual([...new Set(said)].sort());
      await tab.context().close();
    });

    it('shows what is set on real elements, by keyboard alone, and gives the lines to paste', async () => {
      const tab = await open();
      const before = await accentOf(tab);
      expect(await css(tab)).toContain('Nothing set');
      await tab.getByRole('radio', { name: 'Nothing set' }).focus();
      for (const name of ['Bulletin board', 'Forum in the dark', 'Learned society']) {
        await tab.keyboard.press('ArrowRight');
        expect(await tab.getByRole('radio', { name }).isChecked()).toBe(true);
      }
      await expect.poll(() => accentOf(tab)).toBe('rgb(123, 30, 40)');
      expect(before).not.toBe('rgb(123, 30, 40)');
      expect(await css(tab)).toContain('--pq-accent: #7b1e28;');
      await tab.getByRole('slider', { name: 'Indent' }).focus();
      await tab.keyboard.press('ArrowRight');
      expect(await css(tab)).toContain('--pq-indent: 1.75rem;');
      await tab.getByRole('button', { name: 'Unset Accent' }).press('Enter');
      await expect.poll(() => accentOf(tab)).toBe(before);
      await tab.getByRole('radio', { name: 'Dark', exact: true }).check({ force: true });
      expect(await css(tab)).toMatch(/^:root \{\n {2}color-scheme: dark;\n\}\n/);
      await expect.poll(() => accentOf(tab)).not.toBe(before);
      await tab.context().close();
    });

    it('lets a share be tried, and posts nothing', async () => {
      const tab = await open();
      const sent: string[] = [];
      tab.on('request', (request) => void (request.method() === 'GET' || sent.push(request.url())));
      await tab.locator('pq-share').getByRole('button').click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Post' }).click();
      await tab.getByText('Posted in A thread of your community.').waitFor();
      expect(sent).toEqual([]);
      await tab.context().close();
    });

    it.each(['light', 'dark'] as const)(
      'has no finding of axe in any look, and no line that leaves a phone, %s',
      { timeout: 120_000 },
      async (colorScheme) => {
        const tab = await open({ colorScheme, viewport: { width: 320, height: 720 } });
        const looks = await tab.locator('.looks input').count();
        expect(looks).toBeGreaterThan(4);
        const found: string[] = [];
        for (let look = 0; look < looks; look++) {
          await tab.locator('.looks input').nth(look).check({ force: true });
          found.push(...(await findings(tab)).map((one) => `${look}: ${one}`));
          expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        }
        expect(found).toEqual([]);
        await tab.context().close();
      },
    );
  });
});
