import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { parseLink } from '@pullquote/record';
import type { Engine } from '../../support/engines/driver.js';
import { inEngines } from '../../support/engines/in-every-engine.js';
import type { Tab } from '../../support/engines/tab.js';
import type { Target } from '../../support/engines/target.js';
import {
  alert,
  card,
  cardIn,
  comment,
  destination,
  details,
  detailsButton,
  dialog,
  post,
  shareButton,
  source,
  state,
} from './parts.js';

/**
 * A discussion page of any make: a label and a share button of one item, posts of which the first shares it, a button
 * `#refresh` that reads the thread anew, and a button `#toggle` that takes it off the page and puts it back.
 */
export interface Discussion {
  readonly origin: string;
  stop(): Promise<void>;
}

interface Thread {
  readonly posts: readonly { readonly html: string }[];
}

const WORDS = 'Worth <b>reading</b>, naïve or not.';
const refresh: Target = { css: '#refresh' };
const toggle: Target = { css: '#toggle' };

/** What a page must do with our elements in it, whatever it is made with. */
export function essentials(engines: readonly Engine[], title: string, start: () => Promise<Discussion>): void {
  inEngines(engines, title, (open) => {
    let page: Discussion;
    let tab: Tab;
    beforeAll(async () => {
      page = await start();
    });
    afterAll(() => page?.stop());
    beforeEach(async () => {
      tab = await open();
      await tab.goto(page.origin);
      await tab.see(cardIn('verified'));
    });

    const stored = async (): Promise<Thread['posts']> =>
      ((await (await fetch(`${page.origin}/api/thread`)).json()) as Thread).posts;

    it('shows the label, the button, and each stored post as one verified card', async () => {
      await tab.see({ css: 'pq-label:state(verified)' });
      await tab.see(shareButton);
      expect(await tab.text(state)).toMatch(/verified/i);
      expect(await tab.text(source)).toContain('Parke-Davis');
      expect(await tab.count(card)).toBe((await stored()).length);
      expect(tab.complaints()).toEqual([]);
    });

    it('opens and closes the details by keyboard', async () => {
      await tab.focusByKey(detailsButton);
      await tab.press('Enter');
      expect((await tab.text(details)).split('\n').length).toBeGreaterThan(2);
      await tab.press('Space');
      await tab.gone(details);
    });

    it('posts what the doctor wrote, and the new post becomes a card as well', async () => {
      const before = await stored();
      await tab.click(shareButton);
      await tab.click({ ...destination, name: 'Statins' });
      await tab.click(comment);
      await tab.type(WORDS);
      await tab.click(post);
      await tab.until('the post', async () => (await stored()).length === before.length + 1);
      const { html = '' } = (await stored()).at(-1) ?? {};
      expect(html).toContain('Worth &lt;b&gt;reading&lt;/b&gt;, naïve or not.');
      const link = /href="([^"]*#pq=[^"]*)"/.exec(html)?.[1] ?? '';
      expect(parseLink(link)).toMatchObject({ version: 1, depth: 1 });
      expect(await tab.count(alert)).toBe(0);
      await tab.press('Escape');
      await tab.gone(dialog);
      await tab.until('its card', async () => (await tab.count(cardIn('verified'))) === before.length + 1);
      expect(tab.complaints()).toEqual([]);
    });

    it('keeps the card and what is open in it when the page draws the thread again', async () => {
      await tab.click(detailsButton);
      const words = await tab.text(details);
      await tab.run(() => document.querySelector('pq-card')?.setAttribute('data-same', ''));
      for (let again = 0; again < 3; again++) await tab.click(refresh);
      await tab.until(
        'the thread as it was',
        async () => (await tab.count(cardIn('verified'))) === (await stored()).length,
      );
      expect(await tab.text(details)).toBe(words);
      expect(await tab.count({ css: 'pq-card[data-same]' })).toBe(1);
    });

    it('lets the thread go and come back, with one card for each post', async () => {
      const all = (await stored()).length;
      for (let again = 0; again < 2; again++) {
        await tab.click(toggle);
        await tab.gone(card);
        await tab.click(toggle);
        await tab.until('every card', async () => (await tab.count(cardIn('verified'))) === all);
      }
      expect(await tab.count(card)).toBe(all);
      await tab.click(detailsButton);
      await tab.see(details);
      expect(tab.complaints()).toEqual([]);
    });
  });
}
