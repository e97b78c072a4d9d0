import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refusalWords } from '../../packages/community/src/moderation/words.js';
import { bench, crowdFact, DOCTOR, fact, ORIGIN, type Bench } from './setup.js';

const moderated = { isModerator: (request: Request) => request.headers.get('cookie') === 'moderator' };
const BROWSER = { cookie: 'moderator', accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

const open = (made: Bench) => made.get('/pq/moderation', BROWSER);
const html = async (made: Bench) => (await open(made)).text();
/** The page's words, without its tags. */
const words = (page: string) =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ');
const tokenOf = (page: string) => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';

function submit(made: Bench, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return made.community.fetch(
    new Request(`${ORIGIN}/pq/moderation`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...BROWSER, ...headers },
    }),
  );
}

async function crowd(made: Bench, doctors: number): Promise<void> {
  for (let i = 0; i < doctors; i++) {
    made.member = () => ({ id: `${DOCTOR}-${i}`, hcp: true });
    await made.post([crowdFact('viewed'), ...(i < 3 ? [fact()] : [])]);
  }
}

describe('the moderators’ page', () => {
  it('shows people what left, per publisher and week, under a policy that allows one style sheet', async () => {
    const made = await bench({ ...moderated, count: 'all', demo: true });
    await crowd(made, 40);
    await made.community.closeDay();
    await made.community.closeWeek();
    const response = await open(made);
    const page = await response.text();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      vary: 'accept',
    });
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    const [, ...parts] = words(page).split('Example Pharma, as moderators call it');
    const text = parts.join(' ');
    expect(text).toMatch(/Public posts Week Shared Reshared Quoted 16–22 Nov 2026 3 0 0/);
    const { crowds } = made.community.report();
    const [{ figure, interval } = { figure: 0, interval: [0, 0] }] = crowds;
    expect(crowds).toHaveLength(1);
    expect(text).toContain(
      `Atorvastatin: drug interactions at a glance 16–22 Nov 2026 Read the card ${figure} ${interval.join(' to ')}`,
    );
    expect(text).toContain('16–22 Nov 2026 Closed, and its key destroyed. 1');
    expect(text).toContain('23–29 Nov 2026 Open.');
    expect(text).toContain('One act 73 of 100 A week of acts 98 of 100 ε = 4, δ = 4·10⁻⁶');
    expect(text).toContain('ε = 212, δ = 2.12·10⁻⁴');
    expect(text).toContain('At most 600 requests with facts in an hour.');
    expect(page).not.toContain(DOCTOR);
  });

  it('has one h1 and no skipped heading, and names every table', async () => {
    const made = await bench({ ...moderated, count: 'all', demo: true });
    await crowd(made, 40);
    await made.community.closeWeek();
    const page = await html(made);
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? level)).toBeLessThan(2);
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const tables = [...page.matchAll(/<table aria-labelledby="([^"]+)"/g)].map(([, id]) => id);
    expect(tables.length).toBeGreaterThan(2);
    for (const id of tables) expect(ids).toContain(id);
  });

  it.each([
    ['none', 'This community counts nothing.'],
    ['shares', 'This community does not count what members do privately.'],
    ['all', 'A figure leaves after its week is over, and only if enough doctors did the same.'],
  ] as const)('says what an empty page means where %s is counted', async (count, sentence) => {
    const made = await bench({ ...moderated, count });
    const text = words(await html(made));
    expect(text).toContain('None has been told yet.');
    expect(text).toContain(sentence);
    expect(text).toContain('Nothing waits. Publishers have taken everything that was ready.');
    expect(text).toContain('Nothing has been refused, of members or of publishers.');
    expect(text.includes('Not in use: this community counts no private acts.')).toBe(count !== 'all');
  });

  it('says that nobody is listed, and what to do', async () => {
    const made = await bench(moderated);
    await made.open({ ...moderated, publishers: [] });
    expect(words(await html(made))).toContain('No publisher is listed');
  });

  it('says what is stuck, and why, before all else', async () => {
    const made = await bench({ ...moderated, demo: true });
    made.collect = () => Response.json({ code: 'unknown-community' }, { status: 403 });
    await made.post([fact()]);
    await made.community.closeDay();
    const text = words(await html(made));
    expect(text).toContain('One batch was refused by a publisher’s server and waits for you.');
    expect(text).toContain('18 Nov 2026 1 Refused The collector answered 403 (unknown-community).');
    expect(text).toContain('The publisher’s server refused the whole batch batch-refused 1');
  });

  it('says that a week had to be discarded', async () => {
    const made = await bench({ ...moderated, count: 'all' });
    await crowd(made, 2);
    await made.community.close();
    rmSync(`${made.dataDir}/week-key`);
    await made.open({ ...moderated, count: 'all' });
    expect(words(await html(made))).toContain(
      'Its key was lost. What had been counted privately until then was discarded',
    );
  });

  it('escapes what a publisher and the configuration call things', async () => {
    const name = '"><script>alert(1)</script>';
    const made = await bench({ ...moderated, count: 'all', demo: true });
    await made.publisher.add({ id: 'urn:example:x', canonicalUrl: `${made.publisher.origin}/x`, title: name });
    const changes = {
      ...moderated,
      count: 'all',
      demo: true,
      name,
      publishers: [{ origin: made.publisher.origin, name }],
    } as const;
    await made.open(changes);
    await made.community.refresh();
    for (let i = 0; i < 40; i++) {
      made.member = () => ({ id: `doctor-${i}`, hcp: true });
      await made.post([crowdFact('viewed', { item: 'urn:example:x' })]);
    }
    await made.community.closeWeek();
    const page = await html(made);
    expect(page).not.toContain('<script');
    expect(page.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThan(5);
  });

  it('is JSON for whoever does not ask for a page, and always at an address of its own', async () => {
    const made = await bench(moderated);
    for (const [path, accept] of [
      ['/pq/moderation', 'application/json'],
      ['/pq/moderation', '*/*'],
      ['/pq/moderation.json', BROWSER.accept],
    ] as const) {
      const response = await made.get(path, { ...BROWSER, accept });
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(await response.json()).toMatchObject({
        publishers: [{ origin: made.publisher.origin, listed: true, reached: true, muted: false }],
      });
    }
    const put = await made.community.fetch(new Request(`${ORIGIN}/pq/moderation.json`, { method: 'POST' }));
    expect(put.status).toBe(405);
  });

  it('is kept from others with a sentence, under the same policy', async () => {
    const made = await bench({ isModerator: () => false });
    const response = await open(made);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(words(await response.text())).toContain('Sign in as a moderator of this community.');
  });

  it('has its style sheet beside it', async () => {
    const made = await bench();
    const response = await made.get('/pq/moderation.css');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(await response.text()).not.toMatch(/url\(|@import/);
  });

  it('says why something was refused in words, and a reason that it does not know by its code', () => {
    expect(refusalWords('not-hcp')).toBe('From a member who is not a verified healthcare professional');
    expect(refusalWords('no-such-code')).toBe('no such code');
    expect(refusalWords('constructor')).toBe('constructor');
  });
});

describe('muting from the page', () => {
  it('works as a form, and leads back to a page that says so', async () => {
    const made = await bench({ ...moderated, demo: true });
    const publisher = made.publisher.origin;
    const muted = await submit(made, { token: tokenOf(await html(made)), publisher, muted: 'true' });
    expect([muted.status, muted.headers.get('location')]).toEqual([303, '/pq/moderation']);
    expect(made.community.report().muted).toEqual([publisher]);
    const page = await html(made);
    expect(words(page)).toContain('Muted: nothing is counted for it');
    await submit(made, { token: tokenOf(page), publisher, muted: 'false' });
    expect(made.community.report().muted).toEqual([]);
  });

  it.each<[string, Record<string, string>, Record<string, string>, number]>([
    ['from another site', {}, { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a sibling domain', {}, { 'sec-fetch-site': 'same-site' }, 403],
    ['without a token', { token: '' }, {}, 403],
    ['with a token that nobody signed', { token: 'x.y' }, {}, 403],
    ['by whoever is no moderator', {}, { cookie: 'somebody' }, 403],
    ['that says neither yes nor no', { muted: 'perhaps' }, {}, 400],
    ['of nobody', { publisher: 'https://other.example' }, {}, 404],
  ])('is refused %s', async (_, fields, headers, status) => {
    const made = await bench(moderated);
    const token = tokenOf(await html(made));
    const response = await submit(made, { token, publisher: made.publisher.origin, muted: 'true', ...fields }, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(made.community.report().muted).toEqual([]);
  });

  it('is refused where neither Sec-Fetch-Site nor Origin says that the form is ours', async () => {
    const made = await bench(moderated);
    const fields = { token: tokenOf(await html(made)), publisher: made.publisher.origin, muted: 'true' };
    const send = (headers: Record<string, string>) =>
      made.community.fetch(
        new Request(`${ORIGIN}/pq/moderation`, {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers: { ...BROWSER, ...headers },
        }),
      );
    expect((await send({})).status).toBe(403);
    expect((await send({ origin: 'null' })).status).toBe(403);
    expect((await send({ origin: ORIGIN })).status).toBe(303);
  });

  it('goes by a token of this start alone', async () => {
    const made = await bench(moderated);
    const token = tokenOf(await html(made));
    await made.open(moderated);
    const response = await submit(made, { token, publisher: made.publisher.origin, muted: 'true' });
    expect(response.status).toBe(403);
    expect(words(await response.text())).toContain('This page is out of date, so nothing was changed.');
  });
});
