import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const VITEPRESS = fileURLToPath(new URL('../../node_modules/vitepress/bin/vitepress.js', import.meta.url));
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  png: 'image/png',
};

export interface BuiltSite {
  /** HTML files below the site's root, but the one for what is not found. */
  readonly pages: string[];
  at(page: string): string;
  close(): Promise<void>;
}

/** Builds the documentation as `npm run docs:build` does, and serves it as a static host would: a file as it is, else a page. */
export async function buildSite(): Promise<BuiltSite> {
  const out = await mkdtemp(join(tmpdir(), 'pullquote-docs-'));
  // A link to a page that does not exist ends the build, and so does one to a file that does not.
  // In a process of its own, as `npm run docs:build` is: it sets up Vue for itself.
  await promisify(execFile)(process.execPath, [VITEPRESS, 'build', DOCS, '--outDir', out]);
  const files = new Set(await readdir(out, { recursive: true }));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname.slice(1));
    const file = /\.\w+$|^pq\//.test(path) ? path : `${path === '' || path.endsWith('/') ? `${path}index` : path}.html`;
    if (!files.has(file)) return void response.writeHead(404).end();
    readFile(join(out, file)).then(
      (body) =>
        response.writeHead(200, { 'content-type': TYPES[file.split('.').pop() ?? ''] ?? 'text/plain' }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    pages: [...files].filter((file) => file.endsWith('.html') && file !== '404.html'),
    at: (page) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${page}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(out, { recursive: true, force: true });
    },
  };
}

/** What axe finds on a page, shadow trees included. @param rules those alone, instead of all */
export async function findings(tab: Page, rules?: readonly string[]): Promise<string[]> {
  await tab.addScriptTag({ path: axe });
  const { violations } = await tab.evaluate(
    (only) =>
      (
        globalThis as unknown as {
          axe: {
            run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
    rules,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}
