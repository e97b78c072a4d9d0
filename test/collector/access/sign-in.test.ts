import { describe, expect, it } from 'vitest';
import { OTHER_PUBLISHER, PUBLISHER } from '../setup.js';
import { embedded } from '../stores.js';
import { bearer, browser, form, ORIGIN, site } from './setup.js';

const HOUR = 3_600_000;

describe('signing in', () => {
  it('leads there from any page, and back to it afterwards', async () => {
    const it = await site();
    const key = await it.key();
    const away = await it.ask('/?from=2026-01-01', browser());
    expect(away.status).toBe(303);
    expect(away.headers.get('location')).toBe('/sign-in?to=%2F%3Ffrom%3D2026-01-01');
    const page = await (await it.ask(away.headers.get('location') ?? '', browser())).text();
    expect(page).toContain('<input type="hidden" name="to" value="/?from=2026-01-01"');
    const done = await it.ask('/sign-in', form({ key, to: '/?from=2026-01-01' }));
    expect([done.status, done.headers.get('location')]).toEqual([303, '/?from=2026-01-01']);
  });

  it('sets one cookie that no script reads, no other site sends, and no other host can set', async () => {
    const it = await site();
    const done = await it.ask('/sign-in', form({ key: await it.key() }));
    const cookie = done.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-pqc-session=[0-9a-z]{8,10}\.[0-9A-Za-z]{40};/);
    const [, ...flags] = cookie.split('; ');
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict', 'Secure']);
  });

  it('works on this machine without https, where browsers take no secure cookie', async () => {
    const it = await site({ origin: undefined });
    const key = await it.key();
    const here = 'http://127.0.0.1:4802';
    const done = await it.ask(`${here}/sign-in`, form({ key }, { origin: here }));
    const cookie = done.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^pqc-session=/);
    expect(cookie).not.toContain('Secure');
    expect((await it.ask(`${here}/`, browser(cookie.split(';')[0]))).status).toBe(200);
  });

  it('takes no one in under a name that the settings do not know', async () => {
    const it = await site({ origin: undefined });
    const there = 'http://collector.example';
    const page = await it.ask(`${there}/sign-in`, form({ key: await it.key() }, { origin: there }));
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('sets “origin” in its settings');
  });

  it('takes a key that was pasted with spaces and line ends around it', async () => {
    const it = await site();
    const key = await it.key();
    expect((await it.ask('/sign-in', form({ key: `\n  ${key.slice(0, 25)}\r\n${key.slice(25)} ` }))).status).toBe(303);
  });

  it('opens the page of its publisher alone, with a way out', async () => {
    const it = await site();
    const cookie = await it.signIn(await it.key({ name: 'Ada <b>' }));
    const page = await it.ask('/', browser(cookie));
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('Parke-Davis');
    expect(text).toContain('signed-in-with="Ada &lt;b&gt;"');
    expect(text).not.toContain('Other House');
    expect((await it.ask(`/?publisher=${OTHER_PUBLISHER}`, browser(cookie))).status).toBe(404);
    const session = (await (await it.ask('/v1/session', { headers: { cookie } })).json()) as object;
    expect(session).toMatchObject({ publisher: { origin: PUBLISHER }, until: '2026-11-23T00:00:00.000Z' });
  });

  it.each([
    [{ key: '' }, 400, 'Paste your access key first.'],
    [{ key: 'pqc_short' }, 401, 'This is not a whole access key.'],
    [{}, 400, 'Paste your access key first.'],
  ])('says what is wrong with %j, beside the field', async (fields, status, words) => {
    const it = await site();
    const page = await it.ask('/sign-in', form(fields as Record<string, string>));
    const text = await page.text();
    expect(page.status).toBe(status);
    expect(text).toContain(words);
    expect(text).toMatch(/<p class="error" id="error" role="alert">/);
    expect(text).toMatch(/aria-invalid="true"/);
    expect(text).toContain('<title>Sign in: not done');
  });

  it('never shows a key again that it was given', async () => {
    const it = await site();
    const key = await it.key();
    await it.keys.revoke(key.slice(4, 12));
    const text = await (await it.ask('/sign-in', form({ key, to: `/${key}` }))).text();
    expect(text).toContain('This key has been revoked.');
    expect(text.replace(`value="/${key}"`, '')).not.toContain(key.slice(12));
  });

  it('waits after too many wrong keys, and says how long', async () => {
    const it = await site({ limits: { wrongKeys: 2 } });
    for (let i = 0; i < 2; i += 1) expect((await it.ask('/sign-in', form({ key: 'x' }))).status).toBe(401);
    const page = await it.ask('/sign-in', form({ key: 'x' }));
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('retry-after'))).toBe(30);
    expect(await page.text()).toContain('Too many wrong keys. Wait 30 seconds');
  });

  it('takes no form larger than a key can be', async () => {
    const it = await site();
    expect((await it.ask('/sign-in', form({ key: 'x'.repeat(20_000) }))).status).toBe(413);
  });

  it('names no publisher and runs no script', async () => {
    const it = await site();
    const page = await it.ask('/sign-in');
    const text = await page.text();
    expect(text).not.toMatch(/Parke-Davis|Other House|publisher\.example/);
    expect(text).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
  });

  it('is written down by the day, with the key that was used', async () => {
    const it = await site();
    const key = await it.key();
    const cookie = await it.signIn(key);
    await it.ask('/sign-out', { ...form({}), headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    const id = key.slice(4, 12);
    expect(await it.store.audit.list({ limit: 9 })).toMatchObject([
      { day: '2026-11-22', actor: id, publisher: PUBLISHER, action: 'session.end' },
      { day: '2026-11-22', actor: id, publisher: PUBLISHER, action: 'session.start' },
      { day: '2026-11-22', actor: 'command-line', publisher: PUBLISHER, action: 'key.add', subject: id },
    ]);
  });
});

describe('a session', () => {
  it('ends after its hours, and the page says so', async () => {
    const it = await site({ sessionHours: 2 });
    const cookie = await it.signIn(await it.key());
    it.pass(2 * HOUR - 1);
    expect((await it.ask('/', browser(cookie))).status).toBe(200);
    it.pass(1);
    const away = await it.ask('/', browser(cookie));
    expect([away.status, away.headers.get('location')]).toEqual([303, '/sign-in?why=ended']);
    expect(await (await it.ask('/sign-in?why=ended')).text()).toContain('Your session has ended. Sign in again.');
    expect((await it.ask('/v1/report.json', { headers: { cookie } })).status).toBe(401);
  });

  it('cannot be made to last longer by what its cookie says', async () => {
    const it = await site({ sessionHours: 1 });
    const cookie = await it.signIn(await it.key());
    const [name, value = ''] = cookie.split('=');
    const later = (Number.parseInt(value.split('.')[0] ?? '', 36) + 1000 * HOUR).toString(36);
    expect(
      (await it.ask('/v1/session', { headers: { cookie: `${name}=${later}.${value.split('.')[1]}` } })).status,
    ).toBe(401);
  });

  it('ends at once when its key is revoked', async () => {
    const it = await site();
    const key = await it.key();
    const cookie = await it.signIn(key);
    await it.keys.revoke(key.slice(4, 12));
    expect((await it.ask('/', browser(cookie))).status).toBe(303);
    expect((await it.ask('/v1/report.json', { headers: { cookie } })).status).toBe(401);
  });

  it('ends when its key does', async () => {
    const it = await site({ sessionHours: 720 });
    const cookie = await it.signIn(await it.key({ lastDay: '2026-11-22' }));
    it.pass(11 * HOUR);
    expect((await it.ask('/', browser(cookie))).status).toBe(200);
    it.pass(HOUR);
    expect((await it.ask('/', browser(cookie))).status).toBe(303);
  });

  it('ends on the server too when somebody signs out', async () => {
    const it = await site();
    const cookie = await it.signIn(await it.key());
    const out = await it.ask('/sign-out', { ...form({}), headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in?why=out']);
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-pqc-session=;.*Max-Age=0/);
    expect((await it.ask('/v1/report.json', { headers: { cookie } })).status).toBe(401);
  });

  it('gives way to a new one in the same browser', async () => {
    const it = await site();
    const key = await it.key();
    const old = await it.signIn(key);
    const again = await it.ask('/sign-in', { ...form({ key }), headers: { ...form({}).headers, cookie: old } });
    expect(again.status).toBe(303);
    expect((await it.ask('/v1/report.json', { headers: { cookie: old } })).status).toBe(401);
  });

  it.runIf(embedded)('leaves no row behind once its days are over', async () => {
    const it = await site();
    const key = await it.key();
    for (let i = 0; i < 5; i += 1) await it.signIn(key);
    it.pass(72 * HOUR);
    await it.signIn(key);
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(it.dataFile, { readOnly: true });
    expect(db.prepare('SELECT count(*) AS n FROM sessions').get()).toEqual({ n: 1 });
    db.close();
  });
});

describe('what another site can do with a signed-in browser', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: ORIGIN }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{}],
  ])('changes nothing with %j', async (headers) => {
    const it = await site();
    const key = await it.key({ scope: 'admin' });
    const cookie = await it.signIn(key);
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await it.ask('/v1/anything', {
        method,
        headers: { cookie, ...headers } as Record<string, string>,
      });
      expect(answer.status).toBe(403);
    }
    const out = await it.ask('/sign-out', {
      method: 'POST',
      headers: { cookie, ...headers } as Record<string, string>,
    });
    expect(out.status).toBe(403);
    const form = { method: 'POST', headers: headers as Record<string, string>, body: new URLSearchParams({ key }) };
    const login = await it.ask('/sign-in', form);
    expect([login.status, login.headers.get('set-cookie')]).toEqual([403, null]);
    expect((await it.ask('/', browser(cookie))).status, 'still signed in').toBe(200);
  });

  it('while our own pages can, and a program with a key needs no such header', async () => {
    const it = await site();
    const key = await it.key({ scope: 'admin' });
    const cookie = await it.signIn(key);
    const ours: Record<string, string>[] = [{ 'sec-fetch-site': 'same-origin' }, { origin: ORIGIN }];
    for (const headers of ours)
      expect(
        (await it.ask('/v1/anything', { method: 'POST', headers: { cookie, ...headers } as Record<string, string> }))
          .status,
      ).toBe(404);
    expect((await it.ask('/v1/anything', { method: 'POST', ...bearer(key) })).status).toBe(404);
  });

  it('opens a link from a message: a page of ours asks once more, with the cookie that was held back', async () => {
    const it = await site();
    const away = await it.ask('/?from=2026-01-01', browser(undefined, { 'sec-fetch-site': 'cross-site' }));
    expect(away.status).toBe(200);
    expect(await away.text()).toContain('<meta http-equiv="refresh" content="0"');
    const again = await it.ask('/?from=2026-01-01', browser(undefined, { 'sec-fetch-site': 'same-origin' }));
    expect(again.status, 'and no more than once').toBe(303);
  });
});

describe('an open collector', () => {
  it('answers its own machine alone', async () => {
    const it = await site({ access: 'open', origin: undefined });
    const ask = async (url: string, headers: Record<string, string> = {}) => (await it.ask(url, { headers })).status;
    const path = `/v1/report.json?publisher=${PUBLISHER}`;
    expect(await ask(`http://127.0.0.1:4802${path}`)).toBe(200);
    expect(await ask(`http://localhost:4802${path}`)).toBe(200);
    expect(await ask(`http://rebound.example${path}`), 'a name that some site pointed here').toBe(403);
    for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])
      expect(await ask(`http://127.0.0.1:4802${path}`, { [name]: '192.0.2.1' }), name).toBe(403);
  });

  it('shows each publisher, and has no sign-in', async () => {
    const it = await site({ access: 'open', origin: undefined });
    const here = 'http://127.0.0.1:4802';
    const first = await it.ask(`${here}/`, browser());
    expect(first.headers.get('location')).toBe(`/?publisher=${encodeURIComponent(PUBLISHER)}`);
    const page = await (await it.ask(`${here}/?publisher=${OTHER_PUBLISHER}`, browser())).text();
    expect(page).toContain('Parke-Davis');
    expect(page).not.toContain('Sign out');
    expect((await it.ask(`${here}/sign-in`)).headers.get('location')).toBe('/');
  });

  it('changes nothing for the page of another site', async () => {
    const it = await site({ access: 'open', origin: undefined });
    const send = async (headers: Record<string, string>) =>
      (await it.ask('http://127.0.0.1:4802/v1/anything', { method: 'POST', headers })).status;
    expect(await send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({ origin: 'http://127.0.0.1:9999' })).toBe(403);
    expect(await send({ origin: 'null' })).toBe(403);
    expect(await send({ origin: 'http://127.0.0.1:4802' })).toBe(404);
    expect(await send({}), 'a program').toBe(404);
  });
});
