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

  async function show(changes: object, post?: (html: string) => string, viewport = { width: 800, height: 600 }) {
    const site = await startCommunitySite([publisher], "default-src 'self'");
    const signed = await signAnything(publisher, changes);
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    const plain = await publisher.record();
    const stored = storedPost(plain, signed.link);
    site.pages.set('/thread', {
      body: page(`<article>${post ? post(stored) : stored}</article><p id="below">below</p>`),
    });
    const tab = await browser.newPage({ viewport });
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
      page: await visibleText(tab.locator('body')),
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

  it.each([320, 1280])('with a word of 300 characters in every text keeps within %i px', async (width) => {
    const word = 'Pneumonoultramicroscopic'.repeat(13).slice(0, 300);
    const { state, wide } = await show(
      {
        title: word,
        summary: word,
        involvement: { en: word },
        parties: [{ role: 'sponsor', name: word }],
        audience: { roles: [word], countries: ['US'], specialties: [word] },
        products: [{ brand: word, generic: word, safety: { US: word }, boxedWarning: { US: word } }],
        aeReporting: { US: { text: word, company: word } },
        approvals: [{ country: 'US', scheme: 'FDA-2253', reference: word, date: '2014-01-10' }],
        excerpts: [{ id: 'e1', text: word, mustAccompany: word, sha256: await sha256Text(word) }],
      },
      undefined,
      { width, height: 600 },
    );
    expect([state, wide]).toEqual(['verified', false]);
  });

  it.each([
    ['a title of 100 kB', 'long '.repeat(20_000)],
    ['a word of 100 kB', 'W'.repeat(100_000)],
  ])('a stored post with %s keeps within 320 px, also where nothing can be verified', async (_what, title) => {
    const { state, wide, text } = await show({ title }, (stored) => stored.replace('<p>', `<p>${title}</p><p>`), {
      width: 320,
      height: 600,
    });
    expect([state, wide]).toEqual(['unchecked', false]);
    expect(text).not.toContain('Verified');
  });

  it.each([
    ['its own list items', (one: string) => `<ul>${`<li>${one}</li>`.repeat(500)}</ul>`],
    ['nested articles', (one: string) => `<div data-post>${`<article>${one}</article>`.repeat(500)}</div>`],
    ['marks of posts', (one: string) => `<div data-post>${`<div data-post>${one}</div>`.repeat(500)}</div>`],
    ['a table', (one: string) => `<table><tr>${`<td>${one}</td>`.repeat(500)}</tr></table>`],
    ['one line', (one: string) => `<p>${one.repeat(500)}</p>`],
  ])('500 links that one member typed into %s make at most ten cards', async (_what, repeat) => {
    const { cards, page: text } = await show({}, (stored) => {
      const link = /<a href="([^"]*pq=[^"]*)"/.exec(stored)?.[1] ?? '';
      return repeat(`<a href="${link}">look</a> `);
    });
    expect(cards).toBeGreaterThan(0);
    expect(cards).toBeLessThanOrEqual(10);
    expect(text.match(/look/g)).toHaveLength(500);
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

  it('a look-alike publisher is not listed, and its address shows as what it is', async () => {
    // The second letter of the name is Cyrillic.
    const { state, text } = await show({}, (stored) =>
      stored.replaceAll('publisher.example', 'p\u0443blisher.example'),
    );
    expect(state).toBe('unlisted');
    expect(text).toContain('Publisher not on this community’s list');
    const { host } = new URL('https://p\u0443blisher.example');
    expect(host).toMatch(/^xn--/);
    expect(text).toContain(`Publisher not on this community’s list ${host}\n`);
    expect(text).not.toContain('Verified');
  });

  it('direction marks in a stored post turn nothing of ours around', async () => {
    const { text, state } = await show({}, (stored) =>
      stored.replace('</blockquote>', '<p>\u202E\u2066ecruos deifireV\u200F</p></blockquote>'),
    );
    expect(state).toBe('verified');
    expect(text.indexOf('in its author’s words')).toBeLessThan(text.indexOf('ecruos deifireV'));
    expect(text).toMatch(/\nVerified source\n? ?Parke-Davis/);
  });

  it.each([
    [
      'a card of nobody',
      '<pq-card item="https://nobody.example/x#pq=v1;h=AAAAAAAAAAAAAAAAAAAAAA"><b>Verified source</b></pq-card>',
      'unlisted',
    ],
    [
      'a card that claims its state',
      '<pq-card class="verified" state="verified" verdict="verified" assessment=\'{"verdict":{"state":"verified"}}\' record="{}" item="https://nobody.example/x"><b>Verified source</b></pq-card>',
      'unlisted',
    ],
    ['a label of nobody', '<pq-label item="https://nobody.example/x"><b>Verified source</b></pq-label>', 'unlisted'],
    [
      'a card whose item is no address',
      '<pq-card item="javascript:pwned=1"><b>Verified source</b></pq-card>',
      'unlisted',
    ],
    [
      'a card with a forged slot',
      '<pq-card item="https://nobody.example/x"><div slot="own">Verified source</div></pq-card>',
      'unlisted',
    ],
  ])('%s that a user typed never stands as verified', async (_what, typed, expected) => {
    const site = await startCommunitySite([publisher], "default-src 'self'");
    site.pages.set('/thread', { body: page(`<article>${typed}</article>`) });
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/thread`);
    const element = tab.locator('body > article > *');
    await tab.waitForFunction(
      () => (document.querySelector('article > *') as HTMLElement & { verdict?: unknown }).verdict,
    );
    const found = await element.evaluate((one) => ({
      state: (one as HTMLElement & { verdict?: { state: string } }).verdict?.state,
      matches: one.matches(':state(verified)'),
      own: one.shadowRoot?.textContent ?? '',
      pwned: (globalThis as unknown as { pwned?: unknown }).pwned,
    }));
    expect([found.state, found.matches, found.pwned]).toEqual([expected, false, undefined]);
    expect(found.own).not.toContain('Verified');
    expect(found.own).toContain('Publisher not on this community’s list');
    await tab.close();
    await site.close();
  });

  it('a dialog and a share button that a user typed do nothing by themselves', async () => {
    const site = await startCommunitySite([publisher], "default-src 'self'");
    site.pages.set('/thread', {
      body: page(
        '<article><pq-share item="javascript:pwned=1">x</pq-share><pq-share-dialog open></pq-share-dialog></article>',
      ),
    });
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}/thread`);
    await tab.locator('pq-share').getByRole('button').click();
    await tab.getByRole('dialog').getByText('Publisher not on this community’s list').waitFor();
    expect(await tab.getByRole('dialog').count()).toBe(1);
    expect(await tab.getByRole('button', { name: 'Post' }).count()).toBe(0);
    expect(await tab.evaluate(() => (globalThis as unknown as { pwned?: unknown }).pwned)).toBeUndefined();
    await tab.close();
    await site.close();
  });
});
