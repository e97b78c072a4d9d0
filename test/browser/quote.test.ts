import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { ContentRecord } from '@pullquote/record';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { page, startCommunitySite, type CommunitySite } from '../support/community-site.js';
import { createTestPublisher, type TestPublisher } from '../support/publisher.js';
import { ARTICLE, drag } from '../support/quote-page.js';

const CONNECT = `
import { connect } from '/pq/pullquote.js';
connect({ destinations: () => [{ id: 't1', label: 'Statins and macrolides', visibility: 'members' }] });
globalThis.posts = [];
globalThis.seen = [];
document.addEventListener('pq-share', (event) => {
  posts.push({ html: event.compose('html'), text: event.compose('text'), excerpt: event.excerpt });
  event.respondWith(Promise.resolve(event.destination));
});
for (const type of ['pq-share', 'pq-shared', 'pq-fact'])
  document.addEventListener(type, (event) => {
    const all = {};
    for (const key in event) if (typeof event[key] !== 'function' && !(event[key] instanceof Node)) all[key] = event[key];
    seen.push(JSON.stringify({ type, ...all }, (key, value) => (value instanceof Node || value === window ? undefined : value)));
  });
`;

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Reuse = Partial<ContentRecord['reuse']>;
const FREE: Reuse = { quote: 'max-length', quoteMax: 120 };

describe.skipIf(chromiumPath === undefined)('quoting', () => {
  let browser: Browser;
  let publisher: TestPublisher;
  let site: CommunitySite;
  let context: BrowserContext;
  let tab: Page;
  let toolbar: Locator;
  let bar: Locator;
  let panel: Locator;
  let dialog: Locator;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    site = await startCommunitySite([publisher]);
    site.pages.set('/connect.js', { type: 'text/javascript', body: CONNECT });
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    await browse();
  });
  afterEach(async () => {
    await context.close();
    await site.close();
  });

  async function browse(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
    await context?.close();
    context = await browser.newContext(options);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    tab = await context.newPage();
    toolbar = tab.locator('pq-quote [part=toolbar]');
    bar = tab.getByRole('button', { name: 'Quote with source' });
    panel = tab.locator('pq-quote [part=panel]');
    dialog = tab.locator('dialog');
  }

  /** Holds a record with these terms, and opens a page with its content. */
  async function open(reuse: Reuse = {}, changes: Partial<ContentRecord> = {}, body?: string): Promise<ContentRecord> {
    const plain = await publisher.record();
    const signed = await publisher.sign({ reuse: { ...plain.reuse, ...reuse }, ...changes });
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.pages.set('/read', {
      body: page(
        `<main>${body ?? `<pq-quote item="${signed.record.canonicalUrl}">${ARTICLE}</pq-quote><p id="outside">Outside of the content stand some other words that nobody quotes from here.</p>`}</main>`,
        { head: '<script type="module" src="/connect.js"></script>' },
      ),
    });
    await tab.goto(`${site.origin}/read`);
    await bar.first().waitFor();
    return signed.record;
  }

  const shown = async (wait = 500) => {
    await tab.waitForTimeout(wait);
    return toolbar.isVisible();
  };
  const posts = () =>
    tab.evaluate(() => (globalThis as unknown as { posts: { html: string; text: string; excerpt?: string }[] }).posts);
  const post = async () => {
    await dialog.getByRole('radio', { name: /Statins and macrolides/ }).check();
    await dialog.getByRole('button', { name: 'Post', exact: true }).click();
    await dialog.getByText('Posted in').waitFor();
    return (await posts()).at(-1);
  };

  describe('with a mouse', () => {
    it('shows a toolbar near a selection that overlaps an approved excerpt, and offers the excerpt whole', async () => {
      const record = await open(
        {},
        {
          excerpts: [{ ...((await publisher.record()).excerpts ?? [])[0], mustAccompany: 'See full label.' } as never],
        },
      );
      await drag(tab, 'during treatment', 'is increased with');
      await toolbar.getByText('Approved excerpt', { exact: true }).waitFor();
      expect(await toolbar.innerText()).toContain(`“${record.excerpts?.[0]?.text}”`);
      expect(await toolbar.innerText()).toContain('See full label.');
      const [near, line] = await Promise.all([toolbar.boundingBox(), tab.locator('#approved').boundingBox()]);
      expect(Math.abs((near?.y ?? 0) - ((line?.y ?? 0) + (line?.height ?? 0)))).toBeLessThan(60);

      await toolbar.getByRole('button', { name: 'Quote in a post' }).click();
      expect(await dialog.getByRole('radio', { name: /The risk of myopathy/ }).isChecked()).toBe(true);
      const made = await post();
      expect(made?.excerpt).toBe('e1');
      expect(made?.html).toContain(';x=e1;d=1');
      expect(made?.html).not.toContain('My own selection');
    });

    it('posts a free quotation as the doctor’s own, between comment and label, with the way to its place', async () => {
      await open(FREE);
      await drag(tab, 'Do not exceed', 'solution per day');
      await toolbar.getByText('Your own selection, not an approved excerpt: 52 of at most 120 characters').waitFor();
      await toolbar.getByRole('button', { name: 'Quote in a post' }).click();
      await dialog.getByRole('textbox', { name: 'Your comment' }).fill('Mind the dose.');
      const made = await post();
      expect(made?.html).toMatch(
        /^<p>Mind the dose\.<\/p>\n<p>“Do not exceed 10³ units of CO₂-free solution per day”<\/p>\n<p>My own selection from this item, not an excerpt that its publisher approved\. <a href="https:\/\/publisher\.example\/lipitor-interactions#:~:text=Do%20not%20exceed%20103%20units%20of%20CO2%2Dfree%20solution%20per%20day" rel="nofollow noopener noreferrer">Read it in its place<\/a><\/p>\n<blockquote>/,
      );
      expect(made?.text).toContain('\n\n“Do not exceed 10³ units of CO₂-free solution per day”\nMy own selection');
      expect(made?.html).toMatch(/#pq=v1;h=[\w-]{22};d=1"/);
    });

    it.each([
      ['one word', 'Statins', 'Statins'],
      ['four words', 'widely used. The risk', 'widely used. The risk'],
      ['words outside of the content', 'Outside of the', 'quotes from here'],
      ['words that somebody is writing', 'My own notes', 'nobody else'],
    ])('shows nothing for %s', async (_, from, to) => {
      await open(FREE);
      await drag(tab, from, to);
      expect(await tab.evaluate(() => String(getSelection()).length)).toBeGreaterThan(5);
      expect(await shown()).toBe(false);
    });

    it.each([2, 3])('shows nothing for a press of %i clicks', async (clickCount) => {
      await open(FREE);
      await tab.locator('#intro').click({ clickCount, position: { x: 60, y: 8 } });
      expect(await tab.evaluate(() => String(getSelection()).trim().length)).toBeGreaterThan(0);
      expect(await shown()).toBe(false);
    });

    it('goes with Escape, with a click elsewhere, and when the selection goes', async () => {
      await open(FREE);
      for (const leave of [
        () => tab.keyboard.press('Escape'),
        () => tab.locator('#outside').click(),
        () => tab.evaluate(() => getSelection()?.removeAllRanges()),
      ]) {
        await drag(tab, 'Statins are', 'on the dose');
        await toolbar.getByRole('button', { name: 'Quote in a post' }).waitFor();
        await leave();
        await toolbar.waitFor({ state: 'hidden' });
        // A press on text that is still selected would drag that text.
        await tab.evaluate(() => getSelection()?.removeAllRanges());
      }
    });

    it('says how much too long a selection is, cuts nothing, and offers the approved excerpts', async () => {
      await open({ ...FREE, quoteMax: 40 });
      await drag(tab, 'Statins are', 'as the table shows');
      await toolbar.getByText(/Too long to quote: \d+ characters, and the publisher allows 40\./).waitFor();
      expect(await toolbar.getByRole('button', { name: 'Quote in a post' }).count()).toBe(0);
      await toolbar.getByRole('button', { name: 'Choose an excerpt' }).click();
      await toolbar.getByRole('radio', { name: /The risk of myopathy/, checked: true }).waitFor();
      expect(await toolbar.getByRole('radio').count()).toBe(2);
    });

    it('offers approved excerpts alone where the terms say so, and says why', async () => {
      await open();
      await drag(tab, 'Monitor creatine', 'muscle pain');
      await toolbar.getByText('The publisher allows only approved excerpts to be quoted.').waitFor();
      await toolbar.getByRole('button', { name: 'Choose an excerpt' }).click();
      await toolbar.getByRole('button', { name: 'Quote in a post' }).click();
      expect((await post())?.excerpt).toBe('e1');
    });

    it('offers title and label where no quotation is allowed', async () => {
      await open({ quote: 'none' }, { excerpts: [] });
      await drag(tab, 'Monitor creatine', 'muscle pain');
      await toolbar.getByText('The publisher allows no quotation from this item.').waitFor();
      await toolbar.getByRole('button', { name: 'Share title and label' }).click();
      const made = await post();
      expect(made?.excerpt).toBeUndefined();
      expect(made?.html).not.toContain('creatine');
    });

    it('offers nothing of an item that was withdrawn', async () => {
      site.holdStatus(publisher.statusUri, await publisher.statusList([[7, 'withdrawn']]));
      await open(FREE);
      await drag(tab, 'Monitor creatine', 'muscle pain');
      await toolbar.getByText('This item has been withdrawn.').waitFor();
      expect(await toolbar.getByRole('button').count()).toBe(0);
    });

    it('keeps the selection while its buttons are used', async () => {
      await open(FREE);
      await drag(tab, 'Statins are', 'on the dose');
      await toolbar.getByRole('button', { name: 'Copy with source' }).click();
      await toolbar.getByText('Copied, with the whole label.').waitFor();
      expect(await tab.evaluate(() => String(getSelection()))).toContain('Statins are widely used');
    });
  });

  it('copies text and HTML with the whole label', async () => {
    await open(FREE);
    await drag(tab, 'Cyclosporine use', 'to 10 mg');
    await toolbar.getByRole('button', { name: 'Copy with source' }).click();
    await toolbar.getByText('Copied, with the whole label.').waitFor();
    const [text, html] = await tab.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return [await read('text/plain'), await read('text/html')];
    });
    expect(text).toMatch(/^“Cyclosporine use together\s+limit the dose to 10 mg”\s+My own selection/);
    for (const part of ['Parke-Davis', 'Report an adverse event', '#pq=v1', ':~:text='])
      for (const form of [text, html]) expect(form).toContain(part);
  });

  it('refuses to copy what was withdrawn meanwhile', async () => {
    await open(FREE);
    await drag(tab, 'Cyclosporine use', 'to 10 mg');
    await toolbar.getByRole('button', { name: 'Copy with source' }).waitFor();
    site.holdStatus(publisher.statusUri, await publisher.statusList([[7, 'withdrawn']]));
    await toolbar.getByRole('button', { name: 'Copy with source' }).click();
    await toolbar.getByRole('alert').filter({ hasText: 'This item has been withdrawn.' }).waitFor();
  });

  it('works by keyboard alone: Shift and arrows select, the button after the content quotes', async () => {
    await open(FREE);
    // Caret browsing (F7) is the browser's own; a first letter stands for it, and the keys do the rest.
    await tab.evaluate(() => {
      document.querySelector('#notes')?.remove(); // Without caret browsing, Tab would begin there.
      const words = document.querySelector('#intro')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(words, 0, words, 1);
    });
    for (let n = 0; n < 9; n++) await tab.keyboard.press('Control+Shift+ArrowRight');
    expect(await shown()).toBe(false);
    await tab.getByText('Selected: “Statins are widely used. The risk').waitFor();
    await tab.keyboard.press('Tab');
    expect(await bar.evaluate((node) => node.matches(':focus'))).toBe(true);
    await tab.keyboard.press('Enter');
    expect(await bar.getAttribute('aria-expanded')).toBe('true');
    await panel.getByText('Your own selection').waitFor();
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    expect((await post())?.html).toContain('<p>“Statins are widely used. The risk');
    await tab.keyboard.press('Escape');
    expect(await panel.getByRole('button', { name: 'Quote in a post' }).evaluate((n) => n.matches(':focus'))).toBe(
      true,
    );
  });

  it('with nothing selected, the button offers the approved excerpts', async () => {
    await open(FREE);
    await bar.click();
    await panel.getByText('Select more than four words of the text, or choose from these.').waitFor();
    await panel.getByRole('radio', { name: /The risk of myopathy/ }).check();
    await panel.getByRole('button', { name: 'Quote in a post' }).click();
    expect((await post())?.excerpt).toBe('e1');
  });

  it('floats nothing on touch: the bar at the end names the selection', async () => {
    await browse({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });
    await open(FREE);
    const { x, y } = await tab.locator('#intro').evaluate((node) => node.getBoundingClientRect().toJSON());
    await tab.touchscreen.tap(x + 40, y + 8);
    // A long press and its handles are the system's; what the page sees of them is the selection.
    await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#twice') as Element));
    await tab.getByText('Selected: “Monitor creatine kinase').waitFor();
    expect(await shown()).toBe(false);
    await bar.tap();
    await panel.getByRole('button', { name: 'Quote in a post' }).tap();
    expect((await post())?.html).toContain('who reports muscle pain.”');
  });

  it('leaves a text-fragment link that Chromium follows to the passage', async () => {
    const { excerpts } = await publisher.record();
    const url = `${site.origin}/item`;
    const body = (inner: string) => page(`<div style="height:3000px"></div>${inner}<div style="height:3000px"></div>`);
    site.pages.set('/item', {
      body: body(ARTICLE),
      headers: { 'content-security-policy': "default-src 'self'; style-src 'unsafe-inline'" },
    });
    expect(excerpts).toHaveLength(1);
    await open({ ...FREE, quoteMax: 400 });
    await drag(tab, 'Monitor creatine', 'reports weakness');
    await toolbar.getByRole('button', { name: 'Quote in a post' }).click();
    const made = await post();
    const directive = /(#:~:text=[^"]+)"/.exec(made?.html ?? '')?.[1] ?? '';
    expect(directive).not.toBe('');
    const target = await context.newPage();
    await target.goto(`${url}${directive}`);
    await target.waitForFunction(() => scrollY > 0);
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('has no axe violation, %s at %i px, and scrolls nothing sideways', async (colorScheme, width) => {
    await browse({ colorScheme, viewport: { width, height: 800 } });
    await open();
    const check = async () => {
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate(() =>
        (globalThis as unknown as { axe: { run(root: string): Promise<AxeResults> } }).axe.run('pq-quote'),
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    };
    await drag(tab, 'Statins are', 'on the dose');
    await toolbar.getByRole('button', { name: 'Choose an excerpt' }).click();
    await toolbar.getByRole('radio').first().waitFor();
    await check();
    await tab.keyboard.press('Escape');
    await bar.click();
    await panel.getByRole('radio').first().waitFor();
    await check();
  });

  it('shows its main button in forced colours', async () => {
    await browse({ forcedColors: 'active' });
    await open(FREE);
    await drag(tab, 'Statins are', 'on the dose');
    const button = toolbar.getByRole('button', { name: 'Quote in a post' });
    const [ink, ground] = await button.evaluate((node) => {
      const { color, backgroundColor } = getComputedStyle(node);
      return [color, backgroundColor];
    });
    expect(ink).not.toBe(ground);
  });

  it('puts no selected word into any event but what the host has to post', async () => {
    await open(FREE);
    await drag(tab, 'Do not exceed', 'solution per day');
    await toolbar.getByRole('button', { name: 'Quote in a post' }).click();
    await post();
    const seen = await tab.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.join()).not.toMatch(/exceed|solution/);
    expect(await tab.evaluate(() => document.body.outerHTML.match(/pq-quote [^>]*>/)?.[0])).not.toMatch(/exceed/);
    expect(site.requests.map(({ url, body }) => url + body).join()).not.toMatch(/exceed/);
  });

  it('quotes from content inside of a host’s shadow root, and from content that `for` names', async () => {
    const url = (await publisher.record()).canonicalUrl;
    site.pages.set('/host.js', {
      type: 'text/javascript',
      body: `const host = document.querySelector('#host').attachShadow({ mode: 'open' });
        host.append(document.querySelector('template').content);`,
    });
    await open(
      FREE,
      {},
      `<pq-quote item="${url}" for="text"><a href="${url}">The item</a></pq-quote><div id="text">${ARTICLE}</div>`,
    );
    expect(await tab.getByRole('link', { name: 'The item' }).isVisible()).toBe(false);
    await drag(tab, 'Statins are', 'on the dose');
    await toolbar.getByRole('button', { name: 'Quote in a post' }).waitFor();

    site.pages.set('/shadow', {
      body: page(
        `<div id="host"></div><template><p id="words">Statins are widely used in many countries today.</p><pq-quote item="${url}" for="words"></pq-quote></template><pq-quote item="${url}"></pq-quote><script type="module" src="/host.js"></script>`,
      ),
    });
    await tab.goto(`${site.origin}/shadow`);
    const box = await tab.locator('#words').boundingBox();
    if (!box) throw new Error('no words');
    await tab.mouse.move(box.x + 1, box.y + 8);
    await tab.mouse.down();
    await tab.mouse.move(box.x + 300, box.y + 8, { steps: 5 });
    await tab.mouse.up();
    await tab.locator('#host').getByText('Your own selection').waitFor();
  });
});
