import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import {
  contrast,
  dress,
  focus,
  losses,
  measure,
  motion,
  painted,
  prepare,
  targets,
  type Focus,
} from '../support/gallery/measures.js';
import { wear, type Mode } from '../support/gallery/modes.js';
import { openCards, reach, SCENES, type Scene } from '../support/gallery/scenes.js';
import { startGallery, type Gallery } from '../support/gallery/site.js';

const CARDS = 'pq-card, pq-label, pq-ledger';
const LIGHT: Mode = { colours: 'light', lang: 'en', width: 1280 };
const NARROW: Mode = { ...LIGHT, width: 320 };
/** The values of WCAG 1.4.12, as a reader's style sheet sets them. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

describe.skipIf(chromiumPath === undefined)('WCAG 2.2', () => {
  let browser: Browser;
  let gallery: Gallery;

  beforeAll(async () => {
    [browser, gallery] = await Promise.all([launchChromium(), startGallery()]);
  });
  afterAll(async () => {
    await browser.close();
    await gallery.close();
  });

  /** Everything that can be measured of what stands there, in the modes where it could differ. */
  async function measured(tab: Page, within: string): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    await prepare(tab);
    await wear(tab, LIGHT);
    found['contrast, light'] = await measure(tab, contrast, within);
    found['motion'] = await measure(tab, motion, within);
    await wear(tab, { ...LIGHT, colours: 'dark' });
    found['contrast, dark'] = await measure(tab, contrast, within);
    await wear(tab, LIGHT);
    found['targets, 1280 px'] = await measure(tab, targets, within);
    await wear(tab, NARROW);
    found['targets, 320 px'] = await measure(tab, targets, within);
    found['reflow at 320 px'] = await measure(tab, losses, within);
    await wear(tab, { ...NARROW, lang: 'de' });
    found['reflow at 320 px, German'] = await measure(tab, losses, within);
    await wear(tab, LIGHT);
    await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    found['text at 200 %'] = await measure(tab, losses, within);
    await tab.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await dress(tab, SPACING);
    found['text spacing'] = await measure(tab, losses, within);
    await wear(tab, NARROW);
    found['text spacing at 320 px'] = await measure(tab, losses, within);
    return found;
  }
  const nothing = (found: Record<string, string[]>) => Object.fromEntries(Object.keys(found).map((key) => [key, []]));

  it('every card, label and ledger: contrast, targets, reflow, text size, text spacing, motion', async () => {
    const tab = await openCards(gallery, browser);
    const found = await measured(tab, CARDS);
    await tab.context().close();
    expect(found).toEqual(nothing(found));
  });

  it.each(SCENES.map((scene) => [scene.id, scene] as const))('%s: the same', async (_id, scene) => {
    const { tab } = await reach(gallery, browser, scene, 'en');
    const found = await measured(tab, scene.shows);
    await tab.context().close();
    expect(found).toEqual(nothing(found));
  });

  /** Presses Tab, and notes every stop of ours. */
  async function walk(tab: Page, steps: number): Promise<Focus[]> {
    await prepare(tab);
    await painted(tab);
    const way: Focus[] = [];
    for (let n = 0; n < steps; n++) {
      await tab.keyboard.press('Tab');
      await painted(tab);
      const at = await focus(tab);
      if (at.ours) way.push(at);
    }
    return way;
  }
  const badly = (way: readonly Focus[]) =>
    way.filter(({ ring, contrast: ratio, hidden }) => !ring || ratio < 3 || hidden);
  const scene = (id: string): Scene => {
    const found = SCENES.find((one) => one.id === id);
    if (!found) throw new Error(`No scene ${id}.`);
    return found;
  };

  it.each(['light', 'dark', 'forced'] as const)(
    'cards by keyboard, %s: every stop has a ring that contrasts and is in sight',
    async (colours) => {
      const tab = await openCards(gallery, browser);
      await wear(tab, { ...NARROW, colours });
      const way = await walk(tab, 60);
      await tab.context().close();
      expect(way.length).toBeGreaterThan(15);
      expect(badly(way)).toEqual([]);
    },
  );

  it.each([
    ['dialog-more', 1280, 800],
    ['dialog-failed', 1280, 480],
    ['dialog-failed', 320, 640],
    ['dialog-publisher', 320, 640],
  ] as const)(
    '%s by keyboard at %i × %i: every stop has a ring, and no bar lies over it',
    async (id, width, height) => {
      const { tab } = await reach(gallery, browser, scene(id), 'en');
      await tab.setViewportSize({ width, height });
      const way = await walk(tab, 40);
      await tab.context().close();
      expect(way.length).toBeGreaterThan(10);
      expect(badly(way)).toEqual([]);
    },
  );

  it('a share by keyboard alone, from the button and back to it', async () => {
    const tab = await gallery.open(browser, 'share');
    const dialog = tab.locator('dialog');
    await prepare(tab);
    const to = async (name: RegExp) => {
      for (let n = 0; n < 40; n++) {
        if (name.test((await focus(tab)).name)) return;
        await tab.keyboard.press('Tab');
      }
      throw new Error(`Tab did not lead to ${name}.`);
    };
    await tab.locator('pq-share button').waitFor();
    await tab.keyboard.press('Tab');
    expect((await focus(tab)).name).toContain('Share with its source');
    await tab.keyboard.press('Enter');
    await dialog.getByRole('radio', { name: /Statins/ }).waitFor();
    await to(/^textarea/);
    await tab.keyboard.type('Worth a look.');
    await to(/^input “Find/);
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Space');
    expect(await dialog.getByRole('radio', { name: /Statins/ }).isChecked()).toBe(true);
    await to(/“Post”/);
    await tab.keyboard.press('Enter');
    await dialog.getByText('Posted in Statins and macrolides.').waitFor();
    expect((await focus(tab)).name).toContain('Posted in');
    await to(/“Close”/);
    await tab.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect((await focus(tab)).name).toContain('Share with its source');
    await tab.context().close();
  });

  it('details, media and a reshare of a card by keyboard alone', async () => {
    const tab = await openCards(gallery, browser);
    await prepare(tab);
    const card = tab.locator('#verified pq-card');
    await card.getByRole('button', { name: 'Details' }).focus();
    await tab.keyboard.press('Enter');
    await card.getByText('Valid until').waitFor();
    expect((await focus(tab)).name).toContain('Fewer details');
    await tab.keyboard.press('Space');
    await card.locator('[data-do=details][aria-expanded=false]').waitFor();
    await card.getByRole('button', { name: 'Share' }).focus();
    await tab.keyboard.press('Enter');
    await tab.locator('dialog[open] .choice').first().waitFor();
    await tab.keyboard.press('Escape');
    await tab.locator('dialog').waitFor({ state: 'hidden' });
    expect((await focus(tab)).name).toContain('Share');
    await tab.context().close();
  });

  it('the dialog keeps the focus inside, and says what it is', async () => {
    const { tab } = await reach(gallery, browser, scene('dialog'), 'en');
    expect(await tab.getByRole('dialog', { name: 'Share with its source' }).count()).toBe(1);
    await prepare(tab);
    for (let n = 0; n < 30; n++) {
      await tab.keyboard.press('Tab');
      const { name, ours } = await focus(tab);
      // Between the last stop and the first lies the browser's own bar, where the page's body has the focus.
      if (!ours) expect(name).toMatch(/^body/);
    }
    await tab.context().close();
  });

  it('opens and moves nothing differently where less motion is asked for, because nothing moves', async () => {
    const { tab } = await reach(gallery, browser, scene('dialog-more'), 'en');
    await prepare(tab);
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await tab.emulateMedia({ reducedMotion });
      expect(await measure(tab, motion, 'dialog[open], pq-share')).toEqual([]);
      expect(await tab.evaluate(() => document.getAnimations().length)).toBe(0);
    }
    await tab.context().close();
  });
});
