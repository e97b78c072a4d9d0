import { describe, expect, it } from 'vitest';
import { toText } from '../../packages/collector/src/report/text.js';
import {
  bench,
  COMMUNITY,
  descriptor,
  event,
  ITEM,
  OTHER_PUBLISHER,
  PUBLISHER,
  send,
  trust,
  type Bench,
} from './setup.js';
import { embedded } from './stores.js';

async function get({ collector }: Bench, path: string): Promise<{ response: Response; text: string }> {
  const response = await collector.fetch(new Request(`http://127.0.0.1${path}`));
  return { response, text: await response.text() };
}

describe('names', () => {
  it('keeps text that would reorder what stands around it out of a name', async () => {
    const it = await bench({}, { trusting: false });
    await trust(it.collector, await descriptor(COMMUNITY, [it.key], { name: 'Grand \u202eRound\u0007' }));
    expect((await it.collector.trust.list())[0]?.name).toBe('Grand Round');
  });
});

describe('the figures for programs', () => {
  it('are JSON with the day on which they were made', async () => {
    const it = await bench();
    await send(it.collector, [event()], it.key);
    const report = await it.report();
    expect(report).toMatchObject({
      schema: 'pullquote-report/1',
      generatedAt: '2026-11-22',
      publisher: { origin: PUBLISHER, name: 'Parke-Davis' },
      firstDay: '2026-11-21',
      lastDay: '2026-11-21',
      dataQuality: {
        trusted: [{ community: COMMUNITY, name: 'Grand Round', country: 'US' }],
        refusedTotal: 0,
        refused: [],
      },
    });
    expect(JSON.stringify(report)).not.toMatch(/\d\d:\d\d/);
  });

  it('are CSV with a line for each item and day', async () => {
    const it = await bench({ titles: { [ITEM]: 'Interactions, "at a glance"' } });
    await send(it.collector, [event(), event()], it.key);
    const { response, text } = await get(it, '/v1/report.csv');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(text).toBe(
      'day,item,title,shared,reshared,quoted\r\n' + `2026-11-21,${ITEM},"Interactions, ""at a glance""",2,0,0\r\n`,
    );
  });

  it('never begin a CSV cell like a formula', async () => {
    const it = await bench({ titles: { [ITEM]: '=HYPERLINK("http://x")' } });
    await send(it.collector, [event()], it.key);
    expect((await get(it, '/v1/report.csv')).text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('ask which publisher is meant where there are several', async () => {
    const publishers = [
      { origin: PUBLISHER, name: 'A' },
      { origin: OTHER_PUBLISHER, name: 'B' },
    ];
    const it = await bench({ publishers });
    for (const path of ['/v1/report.json', '/v1/report.csv']) {
      expect((await get(it, path)).response.status).toBe(400);
      expect((await get(it, `${path}?publisher=https://nobody.example`)).response.status).toBe(404);
      expect((await get(it, `${path}?publisher=${OTHER_PUBLISHER}`)).response.status).toBe(200);
    }
  });

  it('are plain tables in a terminal, without what a terminal would obey', async () => {
    const it = await bench({ titles: { [ITEM]: 'Interactions \u001b[31mred\u001b[0m' } });
    expect(toText(await it.report())).toContain('No post has been reported yet.');
    await send(it.collector, [event(), 1], it.key);
    const text = toText(await it.report());
    expect(text).toContain('1 shared, 0 reshared, 0 quoted');
    expect(text).toContain(`Grand Round (${COMMUNITY})`);
    expect(text).toContain('Holds a value that may not be counted');
    expect(text).not.toContain('\u001b');
  });
});

describe('the rest of the surface', () => {
  it('answers health checks, and other paths with a problem', async () => {
    const it = await bench();
    expect(await (await it.collector.fetch(new Request('http://127.0.0.1/health'))).json()).toEqual({
      status: 'ok',
      store: 'writable',
      queue: { depth: 0, limit: 128 },
      // Where the store is servers, each says how it is.
      ...(embedded ? {} : { servers: expect.any(Object) as unknown }),
    });
    const { response } = await get(it, '/v1/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it.runIf(embedded)('answers a failure with a problem and logs nothing of the request', async () => {
    const lines: string[] = [];
    const it = await bench({ log: { error: (fields, message) => lines.push(JSON.stringify([fields, message])) } });
    await it.collector.trust.list();
    const broken = new Request('http://127.0.0.1/v1/report.json?publisher=https://publisher.example&secret=ada');
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(it.dataFile);
    db.exec('DROP TABLE count_days');
    db.close();
    const response = await it.collector.fetch(broken);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'failed' });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain('ada');
  });
});
