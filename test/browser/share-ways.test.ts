import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { generate } from 'lean-qr/nano';
import { CHANNEL_KINDS, type CommunityFile, type ContentRecord } from '@pullquote/record';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher, type TestPublisher } from '../support/publisher.js';

const CONNECT = `
import { connect } from '/pq/pullquote.js';
connect({ destinations: [{ id: 't1', label: 'Lipids', visibility: 'members' }] });
globalThis.facts = [];
document.addEventListener('pq-fact', (event) => globalThis.facts.push(event.fact));
`;
const COMMENT = 'Für die Sprechstunde & mehr.\nZweite Zeile.';

describe.skipIf(chromiumPath === undefined)('the other ways to share', () => {
  let browser: Browser;
  let publisher: TestPublisher;
  let site: CommunitySite;
  let context: BrowserContext;
  let tab: Page;
  let dialog: Locator;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    site = await startCommunitySite([publisher]);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    site.pages.set('/connect.js', { type: 'text/javascript', body: CONNECT });
    site.pages.set('/pq/facts', { status: 202, type: 'application/json', body: '{}' });
    context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    tab = await context.newPage();
    dialog = tab.locator('dialog');
  });
  afterEach(async () => {
    await context.close();
    await site.close();
  });

  async function opened(changes: Partial<ContentRecord> = {}, file: Partial<CommunityFile> = {}): Promise<void> {
    Object.assign(site.file, file);
    const { digest, jws, record } = await publisher.sign(changes);
    site.hold(digest, jws, record.canonicalUrl);
    site.pages.set('/page', {
      body: page(`<p>HOST PAGE</p><pq-share item="${record.canonicalUrl}" excerpt="e1"></pq-share>`, {
        head: '<script type="module" src="/connect.js"></script>',
      }),
    });
    await tab.goto(`${site.origin}/page`);
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await dialog.getByRole('textbox', { name: 'Your comment' }).fill(COMMENT);
    await dialog.getByText('More ways to share').click();
    await dialog.getByText('What the publisher will learn of these:').waitFor();
  }
  const way = (name: string) => dialog.getByRole('button', { name: new RegExp(`^${name}`) });
  const clipboard = (type: string) =>
    tab.evaluate(async (type) => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes(type) ? (await item.getType(type)).text() : undefined;
    }, type);
  const facts = () => tab.evaluate(() => (globalThis as unknown as { facts: { fact: string }[] }).facts);

  it('load only when they are asked for', async () => {
    const { digest, jws, record } = await publisher.sign();
    site.hold(digest, jws, record.canonicalUrl);
    site.pages.set('/page', { body: page(`<pq-share item="${record.canonicalUrl}"></pq-share>`) });
    await tab.goto(`${site.origin}/page`);
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await dialog.getByText('More ways to share').waitFor();
    await tab.waitForLoadState('networkidle');
    expect(site.requests.filter(({ url }) => /chunks\/(panel|qr|learn)-/.test(url))).toEqual([]);
    await dialog.getByText('More ways to share').click();
    await way('QR code').waitFor();
    expect(site.requests.filter(({ url }) => /chunks\/qr-/.test(url))).toEqual([]);
  });

  it('copies the link alone, or the comment and the whole label in both forms', async () => {
    await opened();
    await way('Copy link').click();
    await dialog.getByText('Link copied.').waitFor();
    expect(await clipboard('text/plain')).toMatch(
      /^https:\/\/publisher\.example\/lipitor-interactions#pq=v1;h=.+;x=e1;d=1$/,
    );
    await way('Copy with label').click();
    await dialog.getByText('Copied, with its label.').waitFor();
    const text = await clipboard('text/plain');
    expect(text?.replace(/\r/g, '')).toMatch(
      /^Für die Sprechstunde & mehr\.\nZweite Zeile\.\n\nSource as stated when posted: /,
    );
    expect(text).toContain('contact FDA at 1-800-FDA-1088');
    expect(await clipboard('text/html')).toContain('blockquote');
  });

  it('quotes the chosen passage with its source and without the comment', async () => {
    await opened();
    await way('Copy the quotation').click();
    await dialog.getByText('Quotation copied').waitFor();
    for (const type of ['text/plain', 'text/html']) {
      const copied = await clipboard(type);
      expect(copied).toContain('The risk of myopathy');
      expect(copied).toContain('Parke-Davis Div of Pfizer Inc (sponsor) · Promotional');
      expect(copied).not.toContain('Sprechstunde');
    }
    await dialog.getByRole('radio', { name: /^No excerpt/ }).check();
    expect(await way('Copy the quotation').count()).toBe(0);
  });

  it('shows the text where the browser does not let it copy', async () => {
    await opened();
    await tab.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
    });
    await way('Copy link').click();
    await dialog.getByText('This browser did not allow copying.').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Text to copy' }).inputValue()).toContain('#pq=v1');
  });

  it('hands an e-mail to the doctor’s own mail program, whole', async () => {
    await opened();
    await dialog.getByRole('radio', { name: 'I have no tie to' }).check();
    const href = (await dialog.getByRole('link', { name: /^E-mail/ }).getAttribute('href')) ?? '';
    const url = new URL(href);
    expect(url.protocol + url.pathname).toBe('mailto:');
    const body = url.searchParams.get('body') ?? '';
    expect(url.searchParams.get('subject')).toBe('Promotional: Atorvastatin: drug interactions at a glance');
    expect(body.indexOf('Sprechstunde & mehr')).toBe('Für die '.length);
    expect(body).toContain(
      '\r\n\r\nI have no tie to Parke-Davis Div of Pfizer Inc.\r\n\r\nSource as stated when posted',
    );
    expect(body.replace(/\s+/g, ' ')).toContain('To report side effects, contact FDA at 1-800-FDA-1088.');
    expect(href).not.toContain('+');
  });

  it('prints the label alone, under the strictest policy', async () => {
    await tab.addInitScript(() => {
      window.print = () => {
        (top as unknown as { printed: object }).printed = {
          text: document.body.innerText,
          margin: getComputedStyle(document.body).margin,
          links: [...document.querySelectorAll('a')].map((a) => a.href),
        };
        dispatchEvent(new Event('afterprint'));
      };
    });
    await opened();
    await way('Print').click();
    await tab.waitForFunction(() => 'printed' in globalThis);
    const printed = await tab.evaluate(
      () => (globalThis as unknown as { printed: { text: string; margin: string; links: string[] } }).printed,
    );
    expect(printed.text).toContain('Atorvastatin: drug interactions at a glance');
    expect(printed.text).toContain('LIPITOR prescribing information, section 7.');
    expect(printed.text).toContain('https://publisher.example/lipitor-pi');
    expect(printed.text).not.toMatch(/HOST PAGE|Sprechstunde/);
    expect(printed.links).toContain('https://www.fda.gov/medwatch');
    expect(printed.margin).toBe('0px'); // The page's own style sheet holds, whatever the policy says.
    expect(await tab.locator('iframe').count()).toBe(0);
  });

  it('saves the label as a page', async () => {
    await opened();
    const [file] = await Promise.all([tab.waitForEvent('download'), way('Save as a file').click()]);
    expect(file.suggestedFilename()).toBe('atorvastatin-drug-interactions-at-a-glance.html');
    const html = await readFile(await file.path(), 'utf8');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('The risk of myopathy');
    expect(html).not.toContain('Sprechstunde');
  });

  it('leads to the publisher’s own document, and says whose site that is', async () => {
    const sha256 = 'A'.repeat(43);
    const media = [
      { url: 'https://publisher.example/a.pdf', mime: 'application/pdf', sha256 },
      { url: 'https://publisher.example/a.mp4', mime: 'video/mp4', sha256 },
    ];
    await opened({ media });
    const link = dialog.getByRole('link', { name: /Get the document.*Leads to publisher\.example/ });
    expect(await link.getAttribute('href')).toBe('https://publisher.example/a.pdf');
    expect(await link.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(await dialog.locator('a[href$=".mp4"]').count()).toBe(0);
  });

  it('draws the link as a QR code with its meaning in words, and lets it be kept', async () => {
    await opened();
    await way('QR code').click();
    const code = dialog.getByRole('img', {
      name: 'QR code of the link to “Atorvastatin: drug interactions at a glance”',
    });
    await code.waitFor();
    const [file] = await Promise.all([
      tab.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save the picture' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.svg$/);
    const svg = await readFile(await file.path(), 'utf8');
    await way('Copy link').click();
    await dialog.getByText('Link copied.').waitFor();
    const drawn = generate((await clipboard('text/plain')) ?? '');
    const dark = [...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${Number(x) - 4} ${Number(y) - 4}`);
    const expected = [];
    for (let y = 0; y < drawn.size; y++)
      for (let x = 0; x < drawn.size; x++) if (drawn.get(x, y)) expected.push(`${x} ${y}`);
    expect(dark).toEqual(expected);
  });

  it('are not there where the reuse terms deny them, and the reason is', async () => {
    const { reuse } = await publisher.record();
    await opened({ reuse: { ...reuse, print: false, download: false, channels: { deny: ['e-mail'] } } });
    await dialog
      .getByText(
        'Not here: e-mail, printing, saving as a file and open networks, because the publisher’s reuse terms do not allow it.',
      )
      .waitFor();
    for (const name of ['Print', 'Save as a file']) expect(await way(name).count()).toBe(0);
    expect(await dialog.locator('a[href^="mailto:"]').count()).toBe(0);
    expect(await way('Copy link').count()).toBe(1);
  });

  it('remain where the terms deny every discussion', async () => {
    const { reuse } = await publisher.record();
    await opened({ reuse: { ...reuse, channels: { deny: ['discussion', 'direct-message'] } } });
    await dialog.getByText('do not allow posting this in discussions').waitFor();
    expect(await dialog.getByRole('radio', { name: /Lipids/ }).count()).toBe(0);
    expect(await way('Copy link').count()).toBe(1);
  });

  it('open a network only where record and community allow it, with title and address alone', async () => {
    const { reuse } = await publisher.record();
    const free: Partial<ContentRecord> = {
      promotionalStatus: 'non-promotional',
      reuse: { ...reuse, requireVerifiedHcp: false, channels: { allow: [...CHANNEL_KINDS] } },
    };
    await opened(free);
    await dialog.getByText('Not here: open networks, because this community does not send items there.').waitFor();
    expect(await dialog.getByRole('link', { name: /Bluesky/ }).count()).toBe(0);

    await opened(free, { openNetworks: true });
    const link = dialog.getByRole('link', { name: /^Bluesky.*Leads to bsky\.app/ });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(
      'https://bsky.app/intent/compose?text=Atorvastatin%3A%20drug%20interactions%20at%20a%20glance%20https%3A%2F%2Fpublisher.example%2Flipitor-interactions',
    );
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('make their crowd facts where all is counted, say so before, and hold to the switch', async () => {
    await opened({}, { count: 'all' });
    await dialog.getByText('What the publisher will learn of these: Nothing about you alone.').waitFor();
    await way('Copy link').click();
    await dialog.getByText('Link copied.').waitFor();
    await Promise.all([tab.waitForEvent('download'), way('Save as a file').click()]);
    await dialog.getByText('Saved.').waitFor();
    const about = { item: 'urn:pullquote:test:lipitor-interactions', version: 1 };
    expect(await facts()).toEqual([
      { fact: 'copied', ...about },
      { fact: 'downloaded', ...about },
    ]);
    await dialog.getByRole('switch', { name: 'Tell the publisher' }).uncheck();
    await dialog.getByText('What the publisher will learn of these: Nothing will be sent.').waitFor();
    await way('Copy link').click();
    await dialog.getByText('Link copied.').waitFor();
    expect(await facts()).toHaveLength(2);
  });

  it('make no fact where posts alone are counted, and work alike where counting is blocked', async () => {
    await opened({}, { count: 'shares' });
    await dialog.getByText(/of these: Nothing will be sent: only posts that all members can read/).waitFor();
    await way('Copy link').click();
    await dialog.getByText('Link copied.').waitFor();
    expect(await facts()).toEqual([]);

    await tab.route(/chunks\/(counting|learn)-/, (route) => route.abort());
    await opened({}, { count: 'all' });
    await dialog.getByText('of these: Nothing will be sent.').waitFor();
    await way('Copy link').click();
    await dialog.getByText('Link copied.').waitFor();
    expect(await facts()).toEqual([]);
  });
});
