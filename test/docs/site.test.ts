import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '../support/chromium.js';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  png: 'image/png',
};
const VITEPRESS = fileURLToPath(new URL('../../node_modules/vitepress/bin/vitepress.js', import.meta.url));
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe.skipIf(chromiumPath === undefined)('the documentation as a site', () => {
  let out = '';
  let server: Server;
  let browser: Browser;
  let pages: string[] = [];
  const at = (page: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${page}`;

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'pullquote-docs-'));
    // A link to a page that does not exist ends the build, and so does one to a file that does not.
    // In a process of its own, as `npm run docs:build` is: it sets up Vue for itself.
    await promisify(execFile)(process.execPath, [VITEPRESS, 'build', DOCS, '--outDir', out]);
    pages = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.html') && file !== '404.html');
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://site').pathname.slice(1);
      const file = /\.\w+$/.test(path) ? path : `${path === '' || path.endsWith('/') ? `${path}index` : path}.html`;
      readFile(join(out, file)).then(
        (body) =>
          response.writeHead(200, { 'content-type': TYPES[file.split('.').pop() ?? ''] ?? 'text/plain' }).end(body),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await rm(out, { recursive: true, force: true });
  });

  it('has a page for every page of docs/', async () => {
    const written = (await readdir(DOCS, { recursive: true })).filter((file) => file.endsWith('.md'));
    expect(pages.sort()).toEqual(
      written.map((file) => file.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html')).sort(),
    );
  });

  it.each(['light', 'dark'] as const)(
    'has no finding of axe on any page, %s',
    { timeout: 180_000 },
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
      const tab = await context.newPage();
      const found: string[] = [];
      const beyond: string[] = [];
      tab.on('request', (request) => {
        if (!request.url().startsWith(at('')) && !request.url().startsWith('data:')) beyond.push(request.url());
      });
      for (const page of pages) {
        await tab.goto(at(page.replace(/(index)?\.html$/, '')));
        await tab.addScriptTag({ path: axe });
        const { violations } = await tab.evaluate(() =>
          (
            globalThis as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            }
          ).axe.run(),
        );
        found.push(...violations.map(({ id, nodes }) => `${page}: ${id}: ${nodes[0]?.html.slice(0, 160)}`));
      }
      await context.close();
      expect(found).toEqual([]);
      expect(beyond).toEqual([]);
    },
  );

  it('finds a page by a word in it, and asks nobody for it', async () => {
    const tab = await browser.newPage();
    await tab.goto(at(''));
    await tab.getByRole('button', { name: 'Search' }).first().click();
    await tab.getByRole('searchbox').fill('tombstone');
    await tab.getByRole('option').first().waitFor();
    expect(await tab.getByRole('option').count()).toBeGreaterThan(1);
    await tab.close();
  });
});
