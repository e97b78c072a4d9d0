import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createForum } from '../../examples/forum/src/app.js';
import { FakeCommunity } from './fake-community.js';
import { openForum, signIn, type Member, type TestForum } from './member.js';

let forum: TestForum;
let member: Member;
beforeAll(async () => {
  forum = openForum({ report: 'http://127.0.0.1:4802/report' });
  member = await signIn(forum.app, 'd-lindqvist');
});
afterAll(() => forum.close());

const PAGES = ['/', '/f/cardiology', '/threads/2', '/library', '/search?q=statin', '/new', '/sign-in', '/nowhere'];

describe('every page', () => {
  it.each(PAGES)('%s runs under the strict policy', async (path) => {
    const { response, html } = await member.open(path);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    );
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
  });

  it.each(PAGES.filter((path) => path !== '/sign-in'))(
    '%s has one h1, no skipped heading, and a token in each form',
    async (path) => {
      const { html } = await member.open(path);
      const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries())
        if (index > 0) expect(level - (levels[index - 1] ?? 0)).toBeLessThan(2);
      const posts = html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
      expect(posts.length).toBeGreaterThan(0);
      for (const form of posts) expect(form).toMatch(/name="csrf" value="[\w-]{43}"/);
    },
  );

  it('names the room’s specialty, and none where there is no room', async () => {
    expect((await member.open('/f/cardiology')).html).toContain('<body data-specialty="cardiology">');
    expect((await member.open('/library')).html).toContain('<body data-specialty="other">');
  });
});

describe('Pullquote on the pages', () => {
  it('has its link, its script and the composer’s share button', async () => {
    const { html } = await member.open('/new');
    expect(html).toContain('<link rel="pullquote" href="/pq/community.json" />');
    expect(html).toContain('<script type="module" src="/static/forum.js"></script>');
    expect(html).toContain('<pq-share></pq-share>');
  });

  it('lists each item with its source and a link that works without scripts', async () => {
    const { html } = await member.open('/library');
    expect(html).toContain('Commonplace (127.0.0.1:4801) · Promotional · 3 passages to quote');
    expect(html).toContain(
      '<pq-share item="http://127.0.0.1:4801/lipitor-interactions"><a href="http://127.0.0.1:4801/lipitor-interactions"',
    );
  });

  it('escapes what a publisher called its item', async () => {
    const hostile = {
      url: 'https://x.example/"><script>',
      title: '<script>alert(1)</script>',
      publisher: { origin: 'https://x.example', name: '"><pq-card>' },
      promotionalStatus: 'none-of-ours',
      excerpts: 0,
    };
    const other = openForum({ community: new FakeCommunity([hostile]) });
    const { html } = await (await signIn(other.app, 'd-tan')).open('/library');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script>|<pq-card>/);
    expect(html).toContain('Promotional status not known');
    other.close();
  });

  it('hands everything under /pq/ to the community server, cookie included, and sets none of its own', async () => {
    const response = await member.send('/pq/share');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/new');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(forum.community.requests.at(-1)?.headers.get('cookie')).toBe(member.cookie);
  });
});

describe('the moderator', () => {
  it('finds the way to what left; others do not', async () => {
    expect((await member.open('/')).html).toContain('<a href="/pq/moderation">Moderation</a>');
    const other = await signIn(forum.app, 'd-tan');
    expect((await other.open('/')).html).not.toContain('/pq/moderation');
    const request = (cookie: string) => new Request('http://localhost:4800/pq/moderation', { headers: { cookie } });
    expect(forum.app.moderator(request(member.cookie))).toBe(true);
    expect(forum.app.moderator(request(other.cookie))).toBe(false);
    expect(forum.app.moderator(request(''))).toBe(false);
  });
});

it('nobody signs in as one of the members who only read', async () => {
  const { html } = await (await signIn(forum.app, 'd-tan')).open('/sign-in');
  expect(html).not.toContain('Dr Ada Abadi');
  expect(
    (await (await forum.app.fetch(new Request('http://localhost:4800/sign-in'))).text()).match(/name="doctor"/g),
  ).toHaveLength(6);
});

describe('empty places', () => {
  it('say so, and what to do', async () => {
    const other = openForum({ community: new FakeCommunity([]) });
    const reader = await signIn(other.app, 'd-tan');
    expect((await reader.open('/library')).html).toContain('No items yet');
    expect((await reader.open('/search?q=zebra<b>')).html).toContain('No discussion holds “zebra&lt;b&gt;”');
    other.close();
  });

  it('are 404 for people, with a way on', async () => {
    const { status, html } = await member.open('/nowhere');
    expect(status).toBe(404);
    expect(html).toContain('There is nothing here');
    expect(html).toContain('href="/"');
  });
});

describe('demo controls', () => {
  it('close the day only with a token', async () => {
    expect((await member.submit('/demo/close-day', { csrf: 'x' })).status).toBe(403);
    expect(forum.community.closedDays).toBe(0);
    const closed = await member.submit('/demo/close-day', {});
    expect(closed.status).toBe(303);
    expect(forum.community.closedDays).toBe(1);
    const { html } = await member.open(closed.headers.get('location') ?? '');
    expect(html).toContain('2 public shares have left');
    expect(html).not.toContain('role="alert"');
    expect(html).toContain('http://127.0.0.1:4802/report');
  });

  it('say what could not leave', async () => {
    const stuck = new FakeCommunity([], { delivered: 0, outbox: [{ events: 2 }, { events: 1 }] });
    const other = openForum({ community: stuck, report: 'http://127.0.0.1:4802/' });
    const reader = await signIn(other.app, 'd-tan');
    const closed = await reader.submit('/demo/close-day', {});
    expect((await reader.open(closed.headers.get('location') ?? '')).html).toContain('3 shares wait here');
    other.close();
  });

  it('close the week only with a token, and say how many crowds were large enough', async () => {
    expect((await member.submit('/demo/close-week', { csrf: 'x' })).status).toBe(403);
    expect(forum.community.closedWeeks).toBe(0);
    const reader = await signIn(forum.app, 'd-tan');
    const closed = await reader.submit('/demo/close-week', {});
    expect(closed.status).toBe(303);
    expect(forum.community.closedWeeks).toBe(1);
    // Three figures of the week; the two events of a day that left along with it are none.
    const { html } = await reader.open(closed.headers.get('location') ?? '');
    expect(html).toContain('3 figures of crowds were large enough to be told');
    expect(html).not.toContain('/pq/moderation');
    expect((await reader.open('/demo/week-closed?figures=0')).html).toContain('No crowd was large enough');
    expect((await member.open('/demo/week-closed?figures=1')).html).toContain('1 figure of a crowd was large enough');
  });

  it('are not there outside the demo', async () => {
    const other = openForum();
    const reader = await signIn(other.app, 'd-tan');
    expect((await reader.open('/')).html).not.toContain('Demo controls');
    expect((await reader.submit('/demo/close-day', {})).status).toBe(404);
    expect(other.community.closedDays).toBe(0);
    other.close();
  });
});

it('refuses an origin that is none, naming the setting', () => {
  const options = { dataFile: ':memory:', community: new FakeCommunity() };
  expect(() => createForum({ ...options, origin: 'localhost:4800' })).toThrow(
    /^origin: "localhost:4800" is not an origin/,
  );
  expect(() => createForum({ ...options, origin: 'http://localhost:4800/x' })).toThrow(/^origin: /);
});
