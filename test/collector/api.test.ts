import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { ruleFor } from '../../packages/collector/src/access/rules.js';
import { openApi } from '../../packages/collector/src/api/open-api.js';
import { apiRoutes } from '../../packages/collector/src/api/routes.js';
import { MAX_IMPORT } from '../../packages/collector/src/campaigns/import.js';
import { REPORT_NAMES } from '../../packages/collector/src/report/reports.js';
import { bench, event, ITEM, PUBLISHER, send, type Bench } from './setup.js';

type Json = Record<string, unknown>;
interface Operation {
  readonly 'x-scope': string;
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Json }> }>;
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
}

const DOCUMENT = openApi() as unknown as Document;

async function call({ collector }: Bench, method: string, path: string, body?: unknown, type = 'application/json') {
  const init =
    body === undefined
      ? { method }
      : { method, headers: { 'content-type': type }, body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await collector.fetch(new Request(`http://127.0.0.1${path}`, init));
  const text = await response.text();
  return { response, status: response.status, text, json: () => JSON.parse(text) as Json };
}

/** Holds an answer against what the document says of it. */
function judge(path: string, method: string, status: number, answer: unknown): unknown {
  const ajv = new Ajv.default({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'doc', ...(DOCUMENT as unknown as Json) });
  const responses = DOCUMENT.paths[path]?.[method]?.responses;
  const known = responses?.[String(status)] ? String(status) : 'default';
  const [type] = Object.keys(responses?.[known]?.content ?? {});
  const pointer = ['paths', path, method, 'responses', known, 'content', type ?? '', 'schema']
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.compile({ $ref: `doc#/${pointer}` });
  return validate(answer) ? undefined : validate.errors;
}

async function filled(): Promise<Bench> {
  const it = await bench({ titles: { [ITEM]: 'Interactions, "at a glance"' } });
  const crowd = (fact: string, figure: number, id: string) => ({
    ...event({}, { type: 'org.pullquote.crowd.v1' as never, id }),
    data: { fact, week: '2026-W46', figure, threshold: 15, epsilon: 1, interval: [figure - 3, figure + 3] },
  });
  const { body } = await send(
    it.collector,
    [
      event(),
      event({ depth: 2 }, { type: 'org.pullquote.reshared.v1' }),
      event({ depth: 1, day: '2026-08-01' }, { type: 'org.pullquote.quoted.v1' }),
      crowd('viewed', 200, 'c00000000000000000001'),
      crowd('label-expanded', 20, 'c00000000000000000002'),
      crowd('excerpt.e1', 30, 'c00000000000000000003'),
      crowd('share-blocked.GB-02', 25, 'c00000000000000000004'),
      crowd('room.cardiology', 90, 'c00000000000000000005'),
      { nonsense: true },
    ],
    it.key,
  );
  expect(body.accepted).toBe(8);
  const { catalogue } = it.collector.store;
  const recall = { iat: 1_790_000_000, day: '2026-09-21', reason: 'A dose was wrong.' };
  await catalogue.save(
    PUBLISHER,
    [
      { item: ITEM, version: 1, title: 'Interactions', since: '2026-01-01', recall },
      { item: 'urn:pullquote:publisher.example:other', version: 1, since: '2026-01-01' },
    ],
    '2026-11-22',
  );
  return it;
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1', async () => {
    const { collector } = await bench();
    const response = await collector.fetch(new Request('http://127.0.0.1/v1/openapi.json'));
    const served = (await response.json()) as Json;
    expect(served).toEqual(JSON.parse(JSON.stringify(DOCUMENT)));
    const { valid, errors } = await new Validator().validate(served);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('names every route with the scope that the guard asks for, and no other', async () => {
    const routes = apiRoutes({
      store: {} as never,
      clock: Date.now,
      titles: {},
      publishers: [],
      allowLoopbackWebhooks: false,
    });
    const written = routes.flatMap(({ method, path, scope }) => {
      const plain = path.replace(/:(\w+)/g, '{$1}');
      const paths =
        path === '/v1/reports/:name'
          ? REPORT_NAMES.flatMap((name) => [`/v1/reports/${name}`, `/v1/reports/${name}.csv`])
          : [plain];
      expect(ruleFor(method, path)).toBe(scope);
      return paths.map((one) => `${method} ${one} ${scope}`);
    });
    const documented = Object.entries(DOCUMENT.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { 'x-scope': scope }]) => `${method.toUpperCase()} ${path} ${scope}`),
    );
    expect(documented.sort()).toEqual(written.sort());
  });

  it('describes every real answer of every report, empty and full', async () => {
    for (const it of [await bench(), await filled()])
      for (const name of REPORT_NAMES) {
        const path = `/v1/reports/${name}`;
        const { status, json, text } = await call(it, 'GET', path);
        expect(status, text).toBe(200);
        expect(judge(path, 'get', 200, json()), name).toBeUndefined();
        expect(text).not.toMatch(/NaN|Infinity/);
      }
  });

  it('describes what is wrong, and would notice an answer that is not as it says', async () => {
    const it = await filled();
    const { json, status } = await call(it, 'GET', '/v1/reports/items?from=yesterday');
    expect(judge('/v1/reports/items', 'get', status, json())).toBeUndefined();
    expect(judge('/v1/reports/items', 'get', 200, json())).toBeDefined();
    const { json: report } = await call(it, 'GET', '/v1/reports/crowd');
    expect(judge('/v1/reports/crowd', 'get', 200, { ...report(), more: 1 })).toBeDefined();
  });
});

describe('the reports by HTTP', () => {
  it.each([
    ['from=2026-02-30', 'from'],
    ['from=2026-05-02&to=2026-05-01', 'from'],
    ['from=0001-01-01', 'from'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['days=0', 'days'],
    ['cursor=x', 'cursor'],
    ['member=1', 'member'],
  ])('refuse ?%s and name the parameter', async (query, field) => {
    const { status, json } = await call(await filled(), 'GET', `/v1/reports/items?${query}`);
    expect(status).toBe(400);
    expect(json()['detail']).toMatch(new RegExp(`^${field}: `));
  });

  it('say that there is no such report', async () => {
    const it = await bench();
    for (const name of ['nothing', '__proto__', 'constructor', 'items.csv.csv'])
      expect((await call(it, 'GET', `/v1/reports/${name}`)).status).toBe(404);
  });

  it('go through a list page by page, and lose nothing when more comes in', async () => {
    const it = await bench();
    const urn = (n: number) => `urn:pullquote:publisher.example:item-${String(n).padStart(2, '0')}`;
    await send(
      it.collector,
      Array.from({ length: 25 }, (_, n) => event({}, { subject: urn(n) })),
      it.key,
    );
    const seen: string[] = [];
    let next: unknown = '';
    while (next !== null) {
      const { json } = await call(
        it,
        'GET',
        `/v1/reports/half-life?limit=4${next === '' ? '' : `&cursor=${String(next)}`}`,
      );
      const { rows, next: after, total } = json() as { rows: { item: string }[]; next: unknown; total: number };
      seen.push(...rows.map(({ item }) => item));
      // An item that stands before the place of the cursor shifts nothing.
      if (seen.length === 4)
        await send(it.collector, [event({}, { subject: urn(0) }), event({}, { subject: `${urn(0)}a` })], it.key);
      expect(total).toBeGreaterThanOrEqual(25);
      next = after;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => urn(n)));
  });

  it('are CSV in which an exact figure is a number and “not released” is not', async () => {
    const it = await filled();
    const { response, text } = await call(it, 'GET', '/v1/reports/items.csv?limit=1');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(text).toContain(`${ITEM},"Interactions, ""at a glance""",1,1,1,2,,`);
    const trust = (await call(it, 'GET', '/v1/reports/label-trust.csv')).text.split('\r\n');
    expect(trust[0]).toContain('viewed,viewed_low,viewed_high,viewed_cells,viewed_threshold,viewed_epsilon');
    expect(trust[1]).toContain(',200,197,203,1,15,1,0.1,');
    expect(trust[1]).toContain('not released');
    for (const name of REPORT_NAMES) expect((await call(it, 'GET', `/v1/reports/${name}.csv`)).status).toBe(200);
  });
});

describe('campaign windows', () => {
  const congress = { name: 'Autumn congress', kind: 'congress', from: '2026-08-28', to: '2026-08-31' };

  it('are added, changed, listed and removed, and the audit says who did', async () => {
    const it = await bench();
    const made = await call(it, 'POST', '/v1/campaigns', congress);
    expect([made.status, judge('/v1/campaigns', 'post', 201, made.json())]).toEqual([201, undefined]);
    const { id } = made.json();
    const path = `/v1/campaigns/${String(id)}`;
    expect(made.response.headers.get('location')).toBe(path);
    expect((await call(it, 'PUT', path, { ...congress, item: ITEM })).json()).toEqual({ id, ...congress, item: ITEM });
    expect((await call(it, 'GET', '/v1/campaigns')).json()).toEqual({ campaigns: [{ id, ...congress, item: ITEM }] });
    expect((await call(it, 'DELETE', path)).status).toBe(204);
    for (const method of ['PUT', 'DELETE']) expect((await call(it, method, path, congress)).status).toBe(404);
    const audit = await it.collector.store.audit.list({ publisher: PUBLISHER, limit: 9 });
    expect(audit.map(({ action, actor }) => [action, actor])).toEqual([
      ['campaign.remove', 'open'],
      ['campaign.save', 'open'],
      ['campaign.save', 'open'],
    ]);
  });

  it.each([
    [{ ...congress, to: '2026-08-27' }, 'to: comes before from'],
    [{ ...congress, to: '2028-08-27' }, 'to: is more than 366 days after from'],
    [{ ...congress, kind: 'party' }, 'kind: must be'],
    [{ ...congress, name: ' ' }, 'name: is empty'],
    [{ ...congress, from: '2026-13-01' }, 'from: must be a day'],
    [{ ...congress, item: 'x' }, 'item: must be the URN'],
    [{ ...congress, member: 1 }, 'member: this field does not exist'],
    [{ name: 'x' }, 'kind: is missing'],
    ['{', 'body: is not UTF-8 JSON'],
  ])('refuse %j', async (body, said) => {
    const { status, json } = await call(await bench(), 'POST', '/v1/campaigns', body);
    expect(status).toBe(400);
    expect(json()['detail']).toContain(said);
  });

  it('come from a table', async () => {
    const it = await bench();
    const csv = `name,kind,from,to,item\r\n"Congress, autumn",congress,2026-08-28,2026-08-31,\r\nLaunch,launch,2026-05-04,2026-05-15,${ITEM}\r\n`;
    const { status, json } = await call(it, 'POST', '/v1/campaigns/import', csv, 'text/csv');
    expect(status).toBe(201);
    expect(json()).toMatchObject({ campaigns: [{ name: 'Congress, autumn', kind: 'congress' }, { item: ITEM }] });
    const again = await call(
      it,
      'POST',
      '/v1/campaigns/import',
      `${csv}Relaunch,launch,2026-06-01,2026-06-05,\r\n`,
      'text/csv',
    );
    expect(again.json()).toMatchObject({ campaigns: [{ name: 'Relaunch' }], known: 2 });
    const wrong = await call(it, 'POST', '/v1/campaigns/import', `${csv}X,congress,soon,2026-01-01,\r\n`, 'text/csv');
    expect(wrong.json()['detail']).toContain('line 4, from: must be a day');
    expect((await it.collector.store.campaigns.list(PUBLISHER)).length).toBe(3);
    const many = `name,kind,from,to\n${'A,other,2026-01-01,2026-01-02\n'.repeat(MAX_IMPORT + 1)}`;
    expect((await call(it, 'POST', '/v1/campaigns/import', many, 'text/csv')).status).toBe(400);
  });

  it('come from a calendar, whose whole days end the day before', async () => {
    const it = await bench();
    const ics = (body: string) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n${body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const congress =
      'SUMMARY:Congress\r\nCATEGORIES:Congress\r\nDTSTART;VALUE=DATE:20260828\r\nDTEND;VALUE=DATE:20260901';
    const { json } = await call(it, 'POST', '/v1/campaigns/import', ics(congress), 'text/calendar');
    expect(json()).toMatchObject({
      campaigns: [{ name: 'Congress', kind: 'congress', from: '2026-08-28', to: '2026-08-31' }],
    });
    const again = await call(
      it,
      'POST',
      '/v1/campaigns/import',
      ics(`${congress}\r\nRRULE:FREQ=YEARLY`),
      'text/calendar',
    );
    expect(again.json()['detail']).toContain('event 1: repeats');
    expect((await call(it, 'POST', '/v1/campaigns/import', 'nonsense', 'text/calendar')).status).toBe(400);
    expect((await call(it, 'POST', '/v1/campaigns/import', '{}', 'application/json')).status).toBe(400);
  });

  it('decide which weeks the index counts as inside', async () => {
    const it = await bench();
    const days = ['2026-10-05', '2026-10-12', '2026-10-12', '2026-10-12', '2026-10-12', '2026-10-19', '2026-10-26'];
    await send(
      it.collector,
      days.map((day) => event({ day })),
      it.key,
    );
    const index = async () =>
      (await call(it, 'GET', '/v1/reports/always-on?from=2026-10-05&to=2026-10-25')).json()['alwaysOn'];
    expect(await index()).toEqual({ state: 'not-computable', reason: 'no-windows' });
    await call(it, 'POST', '/v1/campaigns', { ...congress, from: '2026-10-17', to: '2026-10-17' });
    expect(await index()).toEqual({ state: 'computed', value: 0.25 });
  });
});

describe('the plan', () => {
  it('is by HTTP what the command prints', async () => {
    const it = await bench();
    const { status, json } = await call(it, 'GET', '/v1/plan?doctors=500&weeklyReaders=0.4');
    expect(status).toBe(200);
    expect(judge('/v1/plan', 'get', 200, json())).toBeUndefined();
    expect((await call(it, 'GET', '/v1/plan')).json()['detail']).toContain('doctors: is missing');
    expect((await call(it, 'GET', '/v1/plan?doctors=5&reach=2')).status).toBe(400);
  });
});
