import type { Browser, Locator, Page } from 'playwright-core';
import { drag } from '../quote-page.js';
import type { Gallery } from './site.js';

/** Something that has to be reached by clicks: where it begins, the way there, and the element that then shows it. */
export interface Scene {
  readonly id: string;
  /** What a reader of a contact sheet is told. */
  readonly title: string;
  readonly page: string;
  reach(tab: Page): Promise<void>;
  /** What is measured and pictured. */
  readonly shows: string;
}

const open = (tab: Page) => tab.locator('pq-share button').click();
const editing = async (tab: Page) => {
  await open(tab);
  await tab.locator('dialog .choice input[name=destination]').first().waitFor();
  await tab.locator('dialog [role=switch]').first().waitFor();
};
const submit = async (tab: Page) => {
  await editing(tab);
  await tab.locator('dialog textarea').first().fill('The cyclosporine line is the one I keep forgetting.');
  await tab.locator('dialog input[name=destination]').first().check();
  await tab.locator('dialog .end .post').click();
};
const DIALOG = 'dialog[open]';

export const SCENES: readonly Scene[] = [
  { id: 'dialog', title: 'Share dialog', page: 'share', reach: editing, shows: DIALOG },
  {
    id: 'dialog-unchosen',
    title: 'Nothing chosen yet',
    page: 'share',
    reach: async (tab) => {
      await editing(tab);
      await tab.locator('dialog .end .post').click();
      await tab.locator('dialog .says.wrong').waitFor();
    },
    shows: DIALOG,
  },
  {
    id: 'dialog-more',
    title: 'More ways open',
    page: 'share',
    reach: async (tab) => {
      await editing(tab);
      await tab.locator('dialog .more > summary').click();
      await tab.locator('dialog .ways li').first().waitFor();
    },
    shows: DIALOG,
  },
  {
    id: 'dialog-failed',
    title: 'Posting failed',
    page: 'share?host=fails',
    reach: async (tab) => {
      await submit(tab);
      await tab.locator('dialog .says.wrong').waitFor();
      await tab.locator('dialog .ways li').first().waitFor();
    },
    shows: DIALOG,
  },
  {
    id: 'dialog-posted',
    title: 'Posted',
    page: 'share',
    reach: async (tab) => {
      await submit(tab);
      await tab.locator('dialog .posted').waitFor();
    },
    shows: DIALOG,
  },
  {
    id: 'dialog-refused',
    title: 'Refused: withdrawn',
    page: 'refused',
    reach: async (tab) => {
      await open(tab);
      await tab.locator('dialog .says.wrong').waitFor();
    },
    shows: DIALOG,
  },
  {
    id: 'dialog-publisher',
    title: 'On a publisher’s page',
    page: 'publisher',
    reach: async (tab) => {
      await open(tab);
      await tab.locator('dialog .places a').waitFor();
    },
    shows: DIALOG,
  },
  {
    id: 'ledger',
    title: 'Ledger, with an entry',
    page: 'share',
    reach: async (tab) => {
      await submit(tab);
      await tab.locator('dialog .posted').waitFor();
      await tab.locator('dialog .close').click();
      await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await tab.locator('pq-ledger .fate.stored').waitFor();
    },
    shows: 'pq-ledger',
  },
  {
    id: 'quote-toolbar',
    title: 'Quote: toolbar near a selection',
    page: 'quote',
    reach: async (tab) => {
      await tab.locator('pq-quote .bar button').waitFor();
      await drag(tab, 'during treatment', 'is increased with');
      await tab.locator('pq-quote .near .acts').waitFor();
    },
    shows: '.near',
  },
  {
    id: 'quote-panel',
    title: 'Quote: button and panel',
    page: 'quote',
    reach: async (tab) => {
      await tab.locator('pq-quote .bar button').click();
      await tab.locator('pq-quote .panel .acts').first().waitFor();
    },
    shows: '.ours',
  },
];

/** Opens a page, in a language from the beginning, and goes to the scene. */
export async function reach(
  gallery: Gallery,
  browser: Browser,
  scene: Scene,
  lang: string,
  width = 1280,
  height = 800,
): Promise<{ tab: Page; shown: Locator }> {
  const tab = await gallery.open(browser, scene.page, { viewport: { width, height } });
  await tab.evaluate((lang) => {
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
  }, lang);
  await scene.reach(tab);
  return { tab, shown: tab.locator(scene.shows).first() };
}

/** The page of cards, once every one of them has a verdict and the full label its details. */
export async function openCards(gallery: Gallery, browser: Browser): Promise<Page> {
  const tab = await gallery.open(browser, 'cards');
  await tab.waitForFunction(() => {
    const all = [...document.querySelectorAll('pq-card, pq-label')];
    return all.length > 0 && all.every((element) => 'verdict' in element && element.verdict !== undefined);
  });
  await tab.locator('#label-full [part=details] p').first().waitFor();
  await tab.locator('#ledger-empty .empty').waitFor();
  return tab;
}
