import { generateKey } from '@pullquote/record';
import { beforeAll, describe, expect, it } from 'vitest';
import { signBatch, SIGNATURE_HEADER, BATCH_TYPE } from '@pullquote/events';
import { COMMUNITY, descriptor, event, OTHER_PUBLISHER, PUBLISHER } from '../setup.js';
import { REPORT_NAMES } from '../../../packages/collector/src/report/reports.js';
import { bearer, form, site, type Site } from './setup.js';

/**
 * Every route of the collector, and who may have it. A route that is not here fails the first test below: whoever adds
 * one says here who may ask for it.
 */
const ROUTES: Readonly<Record<string, 'public' | 'token' | 'read' | 'admin'>> = {
  'GET /': 'read',
  'GET /items': 'read',
  'GET /item': 'read',
  'GET /communities': 'read',
  'GET /label-trust': 'read',
  'GET /recalls': 'read',
  'GET /data-quality': 'read',
  'GET /campaigns': 'read',
  'GET /assets/:name': 'public',
  'GET /v1/reports': 'read',
  'GET /v1/reports/:name': 'read',
  'GET /v1/plan': 'read',
  'GET /v1/openapi.json': 'read',
  'GET /v1/campaigns': 'read',
  'POST /v1/campaigns': 'admin',
  'POST /v1/campaigns/import': 'admin',
  'PUT /v1/campaigns/:id': 'admin',
  'DELETE /v1/campaigns/:id': 'admin',
  'GET /v1/feed': 'read',
  'GET /v1/webhooks': 'read',
  'POST /v1/webhooks': 'admin',
  'PUT /v1/webhooks/:id': 'admin',
  'DELETE /v1/webhooks/:id': 'admin',
  'GET /v1/webhooks/:id/deliveries': 'read',
  'POST /v1/webhooks/:id/deliveries/:message/send': 'admin',
  'GET /v1/report.json': 'read',
  'GET /v1/report.csv': 'read',
  'GET /v1/session': 'read',
  'POST /v1/events': 'public',
  'ALL /v1/events': 'public',
  'GET /health': 'public',
  'GET /health/live': 'public',
  'GET /metrics': 'token',
  'GET /sign-in': 'public',
  'POST /sign-in': 'public',
  'POST /sign-out': 'public',
  'GET /sign-in.css': 'public',
  'GET /icon.svg': 'public',
};

/** What stands in the other publisher's data, and must never reach this one. */
const SECRET = 'other-house-secret';
const OWN_ITEM = 'urn:pullquote:publisher.example:own-item';
const OTHER_ITEM = `urn:pullquote:other-publisher.example:${SECRET}`;
/** What a path may hold in place of a parameter: the other publisher's own ids. */
const PARAMS = ['other-campaign', 'other-webhook', SECRET];
/** Every report stands behind one route. */
const REPORTS = [...REPORT_NAMES, ...REPORT_NAMES.map((name) => `${name}.csv`)];

async function filled(): Promise<Site> {
  const it = await site({
    publishers: [
      { origin: PUBLISHER, name: 'Parke-Davis' },
      { origin: OTHER_PUBLISHER, name: `Other House ${SECRET}` },
    ],
    titles: { [OWN_ITEM]: 'Own item', [OTHER_ITEM]: `Their item ${SECRET}` },
    metrics: { token: 'a-token-of-the-metrics' },
    limits: { perKey: 100_000, perAddress: 100_000, wrongKeys: 1_000 },
  });
  const key = await generateKey();
  const file = await descriptor(COMMUNITY, [key]);
  const { thumbprint } = await import('@pullquote/record');
  await it.trust.add(file, [await thumbprint(key)]);
  const send = async (publisher: string, events: unknown[]) => {
    const { body, signature } = await signBatch(events as never, key, publisher);
    const headers = { 'content-type': BATCH_TYPE, [SIGNATURE_HEADER]: signature };
    const answer = await it.ask('/v1/events', { method: 'POST', headers, body });
    expect(answer.status).toBe(202);
  };
  await send(PUBLISHER, [event({}, { subject: OWN_ITEM })]);
  // Seven of theirs, two of which are refused: a figure of theirs in ours would be seen.
  await send(OTHER_PUBLISHER, [
    ...Array.from({ length: 5 }, () => event({ day: '2026-11-20' }, { subject: OTHER_ITEM })),
    event({ day: '2027-01-01' }, { subject: OTHER_ITEM }),
    { nothing: SECRET },
  ]);
  const campaign = { name: SECRET, kind: 'congress' as const, firstDay: '2026-11-01', lastDay: '2026-11-09' };
  await it.store.campaigns.save(OTHER_PUBLISHER, { id: 'other-campaign', ...campaign });
  await it.store.webhooks.save({
    ...{ id: 'other-webhook', publisher: OTHER_PUBLISHER, url: `https://other.example/${SECRET}`, secret: SECRET },
    ...{ createdDay: '2026-11-01', state: 'active', cursor: await it.store.log.end(OTHER_PUBLISHER) },
  });
  await it.key({ publisher: OTHER_PUBLISHER, name: SECRET, scope: 'admin' });
  return it;
}

/** `POST /v1/a/:id` → the ways to ask for it. */
function ways(route: string): { method: string; path: string }[] {
  const [method = '', pattern = ''] = route.split(' ');
  const paths = /[:*]/.test(pattern)
    ? (pattern === '/v1/reports/:name' ? REPORTS : PARAMS).map((value) =>
        pattern.replace(/:\w+(\{[^}]*\})?|\*/g, value),
      )
    : [pattern];
  const methods = method === 'ALL' ? ['GET', 'PUT', 'DELETE'] : method === 'GET' ? ['GET', 'HEAD'] : [method];
  return methods.flatMap((one) => paths.map((path) => ({ method: one, path })));
}

const guarded = Object.entries(ROUTES).filter(([, rule]) => rule === 'read' || rule === 'admin');

describe('every route', () => {
  it('has a rule, and every rule a route', async () => {
    const { app } = await site();
    const registered = app.routes.filter(({ path }) => path !== '/*').map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(registered)].sort()).toEqual(Object.keys(ROUTES).sort());
  });
});

describe.each(guarded)('%s (%s)', (route, rule) => {
  let it_: Site;
  let keys: Record<'read' | 'admin' | 'revoked' | 'expired', string>;
  beforeAll(async () => {
    // Made for each route anew, and closed by it: what one request does must not help the next.
    it_ = await filled();
    keys = {
      read: await it_.key(),
      admin: await it_.key({ scope: 'admin' }),
      revoked: await it_.key({ scope: 'admin' }),
      expired: await it_.key({ scope: 'admin', lastDay: '2026-11-22' }),
    };
  });

  it('opens to whom it should, and tells nobody of another publisher', async () => {
    const { ask, signIn } = it_;
    const session = await signIn(keys.read);
    const sessionOfAdmin = await signIn(keys.admin);
    const sessionOfRevoked = await signIn(keys.revoked);
    await it_.keys.revoke(keys.revoked.slice(4, 12));
    it_.pass(86_400_000);
    const later = await signIn(keys.read);
    const laterAdmin = await signIn(keys.admin);

    for (const { method, path } of ways(route)) {
      const withHeaders = (headers: Record<string, string>, query = '') => ask(path + query, { method, headers });
      const withKey = (key: string, query = '') => withHeaders({ authorization: `Bearer ${key}` }, query);
      const own = { 'sec-fetch-site': 'same-origin' };
      const refused = async (answer: Promise<Response>) => (await answer).status;

      expect(await refused(withHeaders({})), 'nobody').toBe(401);
      expect(await refused(withHeaders({ cookie: session })), 'a session that has ended').toBe(401);
      expect(await refused(withHeaders({ cookie: sessionOfAdmin })), 'a session that has ended').toBe(401);
      expect(await refused(withHeaders({ cookie: sessionOfRevoked })), 'the session of a revoked key').toBe(401);
      expect(await refused(withKey(keys.revoked)), 'a revoked key').toBe(401);
      expect(await refused(withKey(keys.expired)), 'an expired key').toBe(401);
      expect(await refused(withKey(`${keys.admin.slice(0, -1)}-`)), 'a key that is none').toBe(401);
      expect(await refused(withHeaders({ authorization: 'Bearer a-token-of-the-metrics' })), 'the token').toBe(401);

      const asRead = await withKey(keys.read);
      const asSession = await withHeaders({ cookie: later, ...own });
      if (rule === 'admin') {
        expect([asRead.status, asSession.status], 'a key that only reads').toEqual([403, 403]);
        const foreign = await withHeaders({ cookie: laterAdmin, 'sec-fetch-site': 'cross-site' });
        expect(foreign.status, 'another site').toBe(403);
      } else for (const answer of [asRead, asSession]) expect([401, 403]).not.toContain(answer.status);
      const asAdmin = await withKey(keys.admin);
      const asAdminSession = await withHeaders({ cookie: laterAdmin, ...own });
      for (const answer of [asAdmin, asAdminSession]) expect([401, 403]).not.toContain(answer.status);

      const query = `?publisher=${encodeURIComponent(OTHER_PUBLISHER)}`;
      const across = [await withKey(keys.read, query), await withKey(keys.admin, query)];
      across.push(await withHeaders({ cookie: later, ...own }, query));
      for (const answer of across) expect(answer.status).toBe(rule === 'admin' && answer !== across[1] ? 403 : 404);

      for (const answer of [asRead, asSession, asAdmin, asAdminSession, ...across]) {
        const text = `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain('other-publisher.example');
        expect(answer.status).toBeLessThan(500);
      }
    }
    // Nobody has taken anything of the other's away.
    expect(await it_.store.campaigns.list(OTHER_PUBLISHER)).toHaveLength(1);
    expect(await it_.store.webhooks.list(OTHER_PUBLISHER)).toHaveLength(1);
  });
});

describe('the other side', () => {
  it('reads its own, so that the tests above could have found it', async () => {
    const it = await filled();
    const key = await it.key({ publisher: OTHER_PUBLISHER });
    for (const path of ['/', '/v1/report.json', '/v1/report.csv', '/v1/session'])
      expect(await (await it.ask(path, bearer(key))).text(), path).toContain(SECRET);
    const report = (await (await it.ask('/v1/report.json', bearer(key))).json()) as {
      totals: { shared: number };
      dataQuality: { refusedTotal: number };
    };
    expect([report.totals.shared, report.dataQuality.refusedTotal]).toEqual([5, 2]);
  });

  it('changes nothing that this one reads, to the byte', async () => {
    const it = await filled();
    const key = await it.key();
    const all = async () =>
      Promise.all(
        ['/', '/v1/report.json', '/v1/report.csv'].map(async (path) => (await it.ask(path, bearer(key))).text()),
      );
    const before = await all();
    expect(JSON.parse(before[1] ?? '')).toMatchObject({ totals: { shared: 1 }, dataQuality: { refusedTotal: 0 } });
    await it.store.refusals.add({
      day: '2026-11-22',
      publisher: OTHER_PUBLISHER,
      community: COMMUNITY,
      code: 'malformed',
      n: 9,
    });
    await it.store.refusals.add({
      day: '2026-11-22',
      publisher: 'unknown',
      community: 'unknown',
      code: 'signature',
      n: 9,
    });
    expect(await all()).toEqual(before);
  });
});

describe('what needs no key', () => {
  it('has nothing of any publisher in it', async () => {
    const it = await filled();
    const open = Object.entries(ROUTES).filter(([, rule]) => rule === 'public');
    for (const [route] of open)
      for (const { method, path } of ways(route)) {
        const answer = await it.ask(path, method === 'POST' ? form({}) : { method });
        expect(answer.status, route).toBeLessThan(500);
        expect(await answer.text(), route).not.toMatch(
          /publisher\.example(?!\/sign-in|\. Open)|Parke-Davis|own-item|secret/i,
        );
      }
  });

  it.each([
    ['', 401],
    ['Bearer wrong-token-of-metrics', 401],
    ['Bearer a-token-of-the-metric', 401],
    ['Bearer a-token-of-the-metrics', 200],
  ])('/metrics asks for its token: %j gets %d', async (authorization, status) => {
    const it = await filled();
    const answer = await it.ask('/metrics', { headers: authorization === '' ? {} : { authorization } });
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toMatch(/publisher\.example|Parke-Davis|own-item|grand-round/);
    expect((await it.ask('/metrics', bearer(await it.key({ scope: 'admin' })))).status, 'a key is no token').toBe(401);
  });
});
