import { serve } from '@hono/node-server';
import { Assertions, forumKey, vouching, type ForumKey } from '@pullquote/community';
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sanitizeHtml from 'sanitize-html';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bench, fact, type Bench } from '../community/setup.js';
import { lostIn, markerCases } from './labels.js';

const FOLDER = fileURLToPath(new URL('../../examples/engines/wordpress/', import.meta.url));
const STUBS = fileURLToPath(new URL('./wordpress.php', import.meta.url));
const SECRET = 'a-secret-of-at-least-32-characters-x';
const KEY = 'k'.repeat(40);
const HOME = 'https://forum.example';
const run = promisify(execFile);
const hasPhp = spawnSync('php', ['--version']).status === 0;

let sidecar = 'http://127.0.0.1:9';
const env = () => ({ ...process.env, PQ_SECRET: SECRET, PQ_KEY: KEY, PQ_HOME: HOME, PQ_SIDECAR: sidecar });
const php = async (code: string, more: Record<string, string> = {}) =>
  (await run('php', ['-r', `require ${JSON.stringify(STUBS)}; ${code}`], { env: { ...env(), ...more } })).stdout;

/** WordPress 6, wp-includes/kses.php, `$allowedtags`: what a comment may hold. */
const COMMENT_TAGS = {
  ...{
    a: { href: true, title: true },
    abbr: { title: true },
    acronym: { title: true },
    b: {},
    blockquote: { cite: true },
  },
  ...{ cite: {}, code: {}, del: { datetime: true }, em: {}, i: {}, q: { cite: true }, s: {}, strike: {}, strong: {} },
};
type Tags = Record<string, Record<string, boolean> | []>;
const kses = (tags: Tags) => (html: string) =>
  sanitizeHtml(html, {
    allowedTags: Object.keys(tags),
    allowedAttributes: Object.fromEntries(Object.entries(tags).map(([tag, names]) => [tag, Object.keys(names)])),
    nonTextTags: [],
  });

describe.skipIf(!hasPhp)('the WordPress plugin (PHP is needed)', () => {
  it('is PHP without a fault in it', async () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.php'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files)
      expect((await run('php', ['-l', join(FOLDER, file)])).stdout).toContain('No syntax errors');
  });

  it('keeps every mandatory field of a label in a comment, line by line', async () => {
    const list = `json_decode('${JSON.stringify(COMMENT_TAGS)}', true)`;
    const filtered = JSON.parse(
      await php(`echo json_encode(fire('wp_kses_allowed_html', ${list}, 'pre_comment_content'));`),
    ) as Tags;
    const cases = await markerCases();
    expect(cases).toHaveLength(56);
    expect(lostIn(cases, kses(filtered))).toEqual([]);
    const [first] = cases;
    expect(kses(filtered)(first?.html ?? '').match(/<p>/g)?.length).toBeGreaterThan(5);
    expect(kses(COMMENT_TAGS)(first?.html ?? '')).not.toContain('<p>');
    for (const list of ['bbp_kses_allowed_tags', 'bp_activity_allowed_tags'])
      expect(
        lostIn(
          cases.slice(0, 8),
          kses(JSON.parse(await php(`echo json_encode(fire('${list}', array('b' => array())));`)) as Tags),
        ),
      ).toEqual([]);
  });

  it('changes no other list, and lets nobody type our elements', async () => {
    const other = `echo json_encode(array(
      fire('wp_kses_allowed_html', array('b' => array()), 'user_description'),
      fire('bbp_kses_allowed_tags', array('pq-card' => array('item' => true)))));`;
    const [untouched, cleaned] = JSON.parse(await php(other)) as [object, object];
    expect(untouched).toEqual({ b: [] });
    expect(cleaned).not.toHaveProperty('pq-card');
  });

  it('vouches for members as the sidecar reads it', async () => {
    const made = await php(
      `$_COOKIE['uid'] = 7; echo pullquote_assertion(), "\\n"; $_COOKIE['uid'] = 1; echo pullquote_assertion(), "\\n"; $_COOKIE['uid'] = 0; echo pullquote_assertion();`,
    );
    const [doctor = '', moderator = '', nobody] = made.split('\n');
    const assertions = new Assertions(forumKey(SECRET) as ForumKey, HOME, Date.now);
    expect(await assertions.read(doctor)).toEqual({ id: '7', hcp: true, moderator: false });
    expect(await assertions.read(moderator)).toEqual({ id: '1', hcp: false, moderator: true });
    expect(nobody).toBe('');
  });

  it('registers shortcode, block and embeds, of publishers by https origin alone', async () => {
    const called = JSON.parse(
      await php(`fire('init'); unset($called['set_transient']); echo json_encode($called);`),
    ) as Record<string, unknown[][]>;
    expect(called['add_shortcode']?.[0]?.[0]).toBe('pullquote');
    // Of this very machine plain http does, for trying out.
    expect(called['wp_oembed_add_provider']).toEqual(
      ['https://publisher.example', 'http://127.0.0.1:4804'].map((origin) => [`${origin}/*`, `${HOME}/pq/oembed`]),
    );
    const block = JSON.parse(readFileSync(join(FOLDER, 'block/block.json'), 'utf8')) as {
      name: string;
      editorScript: string;
    };
    expect(readFileSync(join(FOLDER, 'block/index.js'), 'utf8')).toContain(`registerBlockType('${block.name}'`);
    expect(existsSync(join(FOLDER, 'block', block.editorScript.replace('file:./', '')))).toBe(true);
  });

  it('shows the server key to its own address alone', async () => {
    const code = `echo json_encode(array(
      fire('oembed_remote_get_args', array('x' => 1), home_url('/pq/oembed') . '?url=1'),
      fire('oembed_remote_get_args', array('x' => 1), 'https://elsewhere.example/oembed')));`;
    const [own, other] = JSON.parse(await php(code)) as [{ headers: { Authorization: string } }, object];
    expect(own.headers.Authorization).toBe(`Bearer ${KEY}`);
    expect(other).toEqual({ x: 1 });
  });

  describe('with a sidecar', () => {
    let server: ReturnType<typeof serve> | undefined;
    let made: Awaited<ReturnType<typeof bench>>;
    let wordpress: ChildProcess;
    let site = '';

    const start = async () => {
      const assertions = new Assertions(forumKey(SECRET) as ForumKey, HOME, Date.now);
      const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
      made = await bench({ serverKey: KEY, readers: 'mixed', member: vouching({ assertions, log }) });
      const target: Bench = made;
      server = serve({ fetch: (request) => target.community.fetch(request), port: 0, hostname: '127.0.0.1' });
      await new Promise((ready) => server?.once('listening', ready));
      sidecar = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    };
    beforeAll(async () => {
      const free = createServer().listen(0, '127.0.0.1');
      await new Promise((ready) => free.once('listening', ready));
      const { port } = free.address() as AddressInfo;
      await new Promise((done) => free.close(done));
      site = `http://127.0.0.1:${port}`;
    });
    afterEach(() => {
      server?.close();
      wordpress?.kill();
    });
    afterAll(() => void (sidecar = 'http://127.0.0.1:9'));

    it('the shortcode shows the whole label to whom it is for, and the address to others', async () => {
      await start();
      const item = made.item.record.canonicalUrl;
      const shown = await php(`$_COOKIE['uid'] = 7; echo pullquote_shortcode(array('item' => '${item}'));`);
      expect(shown).toContain('<blockquote>');
      expect(shown).toContain('Written and funded by Example Pharma.');
      expect(shown).toContain(`#pq=v1;h=${made.item.digest}`);
      const other = await php(`echo pullquote_shortcode(array('item' => '${item}'));`);
      expect(other).toBe(`<p><a href="${item}" rel="nofollow noopener noreferrer">${item}</a></p>`);
      expect(await php(`echo pullquote_shortcode(array('item' => 'javascript:alert(1)'));`)).toBe('');
      expect(await php(`echo pullquote_shortcode(array('item' => 'http://plain.example/a'));`)).toBe('');
      expect(await php(`echo pullquote_shortcode(array());`)).toBe('');
    });

    it('tells the sidecar of a comment that goes, once, and whose it was', async () => {
      await start();
      const link = `${made.item.record.canonicalUrl}#pq=v1;h=${made.item.digest};d=1`;
      const comment = (changes: object = {}) => ({
        ...{ comment_post_ID: 5, user_id: '7', comment_approved: '1', comment_date_gmt: '2026-11-18 09:30:00' },
        comment_content: `<p>Look.</p><blockquote><p><a href="${link}">${link}</a></p></blockquote>`,
        ...changes,
      });
      const kept = {
        posts: {
          5: { ID: 5, post_author: '1', post_status: 'publish', post_content: 'A post', post_date_gmt: '2026-11-18' },
        },
        comments: {
          1: comment(),
          2: comment({ comment_approved: 'trash' }),
          3: comment({ comment_approved: 'spam', comment_post_ID: 6 }),
          4: comment({ comment_approved: 'post-trashed', comment_post_ID: 6 }),
          5: comment({ comment_content: 'No item', comment_post_ID: 6 }),
          6: comment({ user_id: '0', comment_post_ID: 6 }),
          7: comment({ comment_date_gmt: '2026-11-11 09:30:00', comment_post_ID: 6 }),
        },
      };
      const counted = () => made.rows<{ n: number }>('SELECT n FROM public_row').reduce((sum, { n }) => sum + n, 0);
      const goes = (hook: string, id: number) => php(`fire('${hook}', ${id});`, { PQ_KEPT: JSON.stringify(kept) });
      made.member = () => ({ id: '7', hcp: true });
      await made.open({ serverKey: KEY });
      for (let i = 0; i < 4; i++) await made.post([fact()]);
      // Told when they went, nobody's, without an item, or of a day that has left.
      for (const id of [2, 3, 4, 5, 6, 7]) await goes('delete_comment', id);
      await goes('wp_trash_post', 6);
      expect(counted()).toBe(4);
      for (const hook of ['trash_comment', 'spam_comment', 'delete_comment']) await goes(hook, 1);
      expect(counted()).toBe(1);
      // A post takes its comments with it, without a hook of theirs.
      await goes('wp_trash_post', 5);
      expect(counted()).toBe(0);
    });

    it('tells a sidecar that was away again later, three times at most', async () => {
      const told = async (tries: number) =>
        JSON.parse(
          await php(
            `pullquote_tell_removed('7', 'https://publisher.example/a', '2026-11-18', ${tries}); echo json_encode($called['wp_schedule_single_event'] ?? array());`,
            { PQ_SIDECAR: 'http://127.0.0.1:9' },
          ),
        ) as unknown[];
      const args = ['7', 'https://publisher.example/a', '2026-11-18'];
      expect(await told(0)).toEqual([[60, 'pullquote_tell_removed', [...args, 1]]]);
      expect(await told(2)).toEqual([[3600, 'pullquote_tell_removed', [...args, 3]]]);
      expect(await told(3)).toEqual([]);
    });

    it('hands /pq/ on by itself, with its own word on who asks and nothing else of them', async () => {
      await start();
      wordpress = spawn('php', ['-S', site.replace('http://', ''), STUBS], { env: env(), stdio: 'ignore' });
      const isUp = () =>
        fetch(`${site}/`).then(
          () => true,
          () => false,
        );
      await vi.waitUntil(isUp, { timeout: 20_000 });

      expect(await (await fetch(`${site}/hello`)).text()).toBe('a page of WordPress');
      const file = await fetch(`${site}/pq/community.json`);
      expect(await file.json()).toMatchObject({ id: HOME });
      const post = (uid: number, headers: Record<string, string> = {}) =>
        fetch(`${site}/pq/facts`, {
          method: 'POST',
          body: JSON.stringify([fact()]),
          headers: {
            'content-type': 'application/json',
            'sec-fetch-site': 'same-origin',
            cookie: `uid=${uid}`,
            ...headers,
          },
        });
      const counted = await post(7);
      expect([counted.status, await counted.json()]).toMatchObject([200, { accepted: 1 }]);
      expect(await (await post(8)).json()).toMatchObject({ code: 'not-hcp' });
      const forged = await php(`$_COOKIE['uid'] = 7; echo pullquote_assertion();`);
      expect(await (await post(0, { 'pullquote-member': forged })).json()).toMatchObject({ code: 'not-signed-in' });
      expect(await (await post(7, { 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ code: 'cross-origin' });

      const asked = await fetch(`${site}/pullquote-member`, { headers: { cookie: 'uid=7' } });
      expect([asked.status, asked.headers.get('cache-control')]).toEqual([204, 'no-store']);
      expect(asked.headers.get('pullquote-member')).toMatch(/^ey/);
      expect((await fetch(`${site}/pullquote-member`)).status).toBe(401);
    });
  });
});
