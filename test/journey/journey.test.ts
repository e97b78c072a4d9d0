import { execFile } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '@pullquote/elements';
import { parseLink, readLink } from '@pullquote/record';
import { startDemo, type Demo } from '../../examples/forum/src/start-demo.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { startTap, type Tap } from '../support/tap.js';
import { visibleText } from '../support/visible-text.js';

const run = promisify(execFile);
const bin = fileURLToPath(new URL('../../packages/cli/dist/bin.js', import.meta.url));

const STATUS_TTL_SECONDS = 20;

/** Words that must not leave the community, wherever they were typed or stand. */
const COMMENT = 'Mrs Quillfeather, seen 14 March, had exactly this: SECRET-COMMENT-7391';

describe.skipIf(chromiumPath === undefined)('one item’s journey', () => {
  let browser: Browser;
  let demo: Demo;
  let tap: Tap;
  let root: string;
  const foreign: string[] = [];
  const cookies: string[] = [];
  const outbound: string[] = [];
  const onHeaders = (message: unknown) => {
    const { request, headers } = message as {
      request: { method: string; path: string; origin: string };
      headers: string;
    };
    outbound.push(`${request.method} ${request.origin}${request.path}\n${headers}`);
  };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'pullquote-journey-'));
    tap = await startTap();
    subscribe('undici:client:sendHeaders', onHeaders);
    demo = await startDemo({ root, statusTtlSeconds: STATUS_TTL_SECONDS, quiet: true, eventsOrigin: tap.origin });
    tap.to(demo.collector);
    browser = await launchChromium();
  });
  afterAll(async () => {
    unsubscribe('undici:client:sendHeaders', onHeaders);
    await browser?.close();
    await demo?.stop();
    await tap?.close();
    await rm(root, { recursive: true, force: true });
  });

  /** A browser of its own; every request that a page of the forum makes to the publisher is noted. */
  async function visitor(): Promise<{ context: BrowserContext; tab: Page }> {
    const context = await browser.newContext();
    context.on('request', (request) => {
      const from = request.frame().url();
      const typed = request.isNavigationRequest() && !from.startsWith(demo.forum);
      if (!typed && from.startsWith(demo.forum) && new URL(request.url()).origin === demo.publisher)
        foreign.push(request.url());
    });
    return { context, tab: await context.newPage() };
  }

  async function signIn(tab: Page, name: string): Promise<void> {
    await tab.getByRole('button', { name }).click();
    await tab.getByText(name).first().waitFor();
    for (const { value } of await tab.context().cookies()) cookies.push(value);
  }

  const dialog = (tab: Page) => tab.locator('dialog[open]');

  async function post(tab: Page, destination: RegExp, { comment = '', tell = true } = {}): Promise<string> {
    const box = dialog(tab);
    await box.getByRole('radio', { name: destination }).first().check();
    if (comment) await box.getByRole('textbox', { name: 'Your comment' }).fill(comment);
    if (!tell) await box.getByRole('switch', { name: 'Tell the publisher' }).uncheck();
    // It may stand in a discussion already: what counts is that it leads to the new post.
    const before = tab.url();
    const posted = tab.waitForURL((url) => url.href !== before && /\/threads?\//.test(url.pathname));
    await Promise.all([posted, box.getByRole('button', { name: 'Post' }).click()]);
    await tab.waitForLoadState('networkidle');
    return tab.url();
  }

  const batches = () =>
    tap
      .sent()
      .split(/(?=POST \/v1\/events)/)
      .filter((part) => part.startsWith('POST '));
  const report = async () =>
    (await (
      await fetch(`${demo.collector}/v1/report.json?publisher=${encodeURIComponent(demo.publisher)}`)
    ).json()) as Record<string, unknown>;

  it('goes from the publisher through two discussions into the report, and is recalled from both', async () => {
    // Doctor A finds the item on the publisher's page, which leads to the community and learns nothing more.
    const a = await visitor();
    await a.tab.goto(`${demo.publisher}/lipitor-interactions`);
    await a.tab.getByRole('button', { name: 'Share in your community' }).click();
    const landing: Response[] = [];
    a.context.on('response', (response) => landing.push(response));
    await dialog(a.tab).getByRole('link', { name: 'Grand Round' }).click();
    await signIn(a.tab, 'Dr Amara Okafor');
    const arrival = landing.find((response) => response.url().startsWith(`${demo.forum}/pq/share`));
    expect(arrival?.status()).toBe(302);
    expect(arrival?.request().headers()).not.toHaveProperty('referer');

    // The composer opens the item by itself; the label is first.
    await dialog(a.tab).getByText('Verified source').waitFor();
    const words = await visibleText(dialog(a.tab));
    expect(words.indexOf('Verified source')).toBeLessThan(words.indexOf('Your comment'));
    expect(words).toContain('What the publisher will learn');
    await dialog(a.tab).getByRole('group', { name: 'Approved excerpt' }).getByRole('radio').nth(1).check();
    const first = await post(a.tab, /All members can read it/, { comment: COMMENT });
    await a.tab.locator('pq-card:state(verified)').waitFor();

    // Doctor B reads the whole label, verified, and shares it on.
    const b = await visitor();
    await b.tab.goto(first);
    await signIn(b.tab, 'Dr Hannah Weiss');
    await b.tab.goto(first);
    const card = b.tab.locator('pq-card:state(verified)');
    await card.waitFor();
    const label = await visibleText(card);
    for (const field of [
      'Verified source',
      'Parke-Davis',
      'Promotional',
      'healthcare professionals',
      'Company involvement',
      'atorvastatin',
      'Important safety information',
      'Prescribing information',
      'Report an adverse event',
      'Open at source',
      'Last revised',
    ]) {
      expect(label, field).toContain(field);
    }
    expect(label).toContain('“');
    expect(await b.tab.locator('body').innerText()).toContain('SECRET-COMMENT-7391');
    const link = readLink((await card.getAttribute('item')) ?? '');
    expect(link?.depth).toBe(1);
    await card.getByRole('button', { name: 'Share' }).click();
    const second = await post(b.tab, /All members can read it/);
    const reshared = b.tab.locator('pq-card:state(verified)').last();
    await reshared.waitFor();
    expect(parseLink((await reshared.getAttribute('item')) ?? '').depth).toBe(2);

    // A private share, and one that tells the publisher nothing, are no facts at all.
    const facts: string[] = [];
    a.context.on('request', (request) => request.url().endsWith('/pq/facts') && facts.push(request.postData() ?? ''));
    await a.tab.goto(`${demo.forum}/new#pq-share=${encodeURIComponent(`${demo.publisher}/lipitor-interactions`)}`);
    await dialog(a.tab).getByText('Verified source').waitFor();
    await post(a.tab, /Private/);
    await a.tab.goto(`${demo.forum}/library`);
    await a.tab.getByRole('button', { name: 'Share with its source' }).first().click();
    await post(a.tab, /All members can read it/, { tell: false });
    expect(facts).toEqual([]);

    // The day closes: what left is two events, and every byte of it is accounted for.
    expect(batches()).toEqual([]);
    await a.tab.getByRole('button', { name: 'Close the day' }).click();
    await expect.poll(() => batches().length, { timeout: 15_000 }).toBe(1);
    const [batch = ''] = batches();
    const [head = '', body = ''] = batch.split('\r\n\r\n');
    const events = JSON.parse(body) as Record<string, unknown>[];
    expect(events.map(({ type }) => type).sort()).toEqual(['org.pullquote.reshared.v1', 'org.pullquote.shared.v1']);
    const today = new Date().toISOString().slice(0, 10);
    for (const event of events) {
      expect(event).toEqual({
        specversion: '1.0',
        id: expect.stringMatching(/^[\w-]{21}$/),
        source: demo.forum,
        type: expect.any(String),
        datacontenttype: 'application/json',
        subject: expect.stringMatching(/^urn:/),
        data: { version: 1, country: 'US', depth: event['type'] === 'org.pullquote.shared.v1' ? 1 : 2, day: today },
      });
    }
    const names = head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(':')[0]?.toLowerCase());
    for (const name of names) {
      expect([
        'host',
        'connection',
        'content-type',
        'pullquote-signature',
        'user-agent',
        'accept',
        'accept-language',
        'sec-fetch-mode',
        'accept-encoding',
        'content-length',
      ]).toContain(name);
    }
    expect(head.toLowerCase()).toContain('user-agent: pullquote');

    // Nothing of a person, a place in the forum or a moment in anything that left, headers of every request included.
    const left = [tap.sent(), ...outbound.filter((request) => !request.includes(`${demo.forum}/`))].join('\n');
    const secrets = [
      'Okafor',
      'Weiss',
      'd-okafor',
      'd-weiss',
      'Quillfeather',
      'SECRET-COMMENT-7391',
      'cookie',
      'referer',
      ...cookies,
      new URL(first).pathname,
      new URL(second).pathname,
    ];
    for (const secret of secrets) {
      for (const form of [
        secret,
        encodeURIComponent(secret),
        Buffer.from(secret).toString('base64url').slice(0, -2),
        Buffer.from(secret).toString('hex'),
      ]) {
        expect(left.toLowerCase().includes(form.toLowerCase()), `${secret} as ${form}`).toBe(false);
      }
    }
    expect(left).not.toMatch(/T\d{2}:\d{2}|\b\d{2}:\d{2}:\d{2}\b|\b1[789]\d{8,11}\b/);

    // The publisher's report: one share and one reshare.
    const figures = await report();
    expect(figures).toMatchObject({ totals: { shared: 1, reshared: 1, quoted: 0 } });
    await a.tab.goto(demo.collector);
    await a.tab.getByText('1 shared, 1 reshared, 0 quoted: one item in one community').waitFor();

    // The publisher withdraws, as it would in a terminal, and both discussions, left open on a screen, say so by themselves
    // within the list's lifetime.
    await b.tab.goto(second);
    const thread = await b.context.newPage();
    await thread.goto(first);
    for (const open of [thread, b.tab]) await open.locator('pq-card:state(verified)').first().waitFor();
    const stop = Date.now() + STATUS_TTL_SECONDS * 1000;
    await run(process.execPath, [
      bin,
      'withdraw',
      'lipitor-interactions',
      '--project',
      join(root, 'publisher'),
      '--reason',
      'The table held an error.',
    ]);
    for (const open of [thread, b.tab]) {
      await open
        .locator('pq-card:state(withdrawn)')
        .first()
        .waitFor({ timeout: Math.max(stop - Date.now(), 1) });
      // The reason comes with the tombstone.
      await open.getByText('The table held an error.').first().waitFor();
      const text = await visibleText(open.locator('pq-card:state(withdrawn)').first());
      expect(text).toContain('This item has been withdrawn');
      expect(text).toContain('The table held an error.');
      expect(text).not.toContain('“');
      expect(await open.locator('pq-card:state(withdrawn)').getByRole('button', { name: 'Share' }).count()).toBe(0);
    }
    await b.tab.goto(`${demo.forum}/new#pq-share=${encodeURIComponent(`${demo.publisher}/lipitor-interactions`)}`);
    await dialog(b.tab).getByRole('alert').filter({ hasText: 'withdrawn' }).waitFor();
    expect(await dialog(b.tab).getByRole('button', { name: 'Post' }).count()).toBe(0);

    // Through all of this no page of the forum asked the publisher for anything.
    expect(foreign).toEqual([]);

    // What the community keeps holds nothing of who did it, either.
    const kept = await readdir(join(root, 'community'));
    expect(kept).toContain('community.sqlite');
    for (const file of kept) {
      const bytes = await readFile(join(root, 'community', file));
      for (const secret of ['Okafor', 'd-okafor', 'd-weiss', 'SECRET-COMMENT-7391']) {
        expect(bytes.includes(secret), `${secret} in ${file}`).toBe(false);
      }
    }
    await a.context.close();
    await b.context.close();
  }, 180_000);
});
