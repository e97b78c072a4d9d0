import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { publishedItems, type PublishedItem } from 'pullquote';
import { Html } from './html.js';
import { loadItems } from './items.js';
import { indexPage } from './pages/index-page.js';
import { itemPage } from './pages/item-page.js';
import { notFoundPage, withdrawnPage } from './pages/notice-page.js';
import { prescribingPage, PRESCRIBING_PATH } from './pages/prescribing-page.js';
import { answer, elements, wellKnown } from './static-files.js';

export interface SiteSettings {
  /** The folder that `pullquote publish` wrote. */
  readonly publicDir: string;
  readonly origin: string;
  /** The folder of the elements' bundle, with pullquote.js in it. */
  readonly elementsDir: string;
}

export interface PublisherSite {
  fetch(request: Request): Promise<Response>;
}

const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** The demonstration publisher's web site. It keeps no log: who reads what is nobody's business. */
export async function createPublisherSite({ publicDir, origin, elementsDir }: SiteSettings): Promise<PublisherSite> {
  const items = await loadItems(origin);
  const css = await readFile(new URL('../static/site.css', import.meta.url), 'utf8');
  const icon = await readFile(new URL('../static/favicon.svg', import.meta.url), 'utf8');
  const app = new Hono();
  const page = (request: Request, content: Html, status = 200) => {
    const response = answer(`<!doctype html>\n${content.text}`, 'text/html; charset=utf-8', PAGE_HEADERS, request);
    return status === 200 ? response : new Response(response.body, { status, headers: response.headers });
  };
  const missing = (request: Request) => page(request, notFoundPage(), 404);

  app.use(async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    return context.text('This site is read only: use GET.', 405, { allow: 'GET, HEAD' });
  });
  app.get('/.well-known/*', async ({ req }) => (await wellKnown(publicDir, req.raw)) ?? missing(req.raw));
  app.get('/pullquote/*', async ({ req }) => (await elements(elementsDir, req.raw)) ?? missing(req.raw));
  app.get('/site.css', ({ req }) => answer(css, 'text/css; charset=utf-8', { 'cache-control': 'no-cache' }, req.raw));
  app.get('/favicon.svg', ({ req }) => answer(icon, 'image/svg+xml', { 'cache-control': 'no-cache' }, req.raw));
  app.get('/', async ({ req }) => {
    const published = await publishedItems(publicDir);
    return page(
      req.raw,
      indexPage(items, (url) => tombstoneOf(published, url) !== undefined),
    );
  });
  for (const item of items) {
    const { canonicalUrl } = item.content;
    app.get(new URL(canonicalUrl).pathname, async ({ req }) => {
      const published = await publishedItems(publicDir);
      const tombstone = tombstoneOf(published, canonicalUrl);
      return tombstone
        ? page(req.raw, withdrawnPage(tombstone), 410)
        : page(req.raw, itemPage(item, headOf(published, canonicalUrl)));
    });
    if (item.name === 'lipitor-interactions')
      app.get(PRESCRIBING_PATH, ({ req }) => page(req.raw, prescribingPage(item)));
  }
  app.notFound(({ req }) => missing(req.raw));
  app.onError((_error, context) => context.text('The page could not be made. Try again in a moment.', 500));
  return { fetch: async (request) => app.fetch(request) };
}

/** What `pullquote publish` made for the head of the page: HTML already, of the signed record. */
function headOf(published: readonly PublishedItem[], url: string): Html | undefined {
  const head = published.filter((item) => item.url === url).at(-1)?.head;
  return head === undefined ? undefined : new Html(head);
}

/** The newest version decides: an item that was withdrawn and came back under a new id is readable again. */
function tombstoneOf(published: readonly PublishedItem[], url: string): PublishedItem['tombstone'] {
  const versions = published.filter((item) => item.url === url);
  return versions.every(({ tombstone }) => tombstone !== undefined) ? versions.at(-1)?.tombstone : undefined;
}
