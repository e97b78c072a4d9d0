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
  { id: 't3', label: 'Dr Hannah Weiss', kind: 'direct-message', visibility: 'members' },
].slice(0, Number(new URLSearchParams(location.search).get('places') ?? 9)) });
globalThis.posts = [];
document.addEventListener('pq-share', (event) => {
  const how = new URLSearchParams(location.search).get('host');
  if (how === 'silent') return;
  if (how === 'deny') return event.deny('This discussion is closed.');
  if (how === 'fails') return event.respondWith(Promise.reject(new Error('The server is down.')));
  globalThis.posts.push({ channel: event.channel, html: event.compose('html'), text: event.compose('text'), item: event.item, depth: event.depth, excerpt: event.excerpt });
  const url = how === 'script' ? 'javascript:alert(1)' : '/threads/1#post-2';
  const answer = { ...event.destination, url };
  event.respondWith(how === 'slow' ? new Promise((done) => { globalThis.finish = () => done(answer); }) : Promise.resolve(answer));
});
globalThis.facts = [];
document.addEventListener('pq-fact', (event) => globalThis.facts.push(event.fact));
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
    await dialog.getByRole('button', { name: 'Copy with label' }).waitFor();
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

  const posts = () =>
    tab.evaluate(() => (globalThis as unknown as { posts: { channel: string; html: string; text: string }[] }).posts);
  const comment = () => dialog.getByRole('textbox', { name: 'Your comment' });

  it('posts in two clicks where there is one discussion only, and leads to the post', async () => {
    await tab.goto(`${site.origin}/page?places=1`);
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await dialog.getByRole('radio', { name: /Statins and macrolides/, checked: true }).waitFor();
    await dialog.getByRole('button', { name: 'Post' }).click();
    const link = dialog.getByRole('link', { name: 'See the post' });
    expect(await link.getAttribute('href')).toBe('/threads/1#post-2');
    const focused = await dialog.locator(':focus').innerText();
    expect(focused).toBe('Posted in Statins and macrolides.');
  });

  it('makes no link of a host’s answer that is a script', async () => {
    await draft('script');
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByText('Posted in').waitFor();
    expect(await dialog.getByRole('link').count()).toBe(0);
  });

  it('says what is missing when nothing was chosen, and posts nothing', async () => {
    await tab.goto(`${site.origin}/page`);
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await dialog.getByRole('radio', { name: /Statins/ }).waitFor();
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Choose a discussion first.' }).waitFor();
    expect(await posts()).toEqual([]);
  });

  it('cannot be sent twice', async () => {
    await draft('slow');
    await dialog.getByRole('button', { name: 'Post' }).dblclick();
    await dialog.getByRole('button', { name: 'Posting…' }).waitFor();
    await dialog.getByRole('button', { name: 'Posting…' }).click({ force: true });
    await dialog.locator('form').evaluate((form: HTMLFormElement) => form.requestSubmit());
    await tab.waitForFunction(() => 'finish' in globalThis);
    await tab.evaluate(() => (globalThis as unknown as { finish(): void }).finish());
    await dialog.getByText('Posted in').waitFor();
    expect(await posts()).toHaveLength(1);
  });

  it('keeps words over Escape, a click outside and another item, and loses them with the page alone', async () => {
    await draft();
    const words = await comment().inputValue();
    await tab.mouse.click(3, 300);
    expect(await comment().isVisible()).toBe(true);
    await tab.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim())).toBe(
      'Share with its source',
    );
    const share = (item: string) =>
      tab.evaluate((item) => {
        const element = document.querySelector('pq-share');
        if (element) element.item = item;
        return element?.open();
      }, item);
    const other = await publisher.sign({ canonicalUrl: 'https://publisher.example/other', title: 'Another item' });
    site.hold(other.digest, other.jws, other.record.canonicalUrl);
    await share(other.record.canonicalUrl);
    await dialog.getByRole('heading', { name: 'Another item' }).waitFor();
    expect(await comment().inputValue()).toBe('');
    await tab.keyboard.press('Escape');
    await share(signed.record.canonicalUrl);
    await dialog.getByRole('heading', { name: 'Atorvastatin' }).waitFor();
    expect(await comment().inputValue()).toBe(words);
    expect(await dialog.getByRole('radio', { name: /Statins/ }).isChecked()).toBe(true);

    await tab.reload();
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    expect(await comment().inputValue()).toBe('');
    expect(
      await tab.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
      ]),
    ).toEqual([0, 0, 0]);
  });

  it('discards a draft only so far that it can be had back', async () => {
    await draft();
    const words = await comment().inputValue();
    await dialog.getByRole('button', { name: 'Discard draft' }).click();
    await dialog.getByText('Draft discarded.').waitFor();
    expect(await comment().inputValue()).toBe('');
    await dialog.getByRole('button', { name: 'Undo' }).click();
    expect(await comment().inputValue()).toBe(words);
    expect(await dialog.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  it('sends a direct message by its own channel, and never as a public fact', async () => {
    (site.file as { count: string }).count = 'all';
    site.pages.set('/pq/facts', { status: 202, type: 'application/json', body: '{}' });
    await tab.goto(`${site.origin}/page`);
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await dialog.getByRole('radio', { name: /Dr Hannah Weiss.*Direct message/ }).check();
    await dialog
      .getByText(/^Nothing about you alone/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByText('Posted in Dr Hannah Weiss.').waitFor();
    expect((await posts())[0]?.channel).toBe('direct-message');
    expect(await tab.evaluate(() => (globalThis as unknown as { facts: unknown[] }).facts)).toEqual([
      { fact: 'sent-privately', item: signed.record.id, version: 1 },
    ]);
  });

  it('puts a tie to the sponsor into the post alone, and says nothing unless asked', async () => {
    (site.file as { count: string }).count = 'all';
    site.pages.set('/pq/facts', { status: 202, type: 'application/json', body: '{}' });
    await draft();
    expect(await dialog.getByRole('radio', { name: 'Say nothing about it' }).isChecked()).toBe(true);
    await dialog.getByRole('radio', { name: 'I have a tie to Parke-Davis Div of Pfizer Inc.' }).check();
    await dialog.getByText('It is not sent to the publisher.', { exact: false }).last().waitFor();
    await dialog.getByText('The exact fact').click();
    await dialog.getByText('A first post', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByText('Posted in').waitFor();
    expect((await posts())[0]?.text).toMatch(
      /Second thought\.\n\nI have a tie to Parke-Davis Div of Pfizer Inc\.\n\nSource as stated/,
    );
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(() => site.requests.filter(({ url }) => url === '/pq/facts').length).toBeGreaterThan(0);
    for (const { body } of site.requests) expect(body).not.toMatch(/tie to|Second thought/);
  });

  it('is a sheet on a small screen, with its button in reach while a keyboard is open', async () => {
    await tab.setViewportSize({ width: 320, height: 640 });
    await draft();
    const post = dialog.getByRole('button', { name: 'Post' });
    const bottom = async () => ((await post.boundingBox())?.y ?? 0) + ((await post.boundingBox())?.height ?? 0);
    expect((await dialog.boundingBox())?.width).toBe(320);
    expect((await dialog.boundingBox())?.height).toBe(640);
    await tab.setViewportSize({ width: 320, height: 400 });
    await expect.poll(bottom).toBeLessThanOrEqual(400);
    expect(await bottom()).toBeGreaterThan(300);
  });
});
