import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { ITEMS } from '../support/gallery/items.js';
import { MODES, nameOf, wear } from '../support/gallery/modes.js';
import { openCards, reach, SCENES } from '../support/gallery/scenes.js';
import { startGallery, type Gallery } from '../support/gallery/site.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Each state is reached once a direction, and then looked at in every width and colours: loading anew would find nothing else. */
describe.skipIf(chromiumPath === undefined)('axe finds nothing', () => {
  let browser: Browser;
  let gallery: Gallery;

  beforeAll(async () => {
    [browser, gallery] = await Promise.all([launchChromium(), startGallery()]);
  });
  afterAll(async () => {
    await browser.close();
    await gallery.close();
  });

  async function look(tab: Page, modes: typeof MODES, within: string | undefined): Promise<string[]> {
    const found: string[] = [];
    await tab.evaluate(axe);
    for (const mode of modes) {
      await wear(tab, mode);
      const { violations, passes } = await tab.evaluate(
        (within) =>
          (globalThis as unknown as { axe: { run(...asked: unknown[]): Promise<AxeResults> } }).axe.run(
            ...(within === undefined ? [] : [within]),
            { resultTypes: ['violations'] },
          ),
        within,
      );
      expect(passes.length, 'axe looked at something').toBeGreaterThan(5);
      for (const { id, nodes } of violations)
        found.push(
          `${nameOf(mode)}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
        );
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
      if (wide > mode.width) found.push(`${nameOf(mode)}: scrolls sideways: ${wide}`);
    }
    return found;
  }

  it('in any card, label or empty ledger', { timeout: 120_000 }, async () => {
    const tab = await openCards(gallery, browser);
    const states = await tab.evaluate(() =>
      [...document.querySelectorAll('pq-card')].map((card) => [card.closest('section')?.id, card.verdict?.state]),
    );
    expect(states.map(([id]) => id)).toEqual(ITEMS.map(({ id }) => id));
    expect(new Set(states.map(([, state]) => state)).size).toBe(9);
    expect(await look(tab, MODES, undefined)).toEqual([]);
    await tab.context().close();
  });

  it.each(SCENES.flatMap((scene) => (['en', 'ar'] as const).map((lang) => [scene.id, lang, scene] as const)))(
    'in %s, %s',
    { timeout: 60_000 },
    async (_id, lang, scene) => {
      const { tab } = await reach(gallery, browser, scene, lang);
      const modes = MODES.filter((mode) => mode.lang === lang);
      expect(await look(tab, modes, undefined)).toEqual([]);
      await tab.context().close();
    },
  );
});
