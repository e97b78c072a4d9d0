import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openCard } from '../support/card-page.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { createTestPublisher, type TestPublisher } from '../support/publisher.js';
import { visibleText } from '../support/visible-text.js';

describe.skipIf(chromiumPath === undefined)('the label of a card', () => {
  let browser: Browser;
  let publisher: TestPublisher;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
  });
  afterAll(() => browser.close());

  it('draws ▼ as an equilateral triangle on its point, with its meaning in words', async () => {
    const products = [
      { generic: 'genericine', additionalMonitoring: { US: true }, obligatory: { US: '▼ Genericine 5 mg.' } },
    ];
    const { card, close } = await openCard(browser, publisher, await publisher.sign({ products }));
    const marks = card.locator('article svg:not([part])');
    expect(await marks.count()).toBe(2);
    const [, left, width, right] = /^M(\d+) \d+h(\d+)L\d+ ([\d.]+)z$/.exec(
      (await marks.first().locator('path').getAttribute('d')) ?? '',
    ) ?? ['', '', '', ''];
    expect(Number(left)).toBe(1);
    // Its point lies √3/2 of a side below the side, which stands at 2.
    expect(Number(right) - 2).toBeCloseTo((Number(width) * Math.sqrt(3)) / 2, 2);
    expect(await visibleText(card)).toContain('genericine additional monitoring');
    expect(await marks.first().getAttribute('aria-hidden')).toBe('true');
    expect(await marks.last().getAttribute('aria-label')).toBe('additional monitoring');
    await close();
  });

  it('says beside every link that leaves whose site it leads to', async () => {
    const { card, close } = await openCard(browser, publisher, await publisher.sign());
    const links = await card
      .locator('article a[target]')
      .evaluateAll((all) =>
        all.map((link) => [(link as HTMLAnchorElement).host, link.querySelector('small')?.textContent]),
      );
    expect(links).toHaveLength(3);
    for (const [host, beside] of links) expect(beside?.trim()).toBe(host);
    await close();
  });

  it('leads from the details to every place where a reference can be read, and to whom an adverse event is told', async () => {
    const signed = await publisher.sign({
      citations: [{ n: 1, text: 'A trial.', doi: '10.1000/a?b', pmid: '12345', url: `${publisher.origin}/trial` }],
      aeReporting: {
        US: {
          text: 'To report side effects, contact us.',
          company: 'Pfizer',
          tel: '+1 800 438-1985',
          email: 'ae+1@x.example',
        },
      },
    });
    const { card, close } = await openCard(browser, publisher, signed);
    await card.getByRole('button', { name: 'Details' }).click();
    await card.getByText('Valid until').waitFor();
    const hrefs = await card
      .locator('[part=details] a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual([
      'tel:+18004381985',
      'mailto:ae+1@x.example',
      'https://doi.org/10.1000/a%3Fb',
      'https://pubmed.ncbi.nlm.nih.gov/12345/',
      `${publisher.origin}/trial`,
    ]);
    await close();
  });

  it('keeps text of another language apart, with its language, on a page that runs the other way', async () => {
    const signed = await publisher.sign({ language: 'de', title: 'Wechselwirkungen: eine Übersicht (2. Auflage).' });
    const options = { html: 'lang="en" dir="rtl"', context: { viewport: { width: 600, height: 800 } } };
    const { card, tab, close } = await openCard(browser, publisher, signed, options);
    const title = card.locator('[part=title]');
    expect(await title.getAttribute('lang')).toBe('de');
    expect(await card.locator('[part=card]').getAttribute('lang')).toBe('en');
    const edges = await title.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const [text, block] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
      const last = document.createRange();
      const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let found: Text = node;
      while (walker.nextNode())
        if (walker.currentNode.textContent?.includes('Auflage')) found = walker.currentNode as Text;
      const at = found.data.indexOf(').');
      last.setStart(found, at + 1);
      last.setEnd(found, at + 2);
      return {
        right: Math.round(block.right - text.right),
        stop: last.getBoundingClientRect().left - text.left,
        width: text.width,
      };
    });
    // It stands at the right, and its full stop at its own end, not at the page's.
    expect(edges.right).toBeLessThanOrEqual(1);
    expect(edges.stop).toBeGreaterThan(edges.width / 2);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await close();
  });
});
