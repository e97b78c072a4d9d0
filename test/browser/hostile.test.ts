import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import type {} from '@pullquote/elements';
import { formatLink, payloadDigest, sha256Text, signJws, type ContentRecord } from '@pullquote/record';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, storedPost } from '../support/community-site.js';
import { createTestPublisher, type TestPublisher } from '../support/publisher.js';
import { visibleText } from '../support/visible-text.js';

const XSS = '"><img src=x onerror=globalThis.pwned=1><script>pwned=1</script>${pwned=1}{{pwned=1}}\u202Eevil\u2066';

/** A listed publisher's key in bad hands: signs what no schema of ours would let through. */
async function signAnything(publisher: TestPublisher, changes: object) {
  const record = { ...(await publisher.record()), ...changes };
  const payload = new TextEncoder().encode(JSON.stringify(record));
  const digest = await payloadDigest(payload);
  return {
    record: record as ContentRecord,
    digest,
    jws: await signJws(payload, publisher.recordKey, 'pullquote-record+jwt'),
    link: formatLink({ url: record.canonicalUrl, version: record.version, digest, excerpt: 'e1', depth: 1 }),
  };
}

describe.skipIf(chromiumPath === undefined)('a hostile record', () => {
  let browser: Browser;
  let publisher: TestPublisher;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
  });
  afterAll(() => browser.close());

  async function show(changes: object, post?: (html: string) => string) {
    const site = await startCommunitySite([publisher], "default-src 'self'");
    const signed = await signAnything(publisher, changes);
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    const plain = await publisher.record();
    const stored = storedPost(plain, signed.link);
    site.pages.set('/thread', {
      body: page(`<article>${post ? post(stored) : stored}</article><p id="below">below</p>`),
    });
    const tab = await browser.newPage({ viewport: { width: 800, height: 600 } });
    await tab.goto(`${site.origin}/thread`);
    await tab.waitForFunction(() => document.querySelector('pq-card')?.verdict !== undefined);
    const found = {
      state: await tab
        .locator('pq-card')
        .first()
        .evaluate((card) => (card as HTMLElement & { verdict?: { state: string } }).verdict?.state),
      text: await visibleText(tab.locator('pq-card').first()),
      pwned: await tab.evaluate(() => (globalThis as unknown as { pwned?: unknown }).pwned),
      markup: await tab
        .locator('pq-card')
        .first()
        .evaluate((card) => card.shadowRoot?.querySelectorAll('img, script, iframe, [onerror]').length),
      wide: await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth),
      cards: await tab.locator('pq-card').count(),
    };
    await tab.close();
    await site.close();
    return found;
  }

  it('is shown as text, whatever its text is, in every field', async () => {
    const { state, text, pwned, markup, wide } = await show({
      title: XSS,
      involvement: { en: XSS },
      parties: [{ role: 'sponsor', name: XSS, interests: XSS }],
      audience: { roles: [XSS], countries: ['US'] },
      products: [{ brand: XSS, generic: XSS, safety: { US: XSS }, boxedWarning: { US: XSS } }],
      aeReporting: { US: { text: XSS, company: XSS } },
      approvals: [{ country: 'US', scheme: 'FDA-2253', reference: XSS, date: '2014-01-10' }],
      excerpts: [{ id: 'e1', text: XSS, mustAccompany: XSS, sha256: await sha256Text(XSS) }],
    });
    expect(state).toBe('verified');
    expect(text).toContain('<img src=x onerror=globalThis.pwned=1>');
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect([pwned, markup, wide]).toEqual([undefined, 0, false]);
  });

  it.each([
    ['a link that is a script', { products: [{ generic: 'x', piUrl: { US: 'javascript:pwned=1' } }] }],
    ['a title of 100 kB', { title: 'long '.repeat(20_000) }],
    ['a status nobody knows', { promotionalStatus: 'definitely-independent' }],
    ['an audience that is no list', { audience: 'everybody' }],
    ['a prototype in the record', { parties: { __proto__: [] } }],
  ])('with %s is not shown, and is not called verified', async (_what, changes) => {
    const { state, text, pwned } = await show(changes);
    expect(state).toBe('unchecked');
    expect(text).toContain('Could not be checked just now');
    expect(text).not.toContain('Verified');
    expect(pwned).toBeUndefined();
  });

  it('with a 500-character title without a space does not break the page', async () => {
    const { state, wide } = await show({ title: 'W'.repeat(500) });
    expect([state, wide]).toEqual(['verified', false]);
  });

  it('makes at most ten cards in one post', async () => {
    const { cards } = await show({}, (stored) => Array.from({ length: 200 }, () => stored).join(''));
    expect(cards).toBe(10);
  });

  it('cannot borrow the words of a verified card: forged lines stay the author’s', async () => {
    const { text } = await show({}, (stored) =>
      stored.replace('</blockquote>', '<p>Verified source · FDA.gov</p></blockquote>'),
    );
    expect(text).toMatch(/in its author’s words:\nVerified source · FDA\.gov\n/);
  });
});
