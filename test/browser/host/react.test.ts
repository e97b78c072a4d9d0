import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../support/chromium.js';
import { page, storedPost } from '../../support/community-site.js';
import { pageBundle } from '../../support/page-bundle.js';
import type { Manner, Post } from './pages/react-thread.js';
import { problemsOf, startWorld, warningsOf, type World } from './setup.js';

describe.skipIf(chromiumPath === undefined)('inside React 19, in StrictMode', () => {
  let world: World;
  let tab: Page;
  let problems: string[];
  let warnings: string[];
  const posts: Post[] = [];

  beforeAll(async () => {
    world = await startWorld();
    const { site, publisher } = world;
    for (const id of ['a', 'b', 'c']) {
      const signed = await publisher.sign({
        id: `urn:pullquote:test:${id}`,
        canonicalUrl: `${publisher.origin}/${id}`,
        title: `Title of ${id}`,
      });
      site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
      posts.push({ id, link: signed.link, html: `<p>Words of ${id}</p>${storedPost(signed.record, signed.link)}` });
    }
    const body = await pageBundle(fileURLToPath(new URL('pages/react-thread.ts', import.meta.url)));
    site.pages.set('/react.js', { type: 'text/javascript', body });
    site.pages.set('/thread', {
      body: page('<main></main>', { head: '<script type="module" src="/react.js"></script>' }),
      headers: { 'content-security-policy': "default-src 'self'" },
    });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    tab = await world.browser.newPage();
    problems = problemsOf(tab);
    warnings = warningsOf(tab);
    await tab.goto(`${world.site.origin}/thread`);
    await tab.waitForFunction(() => 'thread' in globalThis);
  });
  afterEach(async () => {
    expect(await tab.evaluate(() => globalThis.thread.errors)).toEqual([]);
    expect([problems, warnings]).toEqual([[], []]);
    await tab.close();
  });

  const show = (order: string, manner: Manner) =>
    tab.evaluate(([some, how]) => globalThis.thread.show(some, how), [
      [...order].flatMap((id) => posts.filter((one) => one.id === id)),
      manner,
    ] as const);

  /** Title of each post's only card, in order, once all are verified. */
  async function titles(): Promise<string[]> {
    await tab.waitForFunction(() =>
      [...document.querySelectorAll('article')].every(
        (post) => post.querySelectorAll('pq-card').length === 1 && post.querySelector('pq-card:state(verified)'),
      ),
    );
    return tab.locator('article').getByRole('heading', { level: 3 }).allInnerTexts();
  }

  describe.each(['html', 'elements', 'element'] as const)('posts as %s', (manner) => {
    it('a parent that renders again leaves one card in each post', async () => {
      await show('abc', manner);
      expect(await titles()).toEqual(['Title of a', 'Title of b', 'Title of c']);
      for (let again = 0; again < 5; again++) await show('abc', manner);
      expect(await titles()).toEqual(['Title of a', 'Title of b', 'Title of c']);
      // Made-up lines are not the publisher's, so each is shown once, as its author's own.
      const own = await tab.getByText('Stored text of').filter({ visible: true }).count();
      expect(own).toBe(manner === 'html' ? 0 : 3);
    });

    it('a parent that renders again keeps the card, and what is open in it', async () => {
      await show('a', manner);
      await titles();
      await tab.getByRole('button', { name: 'Details' }).click();
      await tab.getByText('Version.').waitFor();
      await show('a', manner);
      await titles();
      expect(await tab.getByText('Version.').count()).toBe(1);
    });

    it('a list in another order, shorter, longer and gone', async () => {
      await show('abc', manner);
      await titles();
      await show('cab', manner);
      expect(await titles()).toEqual(['Title of c', 'Title of a', 'Title of b']);
      await show('b', manner);
      expect(await titles()).toEqual(['Title of b']);
      await show('ba', manner);
      expect(await titles()).toEqual(['Title of b', 'Title of a']);
      await show('', manner);
      expect(await tab.locator('pq-card').count()).toBe(0);
    });

    it('unmounts without a word', async () => {
      await show('abc', manner);
      await titles();
      await tab.evaluate(() => globalThis.thread.unmount());
      expect(await tab.locator('main').evaluate((main) => main.childNodes.length)).toBe(0);
    });

    it('nodes that are used again for another post show that post’s card, and never the former one’s', async () => {
      const same = (link: string, html: string): Post => ({ id: 'same', link, html });
      const [a, b] = posts;
      if (!a || !b) throw new Error('no posts');
      const render = (post: Post) =>
        tab.evaluate(([one, how]) => globalThis.thread.show([one], how), [post, manner] as const);
      await render(same(a.link, a.html));
      expect(await titles()).toEqual(['Title of a']);
      await render(same(b.link, b.html));
      expect(await titles()).toEqual(['Title of b']);
      expect(await tab.locator('pq-card').evaluate((card) => card.shadowRoot?.textContent)).not.toContain('Title of a');
    });

    it('changes from one manner to another and back', async () => {
      await show('ab', manner);
      await titles();
      for (const other of ['html', 'elements', 'element'] as const) {
        await show('ab', other);
        expect(await titles()).toEqual(['Title of a', 'Title of b']);
      }
      await show('ab', manner);
      expect(await titles()).toEqual(['Title of a', 'Title of b']);
    });
  });

  it('fetched each record once, through all of this on one page', async () => {
    const before = world.site.requests.length;
    await show('abc', 'html');
    await titles();
    for (const order of ['cab', 'b', '', 'abc']) await show(order, 'html');
    await titles();
    const fetched = world.site.requests.slice(before).map(({ url }) => url);
    expect(fetched.filter((url) => url.startsWith('/pq/records/'))).toHaveLength(3);
  });
});
