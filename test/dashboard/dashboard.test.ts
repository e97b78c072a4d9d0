import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { FIRST_REPORTS } from '../../packages/collector/src/dashboard/paths.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { DEMO_PUBLISHER, startDemoCollector, type DemoCollector } from '../support/demo-collector.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ITEM = 'urn:pullquote:content.meridian.example:statin-interactions';
const PAGES = {
  '/': 'Is our content reused between campaigns?',
  '/items': 'Items',
  [`/item?item=${ITEM}`]: 'Statins: drug interactions at a glance',
  '/communities': 'Communities',
  '/label-trust': 'Label trust',
  '/recalls': 'Recalls',
  '/data-quality': 'Data quality',
  '/campaigns': 'Campaign windows',
} as const;
const COUNT = new Intl.NumberFormat('en-GB');

interface Figures {
  readonly shared: number;
  readonly reshared: number;
  readonly quoted: number;
}
const postsOf = ({ shared, reshared, quoted }: Figures) => shared + reshared + quoted;

/** All that the page wanted has come, and every drawing stands. */
async function settled(tab: Page): Promise<void> {
  await tab.locator('main h1').first().waitFor();
  await tab.waitForFunction(() => document.querySelector('.loading, pq-plot:empty') === null);
}

describe.skipIf(chromiumPath === undefined)('the dashboard', () => {
  let browser: Browser;
  let demo: DemoCollector;
  let context: BrowserContext;
  let tab: Page;
  /** What the browser complained of: a refused style, a script’s error, a host that is not the collector’s. */
  const complaints: string[] = [];

  async function report<T>(path: string): Promise<T> {
    const answer = await context.request.get(`${demo.url}/v1/reports/${path}`);
    expect(answer.status(), path).toBe(200);
    return (await answer.json()) as T;
  }

  beforeAll(async () => {
    [browser, demo] = await Promise.all([launchChromium(), startDemoCollector({ events: 24_000, size: 0.1 })]);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
    await demo.signIn(context);
    tab = await context.newPage();
    tab.setDefaultTimeout(10_000);
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== demo.url && url.protocol !== 'blob:' && url.protocol !== 'data:')
        complaints.push(request.url());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('asks for each report once, and for the first ones before its script has come', async () => {
    const other = await context.newPage();
    const asked: string[] = [];
    other.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/v1/')) asked.push(pathname + search);
    });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await other.route('**/assets/dashboard-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await other.goto(demo.url, { waitUntil: 'commit' });
    await expect.poll(() => [...asked].sort()).toEqual([...FIRST_REPORTS].sort());
    release();
    await settled(other);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThan(FIRST_REPORTS.length);
    await other.close();
  });

  it('answers its question with the index of the report, and draws every week', async () => {
    await tab.goto(demo.url);
    await settled(tab);
    const figures = await report<{
      alwaysOn: { value: number };
      medianOutside: { value: number };
      medianInside: { value: number };
      weeks: (Figures & { counted: boolean; from: string })[];
      windows: { name: string }[];
      peak: { posts: number };
    }>('always-on');
    const answer = (await tab.locator('.answer').innerText()).replace(/\s+/g, ' ');
    expect(answer).toContain(`${Math.round(figures.alwaysOn.value * 100)} %`);
    expect(answer).toContain(COUNT.format(figures.medianOutside.value));
    expect(answer).toContain(COUNT.format(figures.medianInside.value));

    const bars = await tab.locator('pq-plot svg g[data-mark="rect"] rect').count();
    expect(bars).toBe(figures.weeks.filter((week) => postsOf(week) > 0).length + (await bandsOf(tab)));
    const words = await tab.locator('pq-plot svg').first().textContent();
    expect(words).toContain(COUNT.format(figures.peak.posts));
    expect(new Set(figures.windows.map(({ name }) => name)).size).toBeGreaterThan(3);

    await tab.locator('figure summary').first().click();
    const rows = await tab
      .locator('figure tbody tr')
      .evaluateAll((all) => all.map((row) => (row as HTMLElement).innerText));
    expect(rows).toHaveLength(figures.weeks.length);
    for (const [i, week] of [...figures.weeks].reverse().entries())
      expect(rows[i]?.split('\t').slice(1, 5)).toEqual(
        [postsOf(week), week.shared, week.reshared, week.quoted].map((n) => COUNT.format(n)),
      );
  });

  it('shows each item’s figures as the report has them, in the order that was asked for', async () => {
    await tab.goto(`${demo.url}/items`);
    await settled(tab);
    const { rows } = await report<{ rows: (Figures & { title: string })[] }>('items?limit=1000');
    const shown = () =>
      tab
        .locator('main table')
        .first()
        .locator('tbody tr')
        .evaluateAll((all) =>
          all.map((row) => [row.children[0]?.textContent?.trim(), row.children[1]?.textContent?.trim()]),
        );
    const inOrder = [...rows].sort((a, b) => postsOf(b) - postsOf(a)).map((row) => COUNT.format(postsOf(row)));
    expect((await shown()).map(([, posts]) => posts)).toEqual(inOrder);
    await tab.getByRole('button', { name: /^Item/ }).click();
    expect((await shown()).map(([name]) => name)).toEqual(
      rows.map(({ title }) => title).sort((a, b) => a.localeCompare(b, 'en')),
    );
    expect(new URL(tab.url()).search).toBe('?sort=name');
    await tab.reload();
    await settled(tab);
    expect((await shown())[0]?.[0]).toBe(rows.map(({ title }) => title).sort((a, b) => a.localeCompare(b, 'en'))[0]);
  });

  it('draws what is noised with its range, and says of what was not released that it was not', async () => {
    await tab.goto(`${demo.url}/label-trust?show=pi`);
    await settled(tab);
    type Rate = { state: string; value: number; interval: [number, number] };
    const { rows } = await report<{ rows: { title: string; pi: Rate }[] }>('label-trust?limit=1000');
    const released = rows.filter(({ pi }) => pi.state === 'released');
    expect(released.length).toBeGreaterThan(0);
    expect(released.length).toBeLessThan(rows.length);
    const figure = tab.locator('#chart-label-trust-pi');
    expect(await figure.locator('svg g[data-mark="dot"] circle').count()).toBe(released.length);
    const words = await figure.locator('svg text').allTextContents();
    expect(words.filter((text) => text === 'not released')).toHaveLength(rows.length - released.length);
    for (const { pi } of released) {
      const decimals = pi.interval[1] - pi.interval[0] < 0.03 ? 1 : 0;
      const [value, low, high] = [pi.value, ...pi.interval].map((part) => (part * 100).toFixed(decimals));
      expect(words).toContain(`about ${value} % (${low}–${high} %)`);
    }
    expect(await tab.locator('aside').innerText()).toMatch(/ε = 1.*T = 15/s);
  });

  it('draws what happened to an item where it happened', async () => {
    await tab.goto(`${demo.url}/item?item=${ITEM}`);
    await settled(tab);
    await expect.poll(() => tab.locator('#chart-item-by-week svg').textContent()).toContain('version 2');
    const { rows } = await report<{ rows: { halfLife: { value: number } }[] }>(`half-life?item=${ITEM}`);
    expect(await tab.locator('#chart-half-life svg').textContent()).toContain(`day ${rows[0]?.halfLife.value}`);
    const depth = await report<{ rows: Figures[] }>(`depth?item=${ITEM}`);
    const words = await tab.locator('#chart-depth svg text').allTextContents();
    for (const row of depth.rows)
      expect(words.some((text) => text.startsWith(`${COUNT.format(postsOf(row))} · `))).toBe(true);
  });

  it('goes back and forth with the browser, and can be reached by its address', async () => {
    await tab.goto(demo.url);
    await settled(tab);
    for (const name of ['Items', 'Recalls', 'Data quality'])
      await tab.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await settled(tab);
    expect(await tab.title()).toBe(`Data quality · ${DEMO_PUBLISHER.name} · Pullquote`);
    await tab.goBack();
    await settled(tab);
    expect([await tab.locator('h1').innerText(), await tab.title()]).toEqual([
      'Recalls',
      `Recalls · ${DEMO_PUBLISHER.name} · Pullquote`,
    ]);
    await tab.goForward();
    expect(await tab.locator('h1').innerText()).toBe('Data quality');

    await tab.goto(`${demo.url}/?from=2026-03-01&to=2026-05-31&community=https://cardio-net.example`);
    await settled(tab);
    const { totals } = await report<{ totals: Figures }>(
      'overview?from=2026-03-01&to=2026-05-31&community=https://cardio-net.example',
    );
    expect(await tab.locator('.facts').innerText()).toContain(COUNT.format(postsOf(totals)));
    expect(await tab.getByLabel('Community', { exact: true }).inputValue()).toBe('https://cardio-net.example');
    await tab.getByLabel('To', { exact: true }).fill('2026-02-01');
    await tab.getByRole('button', { name: 'Show' }).click();
    expect(await tab.getByRole('alert').innerText()).toContain('From: comes after To');
    await tab.getByLabel('To', { exact: true }).fill('2026-04-30');
    await tab.getByRole('button', { name: 'Show' }).click();
    await expect.poll(() => new URL(tab.url()).searchParams.get('to')).toBe('2026-04-30');
  });

  it('can be walked through by the keyboard alone', async () => {
    await tab.goto(demo.url);
    await settled(tab);
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('To the figures');
    for (const [path, title] of Object.entries(PAGES)) {
      if (path.startsWith('/item?')) continue;
      await tab.locator('.skip').focus();
      for (let i = 0; i < 14; i++) {
        await tab.keyboard.press('Tab');
        const href = await tab.evaluate(() => document.activeElement?.getAttribute('href'));
        if (href === path) break;
      }
      await tab.keyboard.press('Enter');
      await expect.poll(() => tab.locator('h1').innerText()).toBe(title);
    }
    // From the list of items to the first one, and its heading has the focus.
    await tab.goto(`${demo.url}/items`);
    await settled(tab);
    await tab.locator('main table a').first().focus();
    await tab.keyboard.press('Enter');
    await settled(tab);
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await tab.locator('main details summary').first().focus();
    await tab.keyboard.press('Enter');
    expect(await tab.locator('main details').first().getAttribute('open')).toBe('');
  });

  it('saves a chart as CSV, SVG and PNG', async () => {
    await tab.goto(demo.url);
    await settled(tab);
    const take = async (name: RegExp, role: 'link' | 'button') => {
      const [download] = await Promise.all([
        tab.waitForEvent('download'),
        tab.locator('figure').first().getByRole(role, { name }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const csv = await take(/^CSV/, 'link');
    const { weeks } = await report<{ weeks: Figures[] }>('always-on');
    expect(csv.bytes.toString().trim().split('\r\n')).toHaveLength(weeks.length + 1);
    const svg = await take(/^SVG/, 'button');
    expect(svg.name).toBe('pullquote-posts-by-week.svg');
    const drawing = svg.bytes.toString();
    expect(drawing).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(drawing).toContain('Posts by week');
    // It stands by itself: no variable of a style sheet that it does not have.
    expect(drawing).not.toMatch(/var\(|<style|class=/);
    const png = await take(/^PNG/, 'button');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(10_000);
  });

  it('adds, changes and deletes a campaign window, gives it back, and draws it', async () => {
    await tab.goto(`${demo.url}/campaigns`);
    await settled(tab);
    const before = await tab.locator('pq-calendar tbody tr').count();
    const index = () => tab.locator('main section .section-lead').innerText();
    const indexBefore = await index();

    await tab.getByRole('button', { name: 'Add a window' }).click();
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('f-name');
    await tab.getByLabel('First day').fill('2026-01-12');
    await tab.getByLabel('Last day').fill('2026-01-10');
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    expect(await tab.locator('#e-name').innerText()).toContain('Name: give the window a name');
    expect(await tab.locator('#e-to').innerText()).toContain('Last day: comes before the first day');
    expect(await tab.getByLabel('Name').getAttribute('aria-invalid')).toBe('true');
    await tab.getByLabel('Name').fill('Winter <meeting>');
    await tab.getByLabel('Last day').fill('2026-01-30');
    await tab.keyboard.press('Enter');
    await tab.getByText('“Winter <meeting>” was added.').waitFor();
    await settled(tab);
    expect(await tab.locator('pq-calendar tbody tr').count()).toBe(before + 1);
    expect(await index()).not.toBe(indexBefore);
    expect(await tab.locator('main section pq-plot').textContent()).toContain('Winter');

    await tab.getByRole('button', { name: 'Edit Winter <meeting>' }).click();
    await tab.getByLabel('Name').fill('Winter meeting');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('“Winter meeting” was changed.').waitFor();
    await tab.getByRole('button', { name: 'Delete Winter meeting' }).click();
    await tab.getByText('“Winter meeting” was deleted.').waitFor();
    expect(await tab.locator('pq-calendar tbody tr').count()).toBe(before);
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
    await tab.keyboard.press('Enter');
    await tab.getByText('“Winter meeting” is back.').waitFor();
    const kept = await context.request.get(`${demo.url}/v1/campaigns`);
    const { campaigns } = (await kept.json()) as {
      campaigns: { name: string; from: string; to: string; kind: string }[];
    };
    expect(campaigns.find(({ name }) => name === 'Winter meeting')).toMatchObject({
      from: '2026-01-12',
      to: '2026-01-30',
      kind: 'congress',
    });
    await tab.getByRole('button', { name: 'Delete Winter meeting' }).click();
    await tab.getByText('“Winter meeting” was deleted.').waitFor();
    await expect.poll(index).toBe(indexBefore);
  });

  it('takes in a calendar once, says what is wrong with a file, and takes it back', async () => {
    await tab.goto(`${demo.url}/campaigns`);
    await settled(tab);
    const rows = tab.locator('pq-calendar tbody tr');
    const before = await rows.count();
    const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) });
    const choose = (...given: Parameters<typeof file>) =>
      tab.getByLabel('Import a calendar').setInputFiles(file(...given));
    const table =
      'name,kind,from,to\nSpring school,other,2026-03-02,2026-03-06\nSummer school,other,2026-07-06,2026-07-10\n';

    await choose('plan.csv', table.replace('2026-07-06', 'in July'));
    await tab.getByText('line 3, from: must be a day').waitFor();
    await choose('plan.docx', table);
    await tab.getByText('send text/csv or text/calendar').waitFor();
    expect(await rows.count()).toBe(before);
    await choose('plan.csv', table);
    await tab.getByText('2 windows were added.').waitFor();
    expect(await rows.count()).toBe(before + 2);
    await choose('plan.csv', table);
    await tab.getByText('No window was added; 2 were there before.').waitFor();
    const event = 'BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Winter school\r\nDTSTART;VALUE=DATE:20260202\r\nEND:VEVENT';
    await choose('plan.ics', `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${event}\r\nEND:VCALENDAR\r\n`);
    await tab.getByText('One window was added.').waitFor();
    await tab.getByRole('button', { name: 'Undo' }).click();
    await tab.getByText('One window is gone again.').waitFor();
    expect(await rows.count()).toBe(before + 2);
    for (const name of ['Spring school', 'Summer school']) {
      await tab.getByRole('button', { name: `Delete ${name}` }).click();
      await tab.getByText(`“${name}” was deleted.`).waitFor();
    }
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('400 (Bad Request)')));
  });

  it('shows the collector’s own word beside the field, and loses nothing that was typed', async () => {
    await tab.goto(`${demo.url}/campaigns`);
    await settled(tab);
    await tab.getByRole('button', { name: 'Add a window' }).click();
    await tab.getByLabel('Name').fill('Far too long');
    await tab.getByLabel('First day').fill('2024-01-01');
    await tab.getByLabel('Last day').fill('2026-01-01');
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(() => tab.locator('#e-to').innerText()).toContain('Last day: is more than 366 days');
    expect(await tab.getByLabel('Name').inputValue()).toBe('Far too long');
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('400 (Bad Request)')));
  });

  it('has nothing refused by its own policy, no error, and asks nobody else', () => {
    expect(complaints).toEqual([]);
  });

  it('offers no change to a key that only reads', async () => {
    const reader = await browser.newContext();
    await demo.signIn(reader, 'read');
    const page = await reader.newPage();
    await page.goto(`${demo.url}/campaigns`);
    await settled(page);
    await page.getByText('A key with the scope admin can change the windows.').waitFor();
    expect(await page.getByRole('button', { name: /Add|Edit|Delete/ }).count()).toBe(0);
    await reader.close();
  });

  it('says when the collector fails or cannot be reached, and tries again when told to', async () => {
    const page = await context.newPage();
    let how: 'fail' | 'abort' | 'pass' = 'fail';
    await page.route('**/v1/reports/**', (route) =>
      how === 'pass' ? route.fallback() : how === 'abort' ? route.abort() : route.fulfill({ status: 500, body: '{}' }),
    );
    await page.goto(demo.url);
    await page.getByText('The collector could not make this report.').first().waitFor();
    how = 'abort';
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByText('The collector cannot be reached.').first().waitFor();
    how = 'pass';
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.locator('.answer').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });

  it('keeps its words and tables where the drawings cannot be loaded, and says so', async () => {
    const other = await context.newPage();
    await other.route('**/assets/drawings-*.js', (route) => route.abort());
    await other.goto(demo.url);
    await settled(other);
    expect(await other.locator('pq-plot').first().innerText()).toContain('could not be loaded');
    await other.locator('figure summary').first().click();
    expect(await other.locator('figure table').first().isVisible()).toBe(true);
    await other.close();
  });

  it('says so when the session has ended, and leads back to where one was', async () => {
    const leaving = await browser.newContext();
    await demo.signIn(leaving);
    const page = await leaving.newPage();
    await page.goto(demo.url);
    await settled(page);
    await leaving.clearCookies();
    await page.getByRole('link', { name: 'Label trust' }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).first().waitFor();
    await page.getByRole('link', { name: 'Sign in' }).first().click();
    await page.getByLabel('Access key').fill(await demo.key('read'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.locator('h1').innerText()).toBe('Label trust');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    await leaving.close();
  });

  it('gives axe nothing to find and never scrolls sideways, in any colours and width', async () => {
    const found: string[] = [];
    const page = await context.newPage();
    for (const path of Object.keys(PAGES)) {
      await page.goto(demo.url + path);
      await settled(page);
      if (path === '/campaigns') await page.getByRole('button', { name: 'Add a window' }).click();
      for (const width of [1280, 360])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          found.push(...(await look(page, `${path} at ${width}, ${colorScheme}`)));
        }
    }
    await page.close();
    expect(found).toEqual([]);
  }, 120_000);
});

/** What axe has to say, and whether the page is wider than the window. */
async function look(page: Page, where: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  expect(passes.length, 'axe looked at something').toBeGreaterThan(10);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [
    ...violations.map(
      ({ id, nodes }) =>
        `${where}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
    ),
    ...(wide > 0 ? [`${where}: scrolls sideways by ${wide}`] : []),
  ];
}

/** The bands behind the bars are rectangles, too: they have the colour of a band. */
function bandsOf(page: Page): Promise<number> {
  return page.locator('pq-plot svg g[data-mark="rect"][fill="var(--band)"] rect').count();
}

describe.skipIf(chromiumPath === undefined)('the first day', () => {
  it('says that nothing has come, what has to happen, and what can ever come', async () => {
    const [browser, demo] = await Promise.all([launchChromium(), startDemoCollector({ events: 0 })]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await demo.signIn(context);
    const tab = await context.newPage();
    await tab.goto(demo.url);
    await settled(tab);
    expect(await tab.locator('h1').innerText()).toBe('No post has been reported yet');
    expect(await tab.locator('main').innerText()).toContain('pullquote-collector trust add');
    // As the forecast has it: a small community never releases what a large one always does.
    const forecast = (await (await context.request.get(`${demo.url}/v1/plan?doctors=500`)).json()) as {
      facts: { released: number }[];
    };
    const cells = await tab.locator('main table tbody tr').first().locator('td').allTextContents();
    const chance = forecast.facts[0]?.released ?? 0;
    expect(cells[0]?.trim()).toBe(
      chance < 0.001
        ? 'never'
        : chance > 0.999
          ? 'always'
          : `${chance < 0.0995 ? (chance * 100).toFixed(1) : Math.round(chance * 100)} %`,
    );
    for (const [width, path] of [
      [1280, '/'],
      [360, '/'],
      [1280, '/items'],
      [1280, '/recalls'],
      [1280, '/label-trust'],
      [1280, '/data-quality'],
      [1280, '/communities'],
      [1280, '/campaigns'],
    ] as const) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.goto(demo.url + path);
      await settled(tab);
      expect(await look(tab, path)).toEqual([]);
    }
    await browser.close();
    await demo.close();
  }, 60_000);
});
