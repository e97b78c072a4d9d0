import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, storedPost, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';

const single = new URL('../../packages/elements/dist/single/pullquote.js', import.meta.url);
const script = await readFile(single);
const hash = (await readFile(`${single.pathname}.sri`, 'utf8')).trim();

it('has its hash beside it, and brings nothing with it', () => {
  expect(hash).toBe(`sha384-${createHash('sha384').update(script).digest('base64')}`);
  expect(script.toString()).not.toMatch(/\bimport\(|\bfrom\s*["']\.|^import /m);
});

describe.skipIf(chromiumPath === undefined)('the script as one file', () => {
  let browser: Browser;
  let site: CommunitySite;
  beforeAll(async () => {
    const publisher = await createTestPublisher();
    [browser, site] = await Promise.all([launchChromium(), startCommunitySite([publisher])]);
    const signed = await publisher.sign();
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    site.pages.set('/one.js', { type: 'text/javascript', body: script });
    site.pages.set('/altered.js', { type: 'text/javascript', body: Buffer.concat([script, Buffer.from('\n')]) });
    const body = `<article>${storedPost(signed.record, signed.link)}</article>
      <pq-share item="${signed.record.canonicalUrl}"></pq-share><pq-quote item="${signed.record.canonicalUrl}"><p>Text</p></pq-quote>`;
    for (const name of ['one', 'altered'])
      site.pages.set(`/${name}`, {
        body: page(body, {
          script: false,
          head: `<script type="module" src="/${name}.js" integrity="${hash}"></script>`,
        }),
      });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('does all that the chunks do, under a strict policy, and loads nothing more', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/one`);
    await tab.locator('pq-card:state(verified)').waitFor();
    await tab.locator('pq-share').getByRole('button').click();
    await tab.getByRole('dialog').waitFor();
    await tab.waitForFunction(() => customElements.get('pq-quote') !== undefined);
    const scripts = site.requests.filter(({ headers }) => headers['sec-fetch-dest'] === 'script').map(({ url }) => url);
    expect(scripts).toEqual(['/one.js']);
    // Registered only where its tag stands.
    expect(await tab.evaluate(() => customElements.get('pq-ledger') === undefined)).toBe(true);
    await tab.close();
  });

  it('does not run with other bytes than the hash says; the post keeps its stored text', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/altered`);
    await tab.waitForTimeout(300);
    expect(await tab.locator('pq-card').count()).toBe(0);
    expect(await tab.locator('article').innerText()).toContain('Source as stated when posted');
    await tab.close();
  });
});
