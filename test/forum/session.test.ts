import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Member, NOW, openForum, ORIGIN, signIn, type TestForum } from './member.js';

let forum: TestForum;
beforeAll(() => {
  forum = openForum();
});
afterAll(() => forum.close());

describe('signing in', () => {
  it('lists the demo doctors, and says which of them is not verified', async () => {
    const { html } = await new Member(forum.app).open('/sign-in');
    expect(html.match(/name="doctor"/g)).toHaveLength(6);
    expect(html.match(/Not verified/g)).toHaveLength(1);
  });

  it('sends a stranger to the sign-in page and back, without a fragment in either Location', async () => {
    const stranger = new Member(forum.app);
    const away = await stranger.send('/new?forum=cardiology');
    expect(away.status).toBe(302);
    expect(away.headers.get('location')).toBe('/sign-in?next=%2Fnew%3Fforum%3Dcardiology');
    const { html } = await stranger.open('/sign-in?next=%2Fnew%3Fforum%3Dcardiology');
    expect(html).toContain('name="next" value="/new?forum=cardiology"');
    const back = await stranger.submit('/sign-in', { doctor: 'd-weiss', next: '/new?forum=cardiology' });
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe('/new?forum=cardiology');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'goes home rather than to %j',
    async (next) => {
      const stranger = new Member(forum.app);
      await stranger.open('/sign-in');
      const back = await stranger.submit('/sign-in', { doctor: 'd-weiss', next });
      expect(back.headers.get('location')).toBe('/');
    },
  );

  it('refuses a doctor who is not on the list', async () => {
    const stranger = new Member(forum.app);
    await stranger.open('/sign-in');
    const answer = await stranger.submit('/sign-in', { doctor: 'd-nobody' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('not on the list');
  });

  it('gives a cookie that scripts can’t read, and a new one at every sign-in', async () => {
    const stranger = new Member(forum.app);
    const page = await stranger.open('/sign-in');
    const before = stranger.cookie;
    expect(page.response.headers.get('set-cookie')).toMatch(
      /^grandround=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    await stranger.submit('/sign-in', { doctor: 'd-weiss' });
    expect(stranger.cookie).not.toBe(before);
    const planted = new Member(forum.app);
    planted.cookie = before;
    expect((await planted.send('/')).status).toBe(302);
  });

  it('forgets the session at signing out', async () => {
    const member = await signIn(forum.app, 'd-weiss');
    const before = member.cookie;
    await member.submit('/sign-out', {});
    member.cookie = before;
    expect((await member.send('/')).status).toBe(302);
  });

  it('ends a session after two weeks', async () => {
    let now = NOW;
    const aging = openForum({ now: () => now });
    const member = await signIn(aging.app, 'd-weiss');
    now = new Date(NOW.getTime() + 14 * 86_400_000);
    expect((await member.send('/')).status).toBe(200);
    now = new Date(NOW.getTime() + 15 * 86_400_000);
    expect((await member.send('/')).status).toBe(302);
    aging.close();
  });

  it('keeps no session id in the database', async () => {
    const member = await signIn(forum.app, 'd-tan');
    const id = member.cookie.split('=')[1] ?? 'none';
    const stored = Buffer.concat([readFileSync(forum.file), readFileSync(`${forum.file}-wal`)]);
    expect(stored.includes('d-tan')).toBe(true);
    expect(stored.includes(id)).toBe(false);
  });
});

describe('member, which the community server asks', () => {
  it('names the doctor, and whether they are an HCP', async () => {
    const verified = await signIn(forum.app, 'd-okafor');
    const unverified = await signIn(forum.app, 'd-novak');
    const ask = (cookie: string) => forum.app.member(new Request(`${ORIGIN}/pq/facts`, { headers: { cookie } }));
    expect(ask(`other=1; ${verified.cookie}`)).toEqual({ id: 'd-okafor', hcp: true });
    expect(ask(unverified.cookie)).toEqual({ id: 'd-novak', hcp: false });
    expect(ask('grandround=forged')).toBeNull();
    expect(ask(`grandround=${'A'.repeat(43)}`)).toBeNull();
    expect(forum.app.member(new Request(`${ORIGIN}/pq/facts`))).toBeNull();
  });
});

describe('form posts', () => {
  const write = { place: 'forum:cardiology', title: 'Never', words: 'Never stored' };

  it.each([
    ['without a token', { csrf: '' }, {}],
    ['with another session’s token', { csrf: 'A'.repeat(43) }, {}],
    ['that another site sent', {}, { origin: 'https://evil.example' }],
    ['that the browser says came from elsewhere', {}, { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring port', {}, { 'sec-fetch-site': 'same-site' }],
  ])('are refused %s, with the words given back', async (_, fields, headers) => {
    const member = await signIn(forum.app, 'd-weiss');
    const answer = await member.submit('/new', { ...write, ...fields }, headers as Record<string, string>);
    expect(answer.status).toBe(403);
    const html = await answer.text();
    expect(html).toContain('Nothing was changed');
    expect(html).toContain('Never stored');
    expect((await member.threads('Never')).length).toBe(0);
  });

  it('after the session ended give the words back as well', async () => {
    const member = await signIn(forum.app, 'd-weiss');
    member.cookie = '';
    const answer = await member.submit('/new', write);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Never stored');
  });

  it('are accepted from the forum’s own page', async () => {
    const member = await signIn(forum.app, 'd-weiss');
    const answer = await member.submit('/new', { ...write, title: 'Kept' }, { 'sec-fetch-site': 'same-origin' });
    expect(answer.status).toBe(303);
  });
});
