import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { startCommunitySite, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';
import { blueskyThread } from './support/bluesky.js';
import { isOurs, pageOf, serveContestants, tagsOf, type Contestant } from './support/contestants.js';
import { publishItems, type Item } from './support/items.js';
import { layoutShift, openTab } from './support/measure.js';
import type {} from './support/peer.js';

const POSTS = 20;

let browser: Browser;
let site: CommunitySite;
let items: Item[];
let contestants: readonly Contestant[];

beforeAll(async () => {
  browser = await launchChromium();
  const publisher = await createTestPublisher();
  site = await startCommunitySite([publisher], "default-src * 'unsafe-inline' data:");
  items = await publishItems(site, publisher, POSTS);
  contestants = await serveContestants(site, items);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Load {
  /** Brotli 11 of the scripts and style sheets, in bytes. */
  readonly code: number;
  readonly fonts: number;
  /** Hosts other than the page's own that were asked, once for each request. */
  readonly strangers: readonly string[];
}

/** One of them on a page of its own: what it makes the browser load. */
async function load(one: Contestant, item: Item): Promise<Load> {
  site.pages.set('/one', { body: pageOf([one], `<main>${one.placeholder(item)}</main>`) });
  const tab = await browser.newPage();
  const strangers: string[] = [];
  await tab.route(
    ({ origin }) => origin !== site.origin,
    (route) => {
      const { host } = new URL(route.request().url());
      strangers.push(host);
      // Nobody is reached. Bluesky's own server is played, because what it answers asks for more.
      if (host !== 'public.api.bsky.app') return route.abort();
      const body = blueskyThread('A post.', 'https://cdn.bsky.app/avatar.jpg');
      return route.fulfill({ body, contentType: 'application/json', headers: { 'access-control-allow-origin': '*' } });
    },
  );
  const code: Promise<number>[] = [];
  let fonts = 0;
  tab.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    const path = new URL(response.url()).pathname;
    if (isOurs(one) && path === `/${one.name}/${one.name}.js`) return; // The bench's own.
    if (/javascript|css/.test(type)) code.push(response.body().then((body) => brotliCompressSync(body).length));
    else if (type.startsWith('font/')) code.push(response.body().then(({ length }) => ((fonts += length), 0)));
  });
  await tab.goto(`${site.origin}/one`);
  await tab.evaluate(async (name) => {
    await globalThis.peers?.[name]?.start(document.body);
    await document.fonts.ready;
  }, one.name);
  await tab.waitForLoadState('networkidle');
  const sum = (await Promise.all(code)).reduce((all, bytes) => all + bytes, 0);
  await tab.close();
  return { code: sum, fonts, strangers };
}

/** Twenty of them in a thread, their scripts 300 ms late. */
async function shift(one: Contestant): Promise<number> {
  const late = [...tagsOf([one]).matchAll(/src="([^"]+)"/g)].map(([, path]) => `import(${JSON.stringify(path)})`);
  site.pages.set('/late.js', {
    type: 'text/javascript',
    body: `setTimeout(() => Promise.all([${late.join()}]).then(() => peers['${one.name}'].start(document.body)).then(() => { globalThis.done = true }), 300)`,
  });
  const posts = items.map(
    (item) => `<section>${one.placeholder(item, site.origin)}<p>And what the thread says next.</p></section>`,
  );
  const styles = tagsOf([one]).match(/<link[^>]+>/g) ?? [];
  site.pages.set('/late', {
    body: pageOf([], `${styles.join('')}${posts.join('')}<script src="/late.js"></script>`),
  });
  const opened = await openTab(browser, `${site.origin}/late`);
  await opened.tab.waitForFunction(() => 'done' in globalThis);
  await opened.tab.waitForTimeout(500);
  const moved = await layoutShift(opened);
  await opened.tab.close();
  return moved;
}

it('what loads, whom it asks, and what moves', async () => {
  const [item] = items;
  if (!item) throw new Error('There is no item to show.');
  for (const one of contestants) {
    const { code, fonts, strangers } = await load(one, item);
    const moved = await shift(one);
    console.log(
      `${one.name}: ${(code / 1000).toFixed(1)} KB${fonts ? ` + ${(fonts / 1000).toFixed(1)} KB of fonts` : ''}, third parties asked: ${strangers.length}${strangers.length ? ` (${strangers.join(', ')})` : ''}, layout shift ${moved.toFixed(4)}; ${one.lacks}`,
    );
    if (one.name === 'pq-card') expect(moved, one.name).toBeLessThanOrEqual(0.002);
    if (!isOurs(one)) continue;
    expect(code, one.name).toBeLessThanOrEqual(16_000);
    expect(strangers, one.name).toEqual([]);
  }
});
