import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { compactLabel, parseLink, readLink, renderMarker, storedWords } from '@pullquote/record';
import { locale as german } from '../../packages/elements/src/locales/de.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, storedPost, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher, type TestPublisher } from '../support/publisher.js';
import { visibleText } from '../support/visible-text.js';

const GERMAN = german.state.verified;
const ENGLISH = 'Verified source';

const CONNECT = `
import { connect } from '/pq/pullquote.js';
connect({ destinations: [{ id: 't1', label: 'Statine', visibility: 'members' }] });
document.addEventListener('pq-share', (event) => {
  globalThis.posted = event.compose('html');
  event.respondWith(Promise.resolve(event.destination));
});
`;

describe.skipIf(chromiumPath === undefined)('languages', () => {
  let browser: Browser;
  let publisher: TestPublisher;
  let signed: Awaited<ReturnType<TestPublisher['sign']>>;
  let site: CommunitySite;
  let tab: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
    signed = await publisher.sign({
      datePrepared: '2014-01-13',
      audience: { roles: ['healthcare professionals'], countries: ['US', 'GB'] },
      involvement: { en: 'Written and funded by Parke-Davis.', de: 'Verfasst und bezahlt von Parke-Davis.' },
    });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    site = await startCommunitySite([publisher]);
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    site.pages.set('/connect.js', { type: 'text/javascript', body: CONNECT });
    tab = await browser.newPage();
  });
  afterEach(async () => {
    await tab.close();
    await site.close();
  });

  async function show(lang: string, body: string, head = ''): Promise<void> {
    site.pages.set('/thread', { body: page(body, { head }).replace('lang="en"', `lang="${lang}"`) });
    await tab.goto(`${site.origin}/thread`);
  }
  const card = () => tab.locator('pq-card').first();
  /** A label as a doctor on a German page leaves it. */
  const germanPost = () => {
    const link = { ...parseLink(signed.link), lang: 'de' };
    const context = { state: 'as-stated', country: 'US', excerpt: link.excerpt, words: storedWords(german) } as const;
    return renderMarker(compactLabel(signed.record, context), link);
  };

  it('speaks the page’s language, and leaves the publisher’s own words as they are', async () => {
    await show('de-CH', `<article>${storedPost(signed.record, signed.link)}</article>`);
    await card().getByText(GERMAN).waitFor();
    const text = await visibleText(card());
    expect(text).toContain('13. Jan. 2014');
    expect(text).toContain('Vereinigte Staaten und Vereinigtes Königreich');
    expect(text).toContain('Verfasst und bezahlt von Parke-Davis.');
    expect(text).toContain(signed.record.title);
    expect(text).not.toMatch(/Verified|Prepared|Details/);
  });

  it('loads no language for an English page', async () => {
    await show('en-GB', `<article>${storedPost(signed.record, signed.link)}</article>`);
    await card().getByText(ENGLISH).waitFor();
    expect(site.requests.filter(({ url }) => /chunks\/(de|fr|es|it|ar)-/.test(url))).toEqual([]);
  });

  it('takes the nearest language, through a site’s own shadow root', async () => {
    await show(
      'en',
      `<article>${storedPost(signed.record, signed.link)}</article>
      <div lang="de"><site-post><template shadowrootmode="open"><pq-label item="${signed.link}"></pq-label></template></site-post></div>`,
    );
    await card().getByText(ENGLISH).waitFor();
    await tab.locator('pq-label').getByText(GERMAN).waitFor();
  });

  it('changes with the page, without a reload', async () => {
    await show('en', `<article>${storedPost(signed.record, signed.link)}</article>`);
    await card().getByText(ENGLISH).waitFor();
    await tab.evaluate(() => (document.documentElement.lang = 'de'));
    await card().getByText(GERMAN).waitFor();
    await tab.evaluate(() => (document.documentElement.lang = 'nl'));
    await card().getByText(ENGLISH).waitFor();
  });

  it('speaks English where a language could not be loaded', async () => {
    await tab.route('**/chunks/de-*', (route) => route.abort());
    await show('de', `<article>${storedPost(signed.record, signed.link)}</article>`);
    await card().getByText(ENGLISH).waitFor();
  });

  it('stores a label in the language of its thread, and knows it again in any other', async () => {
    const share = `<pq-share item="${signed.record.canonicalUrl}"></pq-share>`;
    await show('de', share, '<script type="module" src="/connect.js"></script>');
    await tab.getByRole('button', { name: german.element.shareWithSource }).click();
    await tab.getByRole('radio', { name: 'Statine' }).check();
    await tab.getByRole('button', { name: german.sharing.post, exact: true }).click();
    await tab.getByText(german.posting.postedIn('Statine')).waitFor();
    const posted = await tab.evaluate(() => (globalThis as unknown as { posted: string }).posted);
    expect(posted).toContain(german.state['as-stated']);
    expect(posted).not.toMatch(/gepr[üu]ft|verified/i);
    const link = /href="([^"]*#pq=[^"]*)"/.exec(posted)?.[1];
    expect(readLink(link ?? '')?.lang).toBe('de');

    await show('en', `<article>${posted}</article>`);
    await card().getByText(ENGLISH).waitFor();
    expect(await visibleText(card())).not.toContain('laut Angabe');
    expect(await tab.locator('[slot=own]').count()).toBe(0);
  });

  it('shows what an author changed in a label of another language', async () => {
    await show('en', `<article>${germanPost().replace('Werbung', 'Unabhängig')}</article>`);
    await card().getByText(ENGLISH).waitFor();
    expect(await tab.locator('[slot=own]').textContent()).toContain('Unabhängig');
  });
});
