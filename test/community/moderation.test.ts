import { describe, expect, it } from 'vitest';
import { bench, crowdFact, DOCTOR, fact, ORIGIN, type Bench } from './setup.js';

const asModerator = { isModerator: (request: Request) => request.headers.get('cookie') === 'moderator' };
const COOKIE = { cookie: 'moderator' };
const send = (made: Bench, body: unknown, headers: Record<string, string> = {}) =>
  made.community.fetch(
    new Request(`${ORIGIN}/pq/moderation`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...COOKIE, ...headers },
    }),
  );

describe('the moderators’ figures', () => {
  it('say what left, per publisher and week, and nothing of who', async () => {
    const made = await bench({ ...asModerator, count: 'all', demo: true });
    for (let i = 0; i < 40; i++) {
      made.member = () => ({ id: `${DOCTOR}-${i}`, hcp: true });
      await made.post([crowdFact('viewed'), ...(i < 3 ? [fact()] : [])]);
    }
    await made.community.closeDay();
    await made.community.closeWeek();
    const response = await made.get('/pq/moderation', COOKIE);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      sent: [{ publisher: made.publisher.origin, week: '2026-W47', fact: 'shared', n: 3 }],
      crowds: [{ publisher: made.publisher.origin, week: '2026-W47', item: 'urn:example:lipitor', fact: 'viewed' }],
      weeks: [{ week: '2026-W47', state: 'destroyed', released: 1, discarded: false }, { week: '2026-W48' }],
      muted: [],
      outbox: [],
      privacy: { threshold: 15, cells: 4, week: { epsilon: 4, delta: 4e-6 }, year: { epsilon: 212 } },
    });
    expect(text).not.toContain(DOCTOR);
  });

  it.each<[string, object, number, string]>([
    ['whoever is none', { isModerator: () => false }, 403, 'not-moderator'],
    ['an answer that is not true', { isModerator: () => 'yes' as unknown as boolean }, 403, 'not-moderator'],
    ['everybody where none is named', {}, 404, 'not-found'],
    ['everybody when the host fails', { isModerator: () => Promise.reject(new Error(DOCTOR)) }, 500, 'member'],
  ])('are kept from %s', async (_, changes, status, code) => {
    const made = await bench(changes);
    for (const response of [
      await made.get('/pq/moderation', COOKIE),
      await send(made, { publisher: made.publisher.origin, muted: true }),
    ]) {
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ code });
    }
    expect(JSON.stringify(made.logged)).not.toContain(DOCTOR);
    expect(made.community.report().muted).toEqual([]);
  });

  it('answer no other method', async () => {
    const made = await bench(asModerator);
    const response = await made.community.fetch(
      new Request(`${ORIGIN}/pq/moderation`, { method: 'DELETE', headers: COOKIE }),
    );
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

describe('a muted publisher', () => {
  it('gets nothing: neither what waits nor what comes, until that is ended', async () => {
    const made = await bench({ ...asModerator, count: 'all', demo: true });
    made.collect = () => new Response('', { status: 503 });
    await made.post([fact(), crowdFact('viewed')]);
    await made.community.closeDay();
    await made.post([fact(), crowdFact('printed')]);
    expect(made.rows('SELECT * FROM outbox')).toHaveLength(1);

    const publisher = made.publisher.origin;
    expect(await (await send(made, { publisher, muted: true })).json()).toMatchObject({
      muted: [publisher],
      outbox: [],
    });
    for (const table of ['outbox', 'public_row', 'crowd', 'crowd_result'])
      expect(made.rows(`SELECT * FROM ${table}`)).toEqual([]);
    expect(await (await made.post([fact(), crowdFact('viewed')])).json()).toMatchObject({
      accepted: 0,
      refused: [{ code: 'not-counted' }, { code: 'not-counted' }],
    });
    made.collect = () => new Response('{}', { status: 202 });
    await made.open({ ...asModerator, count: 'all', demo: true });
    expect(await made.community.closeDay()).toMatchObject({ released: [], delivered: 0 });

    expect(await (await send(made, { publisher, muted: false })).json()).toMatchObject({ muted: [] });
    expect(await (await made.post([fact(), crowdFact('viewed')])).json()).toMatchObject({ accepted: 2 });
    // In a cell that is there: the one before went with the muting.
    expect(made.rows('SELECT fact FROM crowd')).toEqual([{ fact: 'viewed' }]);
    expect(await made.community.closeDay()).toMatchObject({ delivered: 1 });
  });

  it.each<[string, unknown, Record<string, string>, number, string]>([
    [
      'from another site',
      { publisher: 'https://publisher.example', muted: true },
      { 'sec-fetch-site': 'same-site' },
      403,
      'cross-origin',
    ],
    [
      'as a form',
      { publisher: 'https://publisher.example', muted: true },
      { 'content-type': 'text/plain' },
      415,
      'content-type',
    ],
    ['that is no JSON', '{', {}, 400, 'malformed'],
    ['with a field too many', { publisher: 'https://publisher.example', muted: true, why: 'x' }, {}, 400, 'malformed'],
    ['that says neither', { publisher: 'https://publisher.example' }, {}, 400, 'malformed'],
    ['that never ends', 'x'.repeat(5_000), {}, 400, 'malformed'],
    ['of somebody unlisted', { publisher: 'https://other.example', muted: true }, {}, 404, 'not-found'],
  ])('a request %s is refused', async (_, body, headers, status, code) => {
    const made = await bench(asModerator);
    const response = await send(made, body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect(made.community.report().muted).toEqual([]);
  });
});
