import express from 'express';
import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestPublisher } from '../community/publisher.js';
import { lostIn, markerCases, type MarkerCase } from './labels.js';

const FOLDER = fileURLToPath(new URL('../../examples/engines/nodebb/', import.meta.url));
const require = createRequire(join(FOLDER, 'library.js'));
const manifest = JSON.parse(readFileSync(join(FOLDER, 'plugin.json'), 'utf8')) as {
  hooks: { hook: string; method: string }[];
  scripts: string[];
  modules: Record<string, string>;
  upgrades: string[];
  library: string;
};

/** NodeBB as far as the plugin asks of it. */
const saved: Record<string, string> = {};
const VERIFIED = 7;
const nodebb: Record<string, unknown> = {
  nconf: { get: () => nodebbUrl },
  winston: { error: (text: string) => errors.push(text) },
  './src/meta': {
    settings: {
      get: () => Promise.resolve(saved),
      set: (_: string, values: object) => Promise.resolve(Object.assign(saved, values)),
    },
  },
  './src/groups': {
    isMember: (uid: number, group: string) => Promise.resolve(uid === VERIFIED && group === 'verified'),
  },
  './src/user': { isAdminOrGlobalMod: (uid: number) => Promise.resolve(uid === 1) },
};
const errors: string[] = [];
let nodebbUrl = '';

interface Sanitize {
  allowedTags: string[];
  allowedAttributes: Record<string, string[]>;
}
interface Plugin {
  preload(params: object): Promise<void>;
  sanitizeConfig(config: Sanitize): Promise<Sanitize>;
  clientConfig(config: object): Promise<{ pullquote: { openCategories: string[] } }>;
  postsPurged(data: object): Promise<void>;
  postDeleted(data: object): Promise<void>;
  [hook: string]: unknown;
}
const main = process as unknown as { mainModule: unknown };
main.mainModule = { require: (path: string) => nodebb[path] };
const plugin = require('./library.js') as Plugin;

/** NodeBB 4, src/posts/parse.js: what it adds to sanitize-html's defaults, and to each tag. */
const everywhere = [
  'accesskey', 'class', 'contenteditable', 'dir', 'draggable', 'dropzone', 'hidden', 'id', 'lang', 'spellcheck', 'style', 'tabindex',
  'title', 'translate', 'aria-*', 'data-*',
]; // prettier-ignore
const nodebbConfig = (): Sanitize => ({
  allowedTags: [
    ...sanitizeHtml.defaults.allowedTags,
    'ins',
    'del',
    'img',
    'button',
    'video',
    'audio',
    'source',
    'iframe',
    'embed',
  ],
  allowedAttributes: {
    ...(sanitizeHtml.defaults.allowedAttributes as Record<string, string[]>),
    a: ['href', 'name', 'hreflang', 'media', 'rel', 'target', 'type', ...everywhere],
    blockquote: everywhere,
  },
});

/** The AMD module that turns what the SDK composes into Markdown, as a page runs it. */
function toMarkdown(): (html: string) => string {
  let made: { toMarkdown(html: string): string } | undefined;
  const define = (_: string, factory: () => typeof made) => (made = factory());
  const source = readFileSync(join(FOLDER, 'static/lib/markdown.js'), 'utf8');
  const run = new Function('define', 'DOMParser', source) as (...given: unknown[]) => void;
  run(define, new JSDOM('').window.DOMParser);
  return (html) => made?.toMarkdown(html) ?? '';
}

describe('plugin.json', () => {
  it('names hooks that library.js has, and files that are there', () => {
    for (const { method } of manifest.hooks) expect(typeof plugin[method], method).toBe('function');
    for (const path of [
      manifest.library,
      ...manifest.scripts,
      ...manifest.upgrades,
      ...Object.values(manifest.modules),
    ])
      expect(existsSync(join(FOLDER, path)), path).toBe(true);
  });
});

describe('posts', () => {
  // As nodebb-plugin-markdown sets it: HTML is shown as text, links are made of addresses.
  const markdown = new MarkdownIt({ html: false, linkify: true, typographer: true });
  const shown = (config: Sanitize) => (html: string) =>
    sanitizeHtml(markdown.render(toMarkdown()(html)), config as IOptions);

  let cases: MarkerCase[] = [];
  beforeAll(async () => {
    cases = await markerCases();
  });

  it('keep every mandatory field and the link, through Markdown and NodeBB’s sanitizer', async () => {
    expect(cases).toHaveLength(56);
    expect(lostIn(cases, shown(await plugin.sanitizeConfig(nodebbConfig())))).toEqual([]);
  });

  it('keep them on a site that has cut its list down', async () => {
    const narrow = { allowedTags: ['b'], allowedAttributes: {} };
    const kept = shown(await plugin.sanitizeConfig(narrow));
    expect(lostIn(cases.slice(0, 8), kept)).toEqual([]);
    // A card takes the place of a quotation with a link in it.
    const card = /^<blockquote>[^]*<a href="https:[^"]*#pq=v/;
    expect(kept(cases[0]?.html ?? '')).toMatch(card);
    expect(shown(narrow)(cases[0]?.html ?? '')).not.toMatch(card);
  });

  it('bring no elements of ours, even where another plugin has allowed them', async () => {
    const config = nodebbConfig();
    config.allowedTags.push('pq-card', 'PQ-Share');
    const html = sanitizeHtml(
      '<pq-card item="x">fake</pq-card><pq-share>',
      (await plugin.sanitizeConfig(config)) as IOptions,
    );
    expect(html).toBe('fake');
  });

  it('keep a doctor’s own words as they are typed, markup and all', () => {
    const words = 'Not *this*; [see] <b>1</b> & 2';
    const html = `<p>${words.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p><p>Next</p>`;
    const text = new JSDOM(markdown.render(toMarkdown()(html))).window.document.body.textContent ?? '';
    expect(text.trim().split(/\n+/)).toEqual([words, 'Next']);
  });
});

describe('/pq/ in NodeBB', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pullquote-nodebb-'));
  let server: Server;
  let publisher: TestPublisher;
  beforeAll(async () => {
    const app = express();
    server = app.listen(0, '127.0.0.1');
    await new Promise((ready) => server.once('listening', ready));
    nodebbUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    publisher = await TestPublisher.create(`${nodebbUrl}`);
    await publisher.add({ iat: Math.floor(Date.now() / 1_000), exp: Math.floor(Date.now() / 1_000) + 3_600 });
    publisher.iat = Math.floor(Date.now() / 1_000) - 60;
    publisher.exp = publisher.iat + 3_600;
    Object.assign(saved, {
      ...{
        name: 'Grand Round',
        country: 'us',
        readers: 'mixed',
        verifiedGroup: 'verified',
        dataDir,
        openCategories: '2, 5',
      },
      publishers: `${nodebbUrl} | Example Pharma\n`,
    });
    // In NodeBB's order: body parser, session, plugins, its own routes.
    app.use(express.json());
    app.use('/.well-known', (req, res, next) => {
      publisher.answer(new Request(nodebbUrl + req.originalUrl)).then(async (answer) => {
        res
          .status(answer.status)
          .type('text/plain')
          .send(await answer.text());
      }, next);
    });
    const authenticateRequest: express.RequestHandler = (req, _res, next) => {
      Object.assign(req, { uid: Number(req.headers.cookie?.replace('uid=', '') ?? 0) });
      next();
    };
    await plugin.preload({ app, middleware: { authenticateRequest } });
    app.use((_req, res) => void res.status(418).send('NodeBB’s own'));
    const held = async () =>
      ((await (await ask('/pq/')).json()) as { publishers: { versions: number }[] }).publishers[0];
    await vi.waitUntil(async () => (await held())?.versions === 1, { timeout: 20_000 });
  });
  afterAll(() => {
    server.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ask = (path: string, headers: Record<string, string> = {}) => fetch(nodebbUrl + path, { headers });
  const facts = (uid: number, name = 'one') =>
    fetch(`${nodebbUrl}/pq/facts`, {
      method: 'POST',
      body: JSON.stringify([
        {
          id: `fact${name}${String(uid).padStart(17 - name.length, '_')}`,
          fact: 'shared',
          item: 'urn:example:lipitor',
          version: 1,
          depth: 1,
        },
      ]),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: `uid=${uid}` },
    });

  it('answers before NodeBB’s own routes, and leaves every other path to them', async () => {
    expect((await ask('/pq/community.json')).status).toBe(200);
    expect((await ask('/topic/1')).status).toBe(418);
    const share = await fetch(`${nodebbUrl}/pq/share`, { redirect: 'manual' });
    expect([share.status, share.headers.get('location')]).toEqual([302, '/']);
  });

  it('takes facts that NodeBB’s body parser has read already, of verified members alone', async () => {
    const counted = await facts(VERIFIED);
    expect([counted.status, await counted.json()]).toMatchObject([200, { accepted: 1 }]);
    expect(await (await facts(8)).json()).toMatchObject({ code: 'not-hcp' });
    expect(await (await facts(0)).json()).toMatchObject({ code: 'not-signed-in' });
  });

  it('shows what left to administrators and global moderators', async () => {
    expect((await ask('/pq/moderation', { cookie: 'uid=1' })).status).toBe(200);
    expect((await ask('/pq/moderation', { cookie: `uid=${VERIFIED}` })).status).toBe(403);
  });

  it('takes the event of a deleted post back, and of a purged one that was not deleted before', async () => {
    const [entry] = publisher.entries;
    const post = {
      uid: VERIFIED,
      content: `> [x](<${entry?.url}#pq=v1;h=${entry?.digest};d=1>)`,
      timestamp: Date.now(),
      deleted: 0,
    };
    const counted = () => {
      const db = new DatabaseSync(join(dataDir, 'community.sqlite'), { readOnly: true });
      const [sum] = db.prepare('SELECT COALESCE(SUM(n), 0) AS n FROM public_row').all();
      db.close();
      return sum?.['n'];
    };
    await facts(VERIFIED, 'two');
    await facts(VERIFIED, 'three');
    expect(counted()).toBe(3);
    await plugin.postsPurged({
      posts: [
        { ...post, deleted: 1 },
        { ...post, uid: 8, content: 'no item' },
      ],
      uid: 1,
    });
    await plugin.postsPurged({ posts: [{ ...post, timestamp: Date.now() - 7 * 86_400_000 }], uid: 1 });
    expect(counted()).toBe(3);
    await plugin.postDeleted({ post: { ...post, deleted: 1 }, uid: 1 });
    expect(counted()).toBe(2);
    await plugin.postsPurged({ posts: [post, post], uid: 1 });
    expect(counted()).toBe(0);
  });

  it('tells the page which categories every member can read', async () => {
    expect((await plugin.clientConfig({})).pullquote.openCategories).toEqual(['2', '5']);
  });

  it('says in NodeBB’s log why it has not started', async () => {
    saved['country'] = 'nowhere';
    await plugin.preload({ app: express(), middleware: { authenticateRequest: () => undefined } });
    await expect.poll(() => errors.join()).toContain('country: ');
    saved['country'] = 'us';
  });
});

it('the browser’s scripts name their modules where NodeBB’s build looks for them', () => {
  // webpack takes the whole bundle of the forum down with a require that it can't read.
  for (const file of manifest.scripts) {
    const asked = [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/\brequire\((\S+)/g)].map(
      ([, first = '']) => first,
    );
    expect(asked.length).toBeGreaterThan(1);
    for (const first of asked) expect(first).toMatch(/^\['/);
  }
});

it('the upgrade script brings older settings into one publisher a line, once', async () => {
  const upgrade = require(`./${manifest.upgrades[0]}`) as { method(): Promise<void>; timestamp: number; name: string };
  saved['publishers'] = 'https://a.example | A, https://b.example | B';
  await upgrade.method();
  await upgrade.method();
  expect(saved['publishers']).toBe('https://a.example | A\nhttps://b.example | B');
  const { toConfig } = require('./lib/settings.js') as {
    toConfig(saved: object, rest: object): { publishers: object[] };
  };
  expect(toConfig({ publishers: `${saved['publishers']} | print-1 | print-2\n\n` }, {}).publishers).toEqual([
    { origin: 'https://a.example', name: 'A' },
    { origin: 'https://b.example', name: 'B', thumbprints: ['print-1', 'print-2'] },
  ]);
});
