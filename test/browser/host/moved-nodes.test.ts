import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PqCard } from '@pullquote/elements';
import { chromiumPath } from '../../support/chromium.js';
import { page, storedPost } from '../../support/community-site.js';
import { problemsOf, startWorld, type World } from './setup.js';

describe.skipIf(chromiumPath === undefined)('nodes that are taken out, put back and moved', () => {
  let world: World;
  let tab: Page;
  let problems: string[];
  let other: Awaited<ReturnType<World['publisher']['sign']>>;

  beforeAll(async () => {
    world = await startWorld();
    other = await world.publisher.sign({ canonicalUrl: `${world.publisher.origin}/other`, title: 'Another item' });
    world.site.hold(other.digest, other.jws, other.record.canonicalUrl);
    world.site.pages.set('/thread', {
      body: page(`<main><article id="one">${world.post}</article></main><aside></aside><iframe src="/empty"></iframe>`),
      headers: { 'content-security-policy': "default-src 'self'" },
    });
    world.site.pages.set('/empty', {
      body: '<!doctype html><title>Empty</title><body></body>',
      headers: { 'content-security-policy': "default-src 'self'" },
    });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    tab = await world.browser.newPage();
    problems = problemsOf(tab);
    await tab.goto(`${world.site.origin}/thread`);
    await tab.locator('pq-card:state(verified)').waitFor();
  });
  afterEach(async () => {
    expect(problems).toEqual([]);
    await tab.close();
  });

  /** Each post with its one card, and the stored text out of sight. */
  async function oneCard(): Promise<void> {
    await tab.locator('pq-card:state(verified)').waitFor();
    expect(await tab.locator('pq-card').count()).toBe(1);
    expect(await tab.locator('#one > blockquote').isVisible()).toBe(false);
  }

  it('a post that leaves and comes back keeps its card', async () => {
    await tab.evaluate(async () => {
      const post = document.querySelector('#one') as Element;
      post.remove();
      await new Promise((done) => setTimeout(done, 50));
      document.querySelector('aside')?.append(post);
    });
    await oneCard();
  });

  it('a post that waits in a fragment and in another document comes back whole', async () => {
    await tab.evaluate(async () => {
      const post = document.querySelector('#one') as Element;
      const fragment = document.createDocumentFragment();
      fragment.append(post);
      await new Promise((done) => setTimeout(done, 20));
      document.implementation.createHTMLDocument().body.append(post);
      await new Promise((done) => setTimeout(done, 20));
      document.querySelector('main')?.append(post);
    });
    await oneCard();
    const styled = await tab.locator('pq-card').evaluate((card) => card.shadowRoot?.adoptedStyleSheets.length);
    expect(styled).toBeGreaterThan(0);
  });

  it('a card that is moved into a frame stays readable there, and comes back', async () => {
    const text = await tab.evaluate(async () => {
      const frame = document.querySelector('iframe')?.contentDocument as Document;
      const card = document.querySelector('pq-card') as HTMLElement;
      frame.body.append(card);
      await new Promise((done) => setTimeout(done, 50));
      const shown = card.shadowRoot?.textContent;
      document.querySelector('#one')?.append(card);
      return shown;
    });
    expect(text).toContain('Verified source');
    await oneCard();
    const styled = await tab.locator('pq-card').evaluate((card) => card.shadowRoot?.adoptedStyleSheets.length);
    expect(styled).toBeGreaterThan(0);
  });

  it('a link that leaves takes its card along, and the one that comes has its own', async () => {
    await tab.evaluate(() => document.querySelector('#one > blockquote')?.remove());
    await expect.poll(() => tab.locator('pq-card').count()).toBe(0);
    await tab.evaluate(
      (html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        document.querySelector('#one')?.append(...parsed.body.childNodes);
      },
      storedPost(other.record, other.link),
    );
    await tab.locator('pq-card:state(verified)').getByRole('heading', { name: 'Another item' }).waitFor();
    expect(await tab.locator('pq-card').count()).toBe(1);
  });

  it('a link that is changed in place changes its card', async () => {
    await tab.evaluate((link) => {
      document.querySelector('#one > blockquote a[href*="#pq="]')?.setAttribute('href', link);
    }, other.link);
    await tab.locator('pq-card:state(verified)').getByRole('heading', { name: 'Another item' }).waitFor();
    await oneCard();
  });

  it('a link that is no item link any more is a link, and its stored text is back', async () => {
    await tab.evaluate(() =>
      document.querySelector('#one > blockquote a[href*="#pq="]')?.setAttribute('href', 'https://elsewhere.example/'),
    );
    await expect.poll(() => tab.locator('pq-card').count()).toBe(0);
    expect(await tab.locator('#one > blockquote').isVisible()).toBe(true);
  });

  it('where the page takes a card away, the stored text shows again', async () => {
    await tab.evaluate(() => document.querySelector('pq-card')?.remove());
    await expect.poll(() => tab.locator('#one > blockquote').isVisible()).toBe(true);
    expect(await tab.locator('pq-card').count()).toBe(0);
  });

  it('a copy of a whole post has one card, and so has a copy of its stored text alone', async () => {
    await tab.evaluate(() => {
      const post = document.querySelector('#one') as Element;
      document.querySelector('main')?.append(post.cloneNode(true));
      const quote = post.querySelector(':scope > blockquote')?.cloneNode(true) as Element;
      document.querySelector('aside')?.append(quote);
    });
    await expect.poll(() => tab.locator('pq-card:state(verified)').count()).toBe(3);
    expect(await tab.locator('article').nth(1).locator('pq-card').count()).toBe(1);
    expect(await tab.locator('aside > blockquote').isVisible()).toBe(false);
  });

  it('another item in the same element: nothing of the former one stays while the new one is asked for', async () => {
    await tab.route('**/pq/records/*', async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
    });
    const during = await tab.evaluate(async (link) => {
      const card = document.querySelector('pq-card') as PqCard;
      card.item = link;
      await card.updateComplete;
      return { text: card.shadowRoot?.textContent, verified: card.matches(':state(verified)'), verdict: card.verdict };
    }, other.link);
    expect(during).toEqual({ text: '', verified: false, verdict: undefined });
    await tab.locator('pq-card:state(verified)').getByRole('heading', { name: 'Another item' }).waitFor();
  });

  it.each([
    ['the attribute is taken away', "card.removeAttribute('item')"],
    ['the property is set to undefined', 'card.item = undefined'],
    ['the property is set to null', 'card.item = null'],
  ])('without an item (%s) a card says nothing and shows its stored text', async (_what, change) => {
    const empty = await tab.evaluate(async (code) => {
      const card = document.querySelector('pq-card') as PqCard;
      if (code.startsWith('card.remove')) card.removeAttribute('item');
      else Object.assign(card, { item: code.endsWith('null') ? null : undefined });
      await card.updateComplete;
      return { text: card.shadowRoot?.textContent, verified: card.matches(':state(verified)') };
    }, change);
    expect(empty).toEqual({ text: '', verified: false });
    expect(await tab.locator('pq-card').innerText()).toContain('Source as stated when posted');
  });
});
