import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCollector, type RunningCollector } from '@pullquote/collector';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../support/chromium.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LOOKS: readonly (BrowserContextOptions & { name: string })[] = [
  { name: 'wide', viewport: { width: 1280, height: 860 } },
  { name: 'wide, dark', viewport: { width: 1280, height: 860 }, colorScheme: 'dark' },
  { name: '360 px', viewport: { width: 360, height: 740 } },
  { name: '320 px, dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  { name: 'forced colours', viewport: { width: 360, height: 740 }, forcedColors: 'active' },
];

describe.skipIf(chromiumPath === undefined)('signing in, in a browser', () => {
  let browser: Browser;
  let running: RunningCollector;
  let key: string;
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-sign-in-'));

  beforeAll(async () => {
    [browser, running] = await Promise.all([
      launchChromium(),
      startCollector({
        dataFile: join(folder, 'collector.sqlite'),
        publishers: [{ origin: 'https://publisher.example', name: 'Parke-Davis Medical Information' }],
        limits: { perAddress: 10_000, wrongKeys: 1_000 },
        listen: { host: '127.0.0.1', port: 0 },
      }),
    ]);
    const made = { name: 'Medical information', publisher: 'https://publisher.example', scope: 'read' as const };
    key = (await running.collector.keys.add(made)).text;
  });
  afterAll(async () => {
    await browser.close();
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const tab = await (await browser.newContext(options)).newPage();
    await tab.goto(running.url + path);
    return tab;
  }
  async function enter(tab: Page, text: string): Promise<void> {
    await tab.getByLabel('Access key').fill(text);
    await tab.getByRole('button', { name: 'Sign in' }).click();
  }
  async function faults(tab: Page): Promise<string[]> {
    // The page's own policy lets no script in, and that is meant: axe comes in beside it.
    await tab.evaluate(axe);
    const { violations, passes } = await tab.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(passes.length).toBeGreaterThan(5);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
      ...(wide > 0 ? [`scrolls ${wide}`] : []),
    ];
  }

  it.each(LOOKS)('axe finds nothing: $name', async ({ name: _, ...look }) => {
    const tab = await open('/', look);
    expect(await faults(tab)).toEqual([]);
    await enter(tab, 'not a key');
    await tab.getByRole('alert').waitFor();
    expect(await faults(tab)).toEqual([]);
    await enter(tab, key);
    await tab.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(await faults(tab)).toEqual([]);
    await tab.context().close();
  });

  it('works without scripts, by keyboard alone, and says in words what is wrong', async () => {
    const tab = await open('/?publisher=https%3A%2F%2Fpublisher.example', { javaScriptEnabled: false });
    // The field has the focus already.
    await tab.keyboard.type('pqc_nothing');
    await tab.keyboard.press('Enter');
    expect(await tab.getByRole('alert').innerText()).toContain('This is not a whole access key.');
    expect(await tab.getByLabel('Access key').inputValue()).toBe('');
    await tab.keyboard.type(key);
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/?publisher=*');
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('Parke-Davis Medical Information');
    await tab.getByRole('button', { name: 'Sign out' }).press('Enter');
    expect(await tab.getByRole('status').innerText()).toBe('You are signed out.');
    await tab.goto(`${running.url}/`);
    expect(new URL(tab.url()).pathname).toBe('/sign-in');
    await tab.context().close();
  });

  it('keeps the cookie from scripts, and opens a link from another site while signed in', async () => {
    const tab = await open('/');
    await enter(tab, key);
    await tab.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(await tab.evaluate(() => document.cookie)).toBe('');
    const [cookie] = await tab.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });

    // localhost and 127.0.0.1 are two sites, as a mail program's page and the collector are.
    const { createServer } = await import('node:http');
    const link = `<a href="${running.url}/?publisher=https%3A%2F%2Fpublisher.example">the report</a>`;
    const forged = `<form method="post" action="${running.url}/sign-out"><button>win a prize</button></form>`;
    const elsewhere = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(link + forged));
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as { port: number };
    await tab.goto(`http://localhost:${port}/`);
    await tab.getByRole('link').click();
    await tab.getByRole('button', { name: 'Sign out' }).waitFor();
    await tab.goto(`http://localhost:${port}/`);
    await tab.getByRole('button').click();
    await tab.getByText('came from another site').waitFor();
    await tab.goto(`${running.url}/`);
    // Still signed in.
    await tab.getByRole('button', { name: 'Sign out' }).waitFor();
    elsewhere.closeAllConnections();
    elsewhere.close();
    await tab.context().close();
  });
});
