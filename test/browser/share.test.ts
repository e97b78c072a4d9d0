import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { parseLink } from '@pullquote/record';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher, type TestPublisher } from '../support/publisher.js';

const CONNECT = `
import { connect } from '/pq/pullquote.js';
connect({ room: { specialty: 'cardiology' }, destinations: () => [
  { id: 't1', label: 'Statins and macrolides', visibility: 'members' },
  { id: 't2', label: 'Consultants only', visibility: 'restricted' },
] });
globalThis.posts = [];
document.addEventListener('pq-share', (event) => {
  const how = new URLSearchParams(location.search).get('host');
  if (how === 'silent') return;
  if (how === 'deny') return event.deny('This discussion is closed.');
  if (how === 'fails') return event.respondWith(Promise.reject(new Error('The server is down.')));
  globalThis.posts.push({ html: event.compose('html'), text: event.compose('text'), item: event.item, depth: event.depth, excerpt: event.excerpt });
  event.respondWith(Promise.resolve(event.destination));
});
document.addEventListener('pq-shared', (event) => { globalThis.shared = { ...event, comment: event.comment }; });
`;

describe.skipIf(chromiumPath === undefined)('sharing', () => {
  let browser: Browser;
  let publisher: TestPublisher;
  let signed: Awaited<ReturnType<TestPublisher['sign']>>;
  let site: CommunitySite;
  let tab: Page;
  let dialog: Locator;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
    signed = await publisher.sign();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    site = await startCommunitySite([publisher]);
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    site.pages.set('/connect.js', { type: 'text/javascript', body: CONNECT });
    site.pages.set('/page', {
      body: page(
        `<pq-share item="${signed.record.canonicalUrl}"><a href="${signed.record.canonicalUrl}">Lipitor</a></pq-share>`,
        {
          head: '<script type="module" src="/connect.js"></script>',
        },
      ),
    });
    tab = await browser.newPage();
    dialog = tab.locator('dialog');
  });
  afterEach(async () => {
    await tab.close();
    await site.close();
  });

  async function draft(host = 'works'): Promise<void> {
    await tab.goto(`${site.origin}/page?host=${host}`);
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await dialog.getByRole('radio', { name: /Statins and macrolides/ }).check();
    await dialog.getByRole('textbox', { name: 'Your comment' }).fill('Worth <b>reading</b>.\nSecond thought.');
  }

  it('shows the source first and posts comment, label and excerpt, kept apart', async () => {
    await draft();
    const headings = await dialog.innerText();
    expect(headings.indexOf('Verified source')).toBeLessThan(headings.indexOf('Discussion'));
    await dialog.getByRole('radio', { name: /The risk of myopathy/ }).check();
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByText('Posted in Statins and macrolides.').waitFor();
    const [post] = await tab.evaluate(
      () =>
        (
          globalThis as unknown as {
            posts: { html: string; text: string; item: string; depth: number; excerpt: string }[];
          }
        ).posts,
    );
    expect(post?.html).toMatch(
      /^<p>Worth &#60;b&#62;reading&#60;\/b&#62;\.<\/p>\n<p>Second thought\.<\/p>\n<blockquote>/,
    );
    expect(post?.text).toMatch(/^Worth <b>reading<\/b>\.\nSecond thought\.\n\nSource as stated when posted: /);
    expect(post?.depth).toBe(1);
    const link = /href="([^"]*&#35;pq|[^"]*#pq=[^"]*)"/.exec(post?.html ?? '')?.[1] ?? '';
    expect(parseLink(link)).toEqual({
      url: signed.record.canonicalUrl,
      version: 1,
      digest: signed.digest,
      excerpt: 'e1',
      depth: 1,
    });
    expect(await tab.evaluate(() => (globalThis as unknown as { shared: object }).shared)).not.toHaveProperty(
      'comment',
      expect.anything(),
    );
  });

  it('takes three clicks', async () => {
    await tab.goto(`${site.origin}/page`);
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await dialog.getByText('Statins and macrolides').click();
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByText('Posted in Statins and macrolides.').waitFor();
  });

  it.each([
    ['fails', 'It was not posted: The server is down. Your words are still here.'],
    ['deny', 'It was not posted: This discussion is closed. Your words are still here.'],
    ['silent', 'This site can’t post this yet. You can copy it instead.'],
  ])('when the host %s, says so and keeps every word', async (host, words) => {
    await draft(host);
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByRole('alert').filter({ hasText: words }).waitFor();
    const comment = dialog.getByRole('textbox', { name: 'Your comment' });
    expect(await comment.inputValue()).toBe('Worth <b>reading</b>.\nSecond thought.');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    expect(await comment.inputValue()).toBe('Worth <b>reading</b>.\nSecond thought.');
  });

  it('says that nothing will be sent where nothing is counted', async () => {
    await draft();
    expect(await dialog.getByRole('region', { name: 'What the publisher will learn' }).innerText()).toContain(
      'Nothing will be sent.',
    );
    expect(site.requests.some(({ url }) => url.includes('facts') || url.includes('counting'))).toBe(false);
  });

  it('refuses an item that was withdrawn while the dialog stood open', async () => {
    await draft();
    site.holdStatus(publisher.statusUri, await publisher.statusList([[7, 'withdrawn']]));
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'This item has been withdrawn.' }).waitFor();
    expect(await tab.evaluate(() => (globalThis as unknown as { posts: unknown[] }).posts)).toEqual([]);
  });

  it('says of an item that the community does not hold yet when it can be shared', async () => {
    site.pages.delete(`/pq/record?url=${encodeURIComponent(signed.record.canonicalUrl)}`);
    await tab.goto(`${site.origin}/page`);
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await dialog.getByText('New here: this item can be shared within 15 minutes.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Post' }).count()).toBe(0);
  });

  it('opens itself with the item that a publisher’s page sent in the fragment', async () => {
    site.pages.set('/new', {
      body: page('<pq-share></pq-share>', { head: '<script type="module" src="/connect.js"></script>' }),
    });
    await tab.goto(`${site.origin}/new#pq-share=${encodeURIComponent(signed.link)}`);
    await dialog.getByText('Atorvastatin: drug interactions at a glance').waitFor();
    expect(await dialog.getByRole('radio', { name: /The risk of myopathy/ }).isChecked()).toBe(true);
    expect(site.requests.some(({ url }) => url.includes('pq-share'))).toBe(false);
  });

  it('reshares from a card one level deeper', async () => {
    const { storedPost } = await import('../support/community-site.js');
    site.pages.set('/thread', {
      body: page(`<article>${storedPost(signed.record, signed.link)}</article>`, {
        head: '<script type="module" src="/connect.js"></script>',
      }),
    });
    await tab.goto(`${site.origin}/thread`);
    await tab.getByRole('button', { name: 'Share' }).click();
    await dialog.getByText('Statins and macrolides').click();
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByText('Posted in').waitFor();
    const [post] = await tab.evaluate(
      () => (globalThis as unknown as { posts: { depth: number; html: string }[] }).posts,
    );
    expect(post?.depth).toBe(2);
    expect(post?.html).toContain(';x=e1;d=2');
  });

  it('refuses to share on what the reuse terms keep in its thread', async () => {
    const closed = await publisher.sign({ reuse: { ...signed.record.reuse, reshare: false } });
    site.hold(closed.digest, closed.jws, closed.record.canonicalUrl);
    const { storedPost } = await import('../support/community-site.js');
    site.pages.set('/thread', { body: page(`<article>${storedPost(closed.record, closed.link)}</article>`) });
    await tab.goto(`${site.origin}/thread`);
    await tab.locator('pq-card:state(verified)').waitFor();
    expect(await tab.getByRole('button', { name: 'Share' }).count()).toBe(0);
  });
});
