import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { HealthReport } from '@pullquote/elements';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, storedPost, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';

const ASK = `import { connect } from '/pq/pullquote.js';
globalThis.reports = [];
connect({ health: (report) => reports.push(report) });`;
const SLOW = `document.addEventListener('click', () => {
  for (const until = performance.now() + 700; performance.now() < until; );
  document.body.append('Done.'); // Without anything to paint there is nothing to wait for.
});`;
const PARAGRAPH = '<p>The thread goes on below the post, as threads do.</p>';

describe.skipIf(chromiumPath === undefined)('embed health', () => {
  let browser: Browser;
  let site: CommunitySite;
  let post: string;
  let link: string;

  beforeAll(async () => {
    browser = await launchChromium();
    const publisher = await createTestPublisher();
    const signed = await publisher.sign({ summary: 'What rises with what, and by how much. '.repeat(20) });
    site = await startCommunitySite([publisher]);
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    site.pages.set('/ask.js', { type: 'text/javascript', body: ASK });
    site.pages.set('/slow.js', { type: 'text/javascript', body: SLOW });
    ({ link } = signed);
    post = `<article>${storedPost(signed.record, signed.link)}</article>`;
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(body: string, ask = '<script type="module" src="/ask.js"></script>'): Promise<Page> {
    site.pages.set('/thread', { body: page(body, { head: ask }) });
    const context = await browser.newContext({ viewport: { width: 800, height: 700 } });
    const tab = await context.newPage();
    await tab.goto(`${site.origin}/thread`);
    await tab.locator('pq-card:state(verified)').waitFor();
    return tab;
  }
  const last = (tab: Page, metric: HealthReport['metric']) =>
    tab.evaluate(
      (metric) =>
        (globalThis as unknown as { reports: HealthReport[] }).reports.findLast((one) => one.metric === metric),
      metric,
    );
  const soon = (tab: Page, metric: HealthReport['metric']) =>
    expect.poll(() => last(tab, metric), { timeout: 10_000 }); // prettier-ignore

  /** The card opens its details by itself: what stands below is pushed down. */
  const ourShift = (tab: Page) => tab.locator('pq-card').evaluate((card) => void card.setAttribute('view', 'full'));
  /** A banner comes in at the top: all of it is pushed down, our card with it. */
  const hostShift = (tab: Page, height = 300) =>
    tab.evaluate((height) => {
      const banner = document.createElement('div');
      banner.style.height = `${height}px`;
      document.body.prepend(banner);
    }, height);

  it('tells a shift that one of ours made', async () => {
    const tab = await open(post + PARAGRAPH.repeat(10));
    await soon(tab, 'CLS').toMatchObject({ rating: 'good' });
    await tab.waitForTimeout(300);
    await ourShift(tab);
    await soon(tab, 'CLS').toMatchObject({ cause: 'ours' });
    await tab.context().close();
  });

  it('tells a shift that the page made, though our card is among what it moved', async () => {
    const tab = await open(post + PARAGRAPH.repeat(10));
    await soon(tab, 'CLS').toMatchObject({ rating: 'good' });
    await hostShift(tab);
    await soon(tab, 'CLS').toEqual({ metric: 'CLS', rating: 'poor', cause: 'not-ours' });
    await tab.context().close();
  });

  it('goes by the largest shift', async () => {
    const tab = await open(post + PARAGRAPH.repeat(10));
    await soon(tab, 'CLS').toMatchObject({ rating: 'good' });
    await ourShift(tab);
    await soon(tab, 'CLS').toMatchObject({ cause: 'ours' });
    await hostShift(tab);
    await soon(tab, 'CLS').toMatchObject({ cause: 'not-ours' });
    await tab.context().close();
  });

  it('tells a slow answer of ours from one of the page’s own', async () => {
    // Above: Chromium times no click for which the page was scrolled a moment before.
    const body = `<button>Reply</button>${post}<script type="module" src="/slow.js"></script>`;
    for (const [name, cause] of Object.entries({ Reply: 'not-ours', Details: 'ours' })) {
      const tab = await open(body);
      await tab.getByRole('button', { name }).click();
      await soon(tab, 'INP').toEqual({ metric: 'INP', rating: 'poor', cause });
      await tab.context().close();
    }
  });

  it('tells whether the largest paint is ours, though no browser names what stands in a shadow root', async () => {
    const ours = await open(`<pq-card item="${link}"></pq-card>`);
    await soon(ours, 'LCP').toMatchObject({ cause: 'ours' });
    await ours.context().close();
    const theirs = await open(`<p>${'A long post of the forum’s own. '.repeat(80)}</p>${post}`);
    await soon(theirs, 'LCP').toMatchObject({ cause: 'not-ours' });
    await theirs.context().close();
  });

  it('loads only where it is asked for, says buckets alone, and sends nothing', async () => {
    const chunks = () => site.requests.filter(({ url }) => url.includes('watch-health'));
    const before = chunks().length;
    const unasked = await open(post, '');
    await unasked.waitForTimeout(300);
    expect(chunks()).toHaveLength(before);
    await unasked.context().close();

    const tab = await open(post);
    await hostShift(tab);
    await soon(tab, 'CLS').toMatchObject({ cause: 'not-ours' });
    const reports = await tab.evaluate(() => (globalThis as unknown as { reports: HealthReport[] }).reports);
    for (const report of reports) expect(Object.keys(report).sort()).toEqual(['cause', 'metric', 'rating']);
    expect(chunks()).toHaveLength(before + 1);
    await tab.goto('about:blank');
    expect(site.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    await tab.context().close();
  });
});
