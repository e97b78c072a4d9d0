import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { createCommunity } from '@pullquote/community';
import { formatLink } from '@pullquote/record';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import sanitize from 'sanitize-html';
import { listen } from './listen.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const DISCUSSIONS = [
  { id: 'statins', label: 'Statins and macrolides', visibility: 'members' },
  { id: 'lipids', label: 'Lipid clinic', visibility: 'members' },
];
const CSP = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'";

/**
 * The server behind every example: a forum of one thread, kept in memory, with `/pq/` mounted. It serves the pages in `pages`;
 * an example with a server of its own sends `/pq/` and `/api/` on to this one, and says in `origin` where readers find it.
 */
export async function startServer({ publisher, dataDir, pages, port = 0, origin }) {
  const here = await listen(port);
  const community = await createCommunity({
    origin: origin ?? here.origin,
    name: 'Grand Round',
    country: 'US',
    readers: 'verified-hcp',
    funding: 'Grand Round is a fictional community. Nobody pays for it.',
    dataDir,
    publishers: [{ origin: publisher.origin, name: publisher.name }],
    compose: '/',
    // Everybody who can reach this machine is signed in here. A real forum looks at its session.
    member: () => ({ id: 'reader', hcp: true }),
    log: { info() {}, warn: console.warn, error: console.error },
  });
  await community.refresh();
  community.start();
  const held = community.item(publisher.item);
  if (!held) throw new Error(`The publisher's item ${publisher.item} did not arrive.`);
  const link = formatLink({ ...held, excerpt: held.excerpts[0]?.id, depth: 1 });
  const posts = [
    post('Dr. Amara Osei', `<p>Useful before you add clarithromycin.</p><p><a href="${link}">${link}</a></p>`),
  ];

  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('content-security-policy', CSP);
  });
  // Before anything that reads a body: the community's server reads it itself.
  app.all('/pq/*', (context) => community.fetch(context.req.raw));
  app.get('/api/thread', (context) => context.json({ item: publisher.item, posts }));
  app.get('/api/discussions', (context) => {
    const words = (context.req.query('q') ?? '').toLowerCase();
    return context.json(DISCUSSIONS.filter(({ label }) => label.toLowerCase().includes(words)));
  });
  app.post('/api/posts', async (context) => {
    const { destination, html } = await context.req.json();
    const found = DISCUSSIONS.find(({ id }) => id === destination);
    if (!found) throw new HTTPException(400, { message: `destination: there is no discussion "${destination}".` });
    if (typeof html !== 'string') throw new HTTPException(400, { message: 'html: must be text.' });
    posts.push(post('You', html));
    return context.json(found, 201);
  });
  app.get('/thread.css', (context) => file(context, join(import.meta.dirname, 'thread.css')));
  if (pages) app.get('*', (context) => file(context, within(pages, context.req.path)));
  here.serve(app.fetch);
  return {
    origin: here.origin,
    async stop() {
      await here.stop();
      await community.close();
    },
  };
}

/** What members send is cleaned before it is kept: `pq-*` tags, too, are for the page to make. */
function post(author, html) {
  const clean = sanitize(html, {
    allowedTags: ['p', 'br', 'strong', 'em', 'blockquote', 'a'],
    allowedAttributes: { a: ['href'] },
  });
  return { id: crypto.randomUUID(), author, html: clean };
}

function within(folder, path) {
  const root = resolve(folder);
  const wanted = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  return wanted.startsWith(root + sep) ? wanted : undefined;
}

async function file(context, path) {
  try {
    return context.body(await readFile(path), 200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    });
  } catch {
    return context.notFound();
  }
}
