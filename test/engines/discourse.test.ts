import type { Community } from '@pullquote/community';
import MarkdownIt from 'markdown-it';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bench, fact, ORIGIN } from '../community/setup.js';
import { FILTERS } from '../record/survival/filters.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { startCommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';
import { lostIn, markerCases, type MarkerCase } from './labels.js';

const FOLDER = new URL('../../examples/engines/discourse/', import.meta.url);
const read = (path: string) => readFileSync(fileURLToPath(new URL(path, FOLDER)), 'utf8');
const load = <T>(path: string) => import(new URL(path, FOLDER).href) as Promise<T>;

interface Lib {
  toDestinations(found: object, open: readonly number[]): object[];
  categoryIds(setting: unknown): number[];
  readerOf(user: object | null, group: string): object;
  asRaw(html: string): string;
}
interface MemberModule {
  discourseMember(options: object): {
    memberOf(request: Request): Promise<object | null>;
    isModerator(request: Request): Promise<boolean>;
  };
}
let lib: Lib;
let cases: MarkerCase[] = [];
beforeAll(async () => {
  lib = await load<Lib>('javascripts/discourse/lib/pullquote.js');
  cases = await markerCases();
});

describe('posts', () => {
  it('keep every mandatory field and the link, through Discourse’s Markdown and its allow-list', () => {
    // Discourse's own: HTML is let through to the allow-list, addresses become links, line ends are kept.
    const markdown = new MarkdownIt({ html: true, linkify: true, typographer: true, breaks: true });
    const filter = FILTERS['Discourse'] ?? ((html) => html);
    const cooked = (html: string) => filter(markdown.render(`A comment.\n\n${lib.asRaw(html)}\n\nMore.`));
    expect(cases).toHaveLength(56);
    expect(lostIn(cases, cooked)).toEqual([]);
    expect(cooked(cases[0]?.html ?? '')).toMatch(/<blockquote>[^]*<a href="https:[^"]*#pq=v/);
  });

  it('are one block of HTML, which an empty line would end', () => {
    expect(lib.asRaw('<blockquote>\n\n<p>a</p>\n\n\n<p>b</p>\n</blockquote>\n')).toBe(
      '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>',
    );
  });
});

describe('the component', () => {
  it('names settings and words that its files have', () => {
    const source = read('javascripts/discourse/api-initializers/pullquote.js');
    const settings = parse(read('settings.yml')) as Record<string, { description: string }>;
    const { en } = parse(read('locales/en.yml')) as { en: Record<string, Record<string, string>> };
    for (const [, name = ''] of source.matchAll(/settings\.(\w+)/g)) expect(settings[name], name).toBeDefined();
    const keys = [...source.matchAll(/themePrefix\('([\w.]+)'\)/g)];
    expect(keys.length).toBeGreaterThan(1);
    for (const [, key = ''] of keys) {
      const [group = '', word = ''] = key.split('.');
      expect(en[group]?.[word], key).toBeDefined();
    }
    expect(JSON.parse(read('about.json'))).toMatchObject({ component: true });
    expect(Object.keys(settings)).toContain('extend_content_security_policy');
  });

  it('makes destinations of what a search finds; only of named categories are shares public', () => {
    const topics = [
      { id: 1, slug: 'lipids', title: 'Lipids', category_id: 4 },
      { id: 2, slug: 'staff', title: 'Staff', category_id: 3 },
      { id: 3, slug: 'old', title: 'Old', category_id: 4, closed: true },
    ];
    expect(lib.toDestinations({ topics }, lib.categoryIds('4|9'))).toEqual([
      { id: '1', label: 'Lipids', url: '/t/lipids/1', visibility: 'members' },
      { id: '2', label: 'Staff', url: '/t/staff/2' },
    ]);
    expect(lib.toDestinations({}, [])).toEqual([]);
    expect(lib.categoryIds('')).toEqual([]);
  });

  it('says of a reader only whether the group has them', () => {
    expect(lib.readerOf({ id: 9, groups: [{ name: 'verified-hcp' }] }, 'verified-hcp')).toEqual({ hcp: true });
    for (const user of [{ id: 9, groups: [{ name: 'other' }] }, { id: 9 }, null])
      expect(lib.readerOf(user, 'verified-hcp')).toEqual({ hcp: false });
  });
});

describe('the sidecar’s question to Discourse', () => {
  const ask = async (answer: () => Response, cookie: string | null = '_t=abc; other=1') => {
    const asked: Request[] = [];
    const { discourseMember } = await load<MemberModule>('discourse-member.mjs');
    const made = discourseMember({
      ...{ discourse: 'http://127.0.0.1:8080', host: 'forum.example', verifiedGroup: 'verified-hcp' },
      fetch: async (input: string, init: RequestInit) => {
        asked.push(new Request(input, init));
        return answer();
      },
    });
    const headers = {
      ...(cookie === null ? {} : { cookie }),
      'user-agent': 'Browser',
      referer: 'https://forum.example/t/1',
    };
    const request = new Request('https://forum.example/pq/facts', { headers });
    return { asked, member: () => made.memberOf(request), moderator: () => made.isModerator(request) };
  };
  const user = (fields: object) => () => Response.json({ current_user: { id: 9, username: 'x', ...fields } });

  it('takes Discourse’s word on who is signed in, and says nothing of the request but its cookie', async () => {
    const doctor = await ask(user({ groups: [{ id: 40, name: 'verified-hcp' }] }));
    expect(await doctor.member()).toEqual({ id: '9', hcp: true });
    expect(doctor.asked[0]?.url).toBe('http://127.0.0.1:8080/session/current.json');
    expect([...(doctor.asked[0]?.headers.keys() ?? [])].sort()).toEqual([
      ...['accept', 'cookie', 'user-agent', 'x-forwarded-host', 'x-forwarded-proto'],
    ]);
    expect(doctor.asked[0]?.headers.get('user-agent')).toBe('pullquote');
    expect(await (await ask(user({}))).member()).toEqual({ id: '9', hcp: false });
    expect(await (await ask(user({ moderator: true }))).moderator()).toBe(true);
    expect(await (await ask(user({ moderator: 'yes' }))).moderator()).toBe(false);
  });

  it('takes whatever else it hears for nobody, or for a fault', async () => {
    const nobody = [
      await ask(() => new Response('', { status: 404 })),
      await ask(() => Response.json({})),
      await ask(() => Response.json({ current_user: { id: 'x' } })),
      await ask(() => Response.json({ current_user: { id: -1 } })),
      await ask(user({}), 'other=1'),
      await ask(user({}), null),
    ];
    for (const one of nobody) expect(await one.member()).toBeNull();
    expect(nobody.slice(4).map(({ asked }) => asked.length)).toEqual([0, 0]);
    for (const status of [302, 429, 500])
      await expect((await ask(() => new Response('', { status }))).member()).rejects.toThrow(String(status));
    await expect((await ask(() => new Response('<html>'))).member()).rejects.toThrow();
  });
});

describe('a webhook of Discourse', () => {
  const SECRET = 'a-secret-of-the-webhook-of-40-characters';
  /** As Discourse builds it: app/jobs/regular/emit_web_hook_event.rb, with what its serializer tells of a post. */
  const hook = (
    post: object,
    {
      event = 'post_destroyed',
      secret = SECRET,
      headers = {},
    }: { event?: string; secret?: string; headers?: object } = {},
  ) => {
    const body = JSON.stringify({ post: { id: 12, username: 'x', ...post } });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return new Request(`${ORIGIN}/pq/discourse`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-discourse-event-type': 'post',
        'x-discourse-event': event,
        'x-discourse-event-signature': `sha256=${signature}`,
        ...headers,
      },
    });
  };
  const setUp = async () => {
    const made = await bench({ readers: 'mixed', member: () => ({ id: '9', hcp: true }) });
    await made.post([fact()]);
    await made.post([fact()]);
    const { discourseRemoved } = await load<{
      discourseRemoved(options: object): (request: Request, community: Community) => Promise<Response | undefined>;
    }>('discourse-removed.mjs');
    const handle = discourseRemoved({ secret: SECRET });
    const link = `${made.item.record.canonicalUrl}#pq=v1;h=${made.item.digest};d=1`;
    return {
      ask: async (request: Request) => (await handle(request, made.community))?.status,
      counted: () => made.rows<{ n: number }>('SELECT n FROM public_row').reduce((sum, { n }) => sum + n, 0),
      post: {
        user_id: 9,
        raw: `Look.\n\n<blockquote>\n<p><a href="${link}">${link}</a></p>\n</blockquote>`,
        created_at: '2026-11-18T09:30:00.000Z',
      },
      discourseRemoved,
    };
  };

  it('of a deleted post takes its event back, and tells nothing', async () => {
    const { ask, counted, post } = await setUp();
    expect(await ask(hook(post))).toBe(204);
    expect(counted()).toBe(1);
  });

  it('of anything else takes nothing back', async () => {
    const { ask, counted, post } = await setUp();
    for (const event of ['ping', 'post_edited', 'post_recovered']) expect(await ask(hook(post, { event }))).toBe(204);
    for (const changes of [{ user_id: 8 }, { user_id: -1 }, { raw: 'No item' }, { created_at: '2026-11-11T09:30:00Z' }])
      expect(await ask(hook({ ...post, ...changes }))).toBe(204);
    expect(await ask(new Request(`${ORIGIN}/pq/`))).toBeUndefined();
    expect(counted()).toBe(2);
  });

  it('that Discourse has not signed says nothing here', async () => {
    const { ask, counted, post, discourseRemoved } = await setUp();
    expect(await ask(hook(post, { secret: `${SECRET}!` }))).toBe(403);
    for (const signature of ['', 'sha256=', 'sha1=abc'])
      expect(await ask(hook(post, { headers: { 'x-discourse-event-signature': signature } }))).toBe(403);
    expect(await ask(hook(post, { headers: { 'content-length': '2000000' } }))).toBe(413);
    expect(await ask(new Request(`${ORIGIN}/pq/discourse`))).toBe(405);
    expect(counted()).toBe(2);
    expect(() => discourseRemoved({ secret: 'short' })).toThrow('secret: ');
  });
});

describe.skipIf(chromiumPath === undefined)(
  'in Chromium, under Discourse’s policy: a nonce with strict-dynamic',
  () => {
    it('loads the script, makes cards in posts and none in the composer’s preview', async () => {
      const csp =
        "base-uri 'self'; object-src 'none'; script-src 'nonce-discourse' 'strict-dynamic'; frame-ancestors 'self'";
      const publisher = await createTestPublisher();
      const signed = await publisher.sign();
      const site = await startCommunitySite([publisher], csp);
      site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
      site.holdStatus(publisher.statusUri, await publisher.statusList());
      const script = (path: string, body: string) => site.pages.set(path, { type: 'text/javascript', body });
      script(
        '/d/ajax.js',
        'export const ajax = (...asked) => (globalThis.asked.push(asked), Promise.resolve({ topics: [] }));',
      );
      script('/d/api.js', 'export const apiInitializer = (work) => work;');
      script('/d/i18n.js', 'export const i18n = (key) => key;');
      script('/theme/lib/pullquote.js', read('javascripts/discourse/lib/pullquote.js'));
      const initializer = read('javascripts/discourse/api-initializers/pullquote.js').replace(
        "../lib/pullquote'",
        "../lib/pullquote.js'",
      );
      script('/theme/api-initializers/pullquote.js', initializer);
      const post = `<blockquote><p>Label</p><p><a href="${signed.link}">${signed.link}</a></p></blockquote>`;
      const boot = `
      import start from '/theme/api-initializers/pullquote.js';
      globalThis.asked = [];
      const decorators = [];
      const toolbar = { addButton: (button) => { globalThis.button = button; } };
      start({
        getCurrentUser: () => ({ id: 9, groups: [{ name: 'verified-hcp' }] }),
        decorateCookedElement: (work) => decorators.push(work),
        onToolbarCreate: (work) => work(toolbar),
        container: { lookup: () => ({ alert: (text) => { globalThis.alerted = text; } }) },
      });
      for (const work of decorators) { work(document.querySelector('#post'), {}); work(document.querySelector('#preview')); }`;
      const maps = {
        'discourse/lib/ajax': '/d/ajax.js',
        'discourse/lib/api': '/d/api.js',
        'discourse-i18n': '/d/i18n.js',
      };
      site.pages.set('/', {
        body: `<!doctype html><meta charset="utf-8"><title>Topic</title>
        <script type="importmap" nonce="discourse">${JSON.stringify({ imports: maps })}</script>
        <script nonce="discourse">globalThis.settings = { open_categories: '4', verified_group: 'verified-hcp' };
          globalThis.themePrefix = (key) => key; globalThis.prompt = () => 'https://publisher.example/none';</script>
        <div class="cooked" id="post">${post}</div><div class="cooked" id="preview">${post}</div>
        <script type="module" nonce="discourse">${boot}</script>`,
      });
      site.pages.set('/pq/unfurl?url=https%3A%2F%2Fpublisher.example%2Fnone', {
        status: 404,
        type: 'application/problem+json',
        body: '{"detail":"No listed publisher has this item."}',
      });
      const browser = await launchChromium();
      try {
        const tab = await browser.newPage();
        await tab.goto(site.origin);
        await tab.locator('#post pq-card').getByText('Verified source').first().waitFor();
        expect(await tab.locator('#preview pq-card').count()).toBe(0);
        const { button } = (await tab.evaluate('({ button: { id: button.id, group: button.group } })')) as {
          button: object;
        };
        expect(button).toEqual({ id: 'pullquote', group: 'extras' });
        await tab.evaluate('button.sendAction({ addText: () => {} })');
        expect(await tab.evaluate('alerted')).toBe('No listed publisher has this item.');
        // As /pq/share leaves it after a publisher's page has led here.
        await tab.goto('about:blank');
        await tab.goto(`${site.origin}/#pq-share=${encodeURIComponent(signed.link)}`);
        await tab.locator('body > pq-share').getByRole('button', { name: 'Share with its source' }).waitFor();
      } finally {
        await browser.close();
        await site.close();
      }
    });
  },
);
