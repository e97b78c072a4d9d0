import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../support/chromium.js';
import { page } from '../../support/community-site.js';
import { problemsOf, startWorld, type World } from './setup.js';

const CONNECT = `
import { connect } from '/pq/pullquote.js';
connect({ destinations: () => [{ id: 't1', label: 'Statins and macrolides', visibility: 'members' }] });
document.addEventListener('pq-share', (event) => {
  globalThis.posted = event.compose('html');
  event.respondWith(Promise.resolve(event.destination));
});`;

interface Way {
  readonly what: string;
  readonly count: 'none' | 'shares' | 'all';
  /** How the browser or a blocker stands in the way. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
  /** What the dialog says will be sent. */
  readonly says: RegExp;
  /** Facts that must have arrived in the end. */
  readonly facts: number;
}

const block = (pattern: RegExp, how: (route: Route) => unknown) => (context: BrowserContext) =>
  context.route(pattern, async (route) => void (await how(route)));

const WAYS: readonly Way[] = [
  { what: 'counted', count: 'shares', says: /shared/i, facts: 1 },
  { what: 'off in the community', count: 'none', says: /Nothing will be sent/, facts: 0 },
  {
    what: 'its script blocked',
    count: 'shares',
    prepare: block(/counting-/, (route) => route.abort('blockedbyclient')),
    says: /Nothing will be sent/,
    facts: 0,
  },
  {
    what: 'its script never answered',
    count: 'shares',
    prepare: block(/counting-/, () => new Promise((done) => setTimeout(done, 20_000))),
    says: /Nothing will be sent/,
    facts: 0,
  },
  {
    what: 'its script replaced by an empty file',
    count: 'all',
    prepare: block(/counting-/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' })),
    says: /Nothing will be sent/,
    facts: 0,
  },
  {
    what: 'its address blocked',
    count: 'shares',
    prepare: block(/\/pq\/facts/, (route) => route.abort('blockedbyclient')),
    says: /shared/i,
    facts: 0,
  },
  {
    what: 'refused by Global Privacy Control',
    count: 'shares',
    prepare: (context) =>
      context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })),
    says: /Nothing will be sent/,
    facts: 0,
  },
];

describe.skipIf(chromiumPath === undefined)('with counting', () => {
  let world: World;
  const posted = new Map<string, string>();
  const cards = new Map<string, string>();

  beforeAll(async () => {
    world = await startWorld();
    const { site, post, signed } = world;
    site.pages.set('/connect.js', { type: 'text/javascript', body: CONNECT });
    site.pages.set('/pq/facts', { status: 202, type: 'application/json', body: '{}' });
    site.pages.set('/thread', {
      body: page(`<article>${post}</article><pq-label item="${signed.record.canonicalUrl}"></pq-label>`, {
        head: '<script type="module" src="/connect.js"></script>',
      }),
    });
  });
  afterAll(() => world.close());

  async function share(tab: Page, says: RegExp): Promise<string> {
    await tab.locator('pq-card').getByRole('button', { name: 'Share' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Statins and macrolides/ }).check();
    await dialog.getByRole('textbox', { name: 'Your comment' }).fill('Worth reading.');
    await expect
      .poll(() => dialog.getByRole('region', { name: 'What the publisher will learn' }).innerText())
      .toMatch(says);
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByText('Posted in Statins and macrolides.').waitFor();
    return tab.evaluate(() => (globalThis as unknown as { posted: string }).posted);
  }

  it.each(WAYS)('$what, labels and sharing work alike', async ({ what, count, prepare, says, facts }) => {
    const { site, browser } = world;
    site.pages.set('/pq/community.json', { type: 'application/json', body: JSON.stringify({ ...site.file, count }) });
    const context = await browser.newContext();
    await prepare?.(context);
    const tab = await context.newPage();
    const problems = problemsOf(tab);
    const before = site.requests.length;
    await tab.goto(`${site.origin}/thread`);
    await tab.locator('pq-card:state(verified)').waitFor();
    await tab.locator('pq-label:state(verified)').waitFor();
    cards.set(what, await tab.locator('body').innerText());
    posted.set(what, await share(tab, says));
    const arrived = () => site.requests.slice(before).filter(({ url }) => url === '/pq/facts').length;
    if (facts > 0) await expect.poll(arrived, { timeout: 15_000 }).toBe(facts);
    else {
      await tab.waitForTimeout(500);
      expect(arrived()).toBe(0);
    }
    expect(problems).toEqual([]);
    await context.close();
  });

  it('what readers see and what is posted is the same to the letter, each time', () => {
    expect(posted.size).toBe(WAYS.length);
    expect(new Set(posted.values()).size).toBe(1);
    expect([...posted.values()][0]).toContain('<p>Worth reading.</p>');
    // A community that counts views must say so on its cards; nothing else may differ.
    expect(
      new Set([...cards].filter(([what]) => what !== 'its script replaced by an empty file').map(([, text]) => text))
        .size,
    ).toBe(1);
  });
});
