import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../support/chromium.js';
import { page } from '../../support/community-site.js';
import { problemsOf, startWorld, type World } from './setup.js';

/** A forum whose threads are web components: each shows its posts in a shadow root, and posts may hold such elements again. */
const FORUM = `
import { connect, upgrade } from '/pq/pullquote.js';
connect({ destinations: () => [{ id: 't1', label: 'Statins', visibility: 'members' }] });
document.addEventListener('pq-share', (event) => { globalThis.asked = event.depth; event.respondWith(Promise.resolve(event.destination)); });
customElements.define('forum-thread', class extends HTMLElement {
  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: this.getAttribute('mode') ?? 'open' });
    this.stop = upgrade(root);
    root.append(...new DOMParser().parseFromString(globalThis.posts, 'text/html').body.childNodes);
    globalThis.root = root;
  }
  disconnectedCallback() { this.stop(); }
});`;

describe.skipIf(chromiumPath === undefined)('inside another site’s shadow root', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    world.site.pages.set('/forum.js', { type: 'text/javascript', body: FORUM });
  });
  afterAll(() => world.close());

  async function open(body: string) {
    const { site, browser, post } = world;
    site.pages.set('/posts.js', { type: 'text/javascript', body: `globalThis.posts = ${JSON.stringify(post)};` });
    site.pages.set('/thread', {
      body: page(body, {
        head: '<script src="/posts.js"></script><script type="module" src="/forum.js"></script>',
      }),
      headers: { 'content-security-policy': "default-src 'self'" },
    });
    const tab = await browser.newPage();
    const problems = problemsOf(tab);
    await tab.goto(`${site.origin}/thread`);
    return { tab, problems };
  }

  it('a post becomes a card that can be shared on, and the event reaches the page', async () => {
    const { tab, problems } = await open('<forum-thread></forum-thread>');
    const card = tab.locator('forum-thread pq-card:state(verified)');
    await card.getByRole('button', { name: 'Share' }).click();
    await tab.getByRole('radio', { name: /^Statins/ }).check();
    await tab.getByRole('button', { name: 'Post' }).click();
    await tab.getByText('Posted in Statins.').waitFor();
    expect(await tab.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(2);
    expect(await tab.locator('forum-thread > blockquote, forum-thread blockquote').first().isVisible()).toBe(false);
    expect(problems).toEqual([]);
    await tab.close();
  });

  it('a closed shadow root works as well, and the page’s own upgrader does not look into it', async () => {
    const { tab, problems } = await open('<forum-thread mode="closed"></forum-thread>');
    await tab.waitForFunction(() =>
      (globalThis as unknown as { root: ShadowRoot }).root.querySelector('pq-card:state(verified)'),
    );
    const cards = await tab.evaluate(
      () => (globalThis as unknown as { root: ShadowRoot }).root.querySelectorAll('pq-card').length,
    );
    expect([cards, await tab.locator('pq-card').count()]).toEqual([1, 0]);
    expect(problems).toEqual([]);
    await tab.close();
  });

  it('the bound of ten cards holds in a shadow root without marked posts', async () => {
    const { tab } = await open('<forum-thread></forum-thread>');
    await tab.locator('pq-card:state(verified)').waitFor();
    await tab.evaluate(() => {
      const { root, posts } = globalThis as unknown as { root: ShadowRoot; posts: string };
      root.append(...new DOMParser().parseFromString(posts.repeat(50), 'text/html').body.childNodes);
    });
    await expect.poll(() => tab.locator('pq-card').count()).toBe(10);
    await tab.close();
  });

  it('a thread that leaves and comes back keeps one card for each post', async () => {
    const { tab, problems } = await open('<forum-thread></forum-thread>');
    await tab.locator('pq-card:state(verified)').waitFor();
    await tab.evaluate(() => {
      (globalThis as unknown as { posts: string }).posts = '';
      const thread = document.querySelector('forum-thread') as Element;
      thread.remove();
      document.body.append(thread);
    });
    await tab.locator('pq-card:state(verified)').waitFor();
    expect(await tab.locator('pq-card').count()).toBe(1);
    expect(problems).toEqual([]);
    await tab.close();
  });
});
