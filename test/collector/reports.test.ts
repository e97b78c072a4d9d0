import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import type { PullquoteEvent } from '@pullquote/events';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../packages/collector/src/demo/load.js';
import { demoYear, type DemoYear } from '../../packages/collector/src/demo/year.js';
import { refusalWords } from '../../packages/collector/src/intake/refusal.js';
import type { ReportSource } from '../../packages/collector/src/report/context.js';
import { parseQuery } from '../../packages/collector/src/report/query.js';
import { makeReport, REPORT_NAMES } from '../../packages/collector/src/report/reports.js';
import { reportSchemas } from '../../packages/collector/src/report/types.js';
import { openStore } from '../../packages/collector/src/store/open.js';
import type { Store } from '../../packages/collector/src/store/store.js';
import { keptIn, keptSettings } from './stores.js';
import { oracle, type Question, type World } from './oracle.js';

const PUBLISHER = { origin: 'https://publisher.example', name: 'Parke-Davis' };
const OPTIONS = { events: 50_000, seed: 'reports', until: '2026-11-22', publisher: PUBLISHER.origin, size: 0.12 };
const NOW = Date.UTC(2026, 10, 23, 12);
const folder = mkdtempSync(join(tmpdir(), 'pullquote-reports-'));
const item = (slug: string) => `urn:pullquote:publisher.example:${slug}`;

let store: Store;
let source: ReportSource;
let world: World;

beforeAll(async () => {
  store = await openStore(keptSettings(keptIn(folder)));
  const { year } = await loadDemo(store, OPTIONS, () => NOW);
  source = { store, titles: {}, clock: () => NOW, alone: true };
  world = await worldOf(year);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** The events do not come from the store, but from the year itself: what was lost on the way in would show. */
async function worldOf(year: DemoYear): Promise<World> {
  const events: PullquoteEvent[] = [];
  for (const batch of demoYear(OPTIONS).batches()) events.push(...batch.events);
  const { items } = await store.catalogue.read(PUBLISHER.origin);
  return {
    events,
    windows: year.windows.map((window, i) => ({ id: `demo-${String(i + 1).padStart(2, '0')}`, ...window })),
    catalogue: items as World['catalogue'],
    catalogueDay: '2026-11-23',
    communities: year.communities.map(({ id, name, country }) => ({ id, name, country })),
    refusals: year.refusals,
    words: refusalWords,
    statusList: '',
    today: '2026-11-23',
  };
}

const QUESTIONS: readonly [string, Question][] = [
  ['everything', {}],
  ['days in the middle of weeks', { from: '2026-03-04', to: '2026-06-19' }],
  ['from a day on, with fewer days of silence', { from: '2026-08-20', days: 30 }],
  ['up to the day before a recall', { to: '2026-09-06' }],
  ['up to a day after a recall', { to: '2026-09-12', days: 60 }],
  ['one item', { item: item('hf-toolkit') }],
  ['one item with two versions, in some days', { item: item('statin-interactions'), from: '2026-06-10', to: '2026-10-01' }],
  ['the withdrawn item', { item: item('old-starter-chart') }],
  ['an item that nobody posted', { item: item('practice-billing') }],
  ['an item that does not exist', { item: 'urn:nothing:there' }],
  ['one community', { community: 'https://roundtable.example' }],
  ['a community that fell silent, in some days', { community: 'https://consulta-abierta.example', from: '2026-07-01' }],
  ['a community that joined late', { community: 'https://onc-rounds.example' }],
  ['one item in one community', { item: item('egfr-dosing'), community: 'https://colloquium.example' }],
  ['one item in one community in some days', { item: item('io-toxicity'), community: 'https://kollegenforum.example', from: '2026-05-06', to: '2026-09-30' }],
  ['one day', { from: '2026-05-06', to: '2026-05-06' }],
  ['days before anything', { from: '2020-01-01', to: '2020-12-31' }],
  ['days after everything', { from: '2027-01-01', to: '2027-02-01' }],
]; // prettier-ignore

describe.each(QUESTIONS)('%s', (_, question) => {
  it('is in every report as plain loops over the raw events have it', async () => {
    const expected = oracle(world, question);
    const { days, ...filters } = question;
    const query = parseQuery({ ...filters, ...(days === undefined ? {} : { days: String(days) }), limit: '1000' });
    for (const name of REPORT_NAMES) {
      const report = await makeReport(name, source, PUBLISHER, query);
      const { schema, report: said, generatedAt, publisher, filter, ...body } = report;
      expect({ schema, said, generatedAt, publisher }).toEqual({
        schema: 'pullquote-report/2',
        said: name,
        generatedAt: '2026-11-23',
        publisher: PUBLISHER,
      });
      expect(filter).toMatchObject(filters);
      expect(body, name).toEqual(JSON.parse(JSON.stringify(expected[name])));
      expect(v.safeParse(reportSchemas[name], JSON.parse(JSON.stringify(report))).issues, name).toBeUndefined();
    }
  });
});

describe('the made-up year', () => {
  it('has in it what the reports are for', async () => {
    const ask = <N extends (typeof REPORT_NAMES)[number]>(name: N) =>
      makeReport(name, source, PUBLISHER, parseQuery({}));
    expect((await ask('items')).total).toBe(38);
    expect((await ask('communities')).total).toBe(12);
    expect((await ask('recalls')).rows).toHaveLength(1);
    expect((await ask('stale-versions')).rows.length).toBeGreaterThanOrEqual(3);
    expect((await ask('dead-content')).rows.length).toBeGreaterThanOrEqual(4);
    const silent = (await ask('data-quality')).communities.filter(({ state }) => state === 'silent');
    expect(silent.map(({ name }) => name)).toEqual(['Consulta abierta']);
    for (const name of ['rooms', 'excerpts', 'blocked', 'label-trust', 'crowd'] as const)
      expect((await ask(name)).rows.length, name).toBeGreaterThan(1);
    expect((await ask('overview')).alwaysOn).toMatchObject({ state: 'computed' });
  });
});
