import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '@pullquote/elements';
import { chromiumPath } from '../../support/chromium.js';
import { page, storedPost } from '../../support/community-site.js';
import { problemsOf, startWorld, type World } from './setup.js';

const RECORDS = 100;
const PAGE = 50;
const PAGES = 20;
/** Pages of posts that the thread keeps in the document at one time. */
const KEPT = 3;

describe.skipIf(chromiumPath === undefined)('an endless thread of 1,000 cards', () => {
  let world: World;
  const posts: string[] = [];

  beforeAll(async () => {
    world = await startWorld("default-src 'self'; require-trusted-types-for 'script'");
    const { site, publisher } = world;
    for (let n = 0; n < RECORDS; n++) {
      const signed = await publisher.sign({
        id: `urn:pullquote:test:${n}`,
        canonicalUrl: `${publisher.origin}/item-${n}`,
        title: `Item ${n}`,
      });
      site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
      posts.push(storedPost(signed.record, signed.link));
    }
    site.pages.set('/posts.js', { type: 'text/javascript', body: `globalThis.posts = ${JSON.stringify(posts)};` });
    site.pages.set('/thread', { body: page('<main></main>', { head: '<script src="/posts.js"></script>' }) });
  });
  afterAll(() => world.close());

  /** Adds the thread's next page at its end and drops the oldest, as a list that loads while its reader scrolls. */
  async function turn(tab: Page, number: number): Promise<void> {
    await tab.evaluate(
      async ({ number, size, kept }) => {
        const { posts } = globalThis as unknown as { posts: string[] };
        const main = document.querySelector('main') as Element;
        const section = document.createElement('section');
        const parser = new DOMParser() as { parseFromString(text: unknown, type: string): Document };
        const policy = (
          globalThis as unknown as {
            trustedTypes: { createPolicy(n: string, r: object): { createHTML(t: string): unknown } };
          }
        ).trustedTypes.createPolicy('forum', { createHTML: (text: string) => text });
        const html = Array.from(
          { length: size },
          (_, n) => `<article>${posts[(number * size + n) % posts.length]}</article>`,
        );
        section.append(...parser.parseFromString(policy.createHTML(html.join('')), 'text/html').body.childNodes);
        main.append(section);
        while (main.children.length > kept) main.firstElementChild?.remove();
        section.lastElementChild?.scrollIntoView();
        while (![...section.querySelectorAll('article')].every((post) => post.querySelector('pq-card:state(verified)')))
          await new Promise((done) => setTimeout(done, 20));
        scrollBy(0, -1);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      },
      { number, size: PAGE, kept: KEPT },
    );
  }

  /** Cards that are alive after a full collection, in the document or not. */
  async function alive(devtools: CDPSession): Promise<number> {
    for (let again = 0; again < 3; again++) await devtools.send('HeapProfiler.collectGarbage');
    const { result } = await devtools.send('Runtime.evaluate', {
      expression: "customElements.get('pq-card').prototype",
    });
    const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
    const count = await devtools.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length }',
      returnByValue: true,
    });
    await devtools.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
    return Number(count.result.value);
  }

  it('frees every card that was removed, and fetches each record once', async () => {
    const tab = await world.browser.newPage();
    const problems = problemsOf(tab);
    const devtools = await tab.context().newCDPSession(tab);
    await tab.goto(`${world.site.origin}/thread`);
    await tab.waitForFunction(() => customElements.get('pq-card') !== undefined);
    const heap = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize;
    };
    let early = 0;
    for (let number = 0; number < PAGES; number++) {
      await turn(tab, number);
      // By then every record was seen, and as many cards stand in the document as ever will.
      if (number === KEPT + 1) early = await heap();
    }
    const grown = (await heap()) - early;
    console.log(
      `endless thread: heap grew by ${(grown / 1024).toFixed(0)} KB over the last ${(PAGES - KEPT - 2) * PAGE} cards`,
    );
    expect(grown).toBeLessThan(256 * 1024);
    expect(await tab.locator('pq-card').count()).toBe(KEPT * PAGE);
    expect(await alive(devtools)).toBe(KEPT * PAGE);

    await tab.evaluate(() => document.querySelector('main')?.replaceChildren());
    expect(await alive(devtools)).toBe(0);

    const fetched = world.site.requests.map(({ url }) => url).filter((url) => url.startsWith('/pq/records/'));
    expect(fetched).toHaveLength(RECORDS);
    expect(new Set(fetched).size).toBe(RECORDS);
    expect(problems).toEqual([]);
    await tab.close();
  });
});
