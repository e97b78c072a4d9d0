import { Hono } from 'hono';
import type { Settings } from '../config.js';
import { errorKind } from '../log.js';
import { MODERATION_CSS } from '../moderation/style.js';
import type { Items } from '../store/items.js';
import type { Lists } from '../store/lists.js';
import type { UnfurlRoutes } from '../unfurl/routes.js';
import type { Bundle } from './bundle.js';
import { problem } from './problem.js';
import { newerVersion, recordByDigest, recordByUrl } from './records.js';
import { SAFE_HEADERS } from './safe-headers.js';
import { statusList } from './status.js';
import { tagged } from './tagged.js';

export interface AppParts {
  readonly settings: Settings;
  readonly bundle: Bundle;
  readonly items: Items;
  readonly lists: Lists;
  readonly communityFile: () => object;
  readonly indexPage: () => object;
  readonly facts: (request: Request) => Promise<Response>;
  readonly removed: (request: Request) => Promise<Response>;
  readonly moderation: (request: Request) => Promise<Response>;
  readonly unfurling: UnfurlRoutes;
}

const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };
const CSS_TYPE = { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' };
const JSON_TYPE = { 'content-type': 'application/json', 'cache-control': 'no-cache' };

/** Everything under `/pq/`. It writes no access log, and answers every refusal with a reason. */
export function createApp(parts: AppParts): Hono {
  const { settings, bundle, items, lists } = parts;
  const now = () => settings.clock.now();
  const app = new Hono({ strict: false }).basePath('/pq');

  // Before all others, with its own headers: nothing is asked for as often.
  app.post('/facts', (c) => parts.facts(c.req.raw));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SAFE_HEADERS))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.get('/', (c) => tagged(c.req.raw, JSON.stringify(parts.indexPage()), JSON_TYPE));
  app.get('/community.json', (c) => tagged(c.req.raw, JSON.stringify(parts.communityFile()), JSON_TYPE));
  app.get('/pullquote.js', async (c) => {
    const script = await bundle.script();
    if (!script)
      return problem(404, 'not-found', 'The script is not built. Build @pullquote/elements, then try again.');
    return tagged(c.req.raw, script, { ...SCRIPT, 'cache-control': 'no-cache' });
  });
  app.get('/chunks/:name', async (c) => {
    const chunk = await bundle.chunk(c.req.param('name'));
    if (!chunk) return problem(404, 'not-found', 'There is no such chunk.');
    // Its name holds a hash of its content.
    return tagged(c.req.raw, chunk, { ...SCRIPT, 'cache-control': 'public, max-age=31536000, immutable' });
  });
  app.get('/record', (c) => recordByUrl(c.req.raw, items, now()));
  app.get('/records/:digest', (c) => recordByDigest(c.req.raw, items, c.req.param('digest'), now()));
  app.get('/newer/:digest', (c) => newerVersion(c.req.raw, items, c.req.param('digest')));
  app.get('/unfurl', (c) => parts.unfurling.unfurl(c.req.raw));
  app.get('/oembed', (c) => parts.unfurling.oembed(c.req.raw));
  app.get('/status', (c) => statusList(c.req.raw, lists, now()));
  // Without a fragment of its own, the Location leaves the browser the one that names the item (RFC 9110 section 10.2.2).
  app.get(
    '/share',
    () => new Response(null, { status: 302, headers: { location: settings.compose, 'cache-control': 'no-store' } }),
  );
  app.post('/removed', (c) => parts.removed(c.req.raw));
  app.on(['GET', 'POST'], '/moderation', (c) => parts.moderation(c.req.raw));
  app.get('/moderation.json', (c) => parts.moderation(c.req.raw));
  app.get('/moderation.css', (c) => tagged(c.req.raw, MODERATION_CSS, CSS_TYPE));

  for (const path of ['/facts', '/removed']) app.all(path, () => methodNotAllowed('POST'));
  app.all('/moderation', () => methodNotAllowed('GET, HEAD, POST'));
  for (const path of [
    '/',
    '/community.json',
    '/pullquote.js',
    '/chunks/:name',
    '/record',
    '/records/:digest',
    '/status',
    '/share',
    '/moderation.json',
    '/moderation.css',
    '/unfurl',
    '/oembed',
  ])
    app.all(path, () => methodNotAllowed('GET, HEAD'));
  app.notFound(() => problem(404, 'not-found', 'Nothing stands at this path. GET /pq/ lists what does.'));
  app.onError((error) => {
    settings.log.error(errorKind(error), 'request failed');
    return problem(500, 'internal', 'The server could not answer. Nothing of this request was kept. Try again later.');
  });
  return app;
}

function methodNotAllowed(allow: string): Response {
  return problem(405, 'method', `This path answers ${allow}.`, { allow });
}
