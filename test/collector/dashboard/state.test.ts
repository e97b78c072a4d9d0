import { describe, expect, it } from 'vitest';
import { Calendar, type CampaignDraft } from '../../../packages/collector/src/dashboard/browser/campaigns/calendar.js';
import { checkDraft, faultsOf } from '../../../packages/collector/src/dashboard/browser/campaigns/faults.js';
import { lanesOf, widthOf } from '../../../packages/collector/src/dashboard/browser/charts/text-lanes.js';
import { reportAddress, Reports } from '../../../packages/collector/src/dashboard/browser/state/reports.js';

type Fetch = typeof fetch;

describe('reports', () => {
  /** Answers each request in turn, and says what was asked for. */
  function reports(...answers: (() => Promise<Response>)[]) {
    const asked: string[] = [];
    const waiting: (() => void)[] = [];
    const it = new Reports(() => waiting.splice(0).forEach((go) => go()), ((address: string) => {
      asked.push(address);
      return (answers.shift() ?? (() => Promise.reject(new Error('Nobody asked for this.'))))();
    }) as Fetch);
    return { it, asked, change: () => new Promise<void>((go) => waiting.push(go)) };
  }
  const answer =
    (body: unknown, status = 200) =>
    () =>
      Promise.resolve(Response.json(body, { status }));

  it('are asked for once, however often the page is drawn', async () => {
    const { it: own, asked, change } = reports(answer({ schema: 'pullquote-report/2', report: 'items' }));
    expect(own.get('items', { from: '2026-01-01' }).state).toBe('loading');
    own.get('items', { from: '2026-01-01' });
    await change();
    expect(own.get('items', { from: '2026-01-01' }).state).toBe('ready');
    expect(asked).toEqual(['/v1/reports/items?from=2026-01-01']);
  });

  it.each([
    [answer({}, 401), { kind: 'signed-out' }],
    [answer({ detail: 'from: comes after to.' }, 400), { kind: 'refused', sentence: 'from: comes after to.' }],
    [answer({}, 503), { kind: 'failed' }],
    [answer({ schema: 'pullquote-report/3' }), { kind: 'other-version' }],
    [() => Promise.resolve(new Response('<html>')), { kind: 'other-version' }],
    [() => Promise.reject(new TypeError('offline')), { kind: 'unreachable' }],
  ])('that do not come say why', async (way, failure) => {
    const { it: own, change } = reports(way);
    own.get('overview', {});
    await change();
    expect(own.get('overview', {})).toEqual({ state: 'failed', failure });
  });

  it('that failed are asked for again, and those that came are not', async () => {
    const {
      it: own,
      asked,
      change,
    } = reports(answer({}, 500), answer({ schema: 'pullquote-report/2' }), answer({ schema: 'pullquote-report/2' }));
    own.get('overview', {});
    await change();
    own.get('items', {});
    await change();
    own.retry();
    own.get('overview', {});
    own.get('items', {});
    await change();
    expect(asked.map((address) => address.slice('/v1/reports/'.length))).toEqual(['overview', 'items', 'overview']);
  });

  it('that were forgotten on the way come too late', async () => {
    let arrive: (response: Response) => void = () => undefined;
    const { it: own } = reports(
      () => new Promise((come) => (arrive = come)),
      answer({ schema: 'pullquote-report/2', report: 'new' }),
    );
    own.get('overview', {});
    own.forget();
    own.get('overview', {});
    arrive(Response.json({ schema: 'pullquote-report/2', report: 'old' }));
    await new Promise((next) => setTimeout(next, 5));
    expect(own.get('overview', {})).toMatchObject({ value: { report: 'new' } });
  });

  it('as CSV are of the same figures, and whole', () => {
    expect(reportAddress('items', { publisher: 'https://p.example', from: '2026-01-01', limit: 1000 }, '.csv')).toBe(
      '/v1/reports/items.csv?publisher=https%3A%2F%2Fp.example&from=2026-01-01',
    );
  });
});

describe('a campaign window', () => {
  const form = { name: ' Spring ', kind: 'congress', from: '2026-03-27', to: '2026-03-30', item: '' };
  it('is taken as it was meant', () => {
    expect(checkDraft(form)).toEqual({
      draft: { name: 'Spring', kind: 'congress', from: '2026-03-27', to: '2026-03-30' },
    });
    expect(checkDraft({ ...form, to: form.from, item: 'urn:x:y' })).toMatchObject({ draft: { item: 'urn:x:y' } });
  });

  it.each([
    [{ name: '  ' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ kind: 'party' }, 'kind'],
    [{ from: '' }, 'from'],
    [{ to: '' }, 'to'],
    [{ to: '2026-03-26' }, 'to'],
  ])('with %j is refused beside its field', (wrong, field) => {
    const checked = checkDraft({ ...form, ...wrong });
    expect('faults' in checked && Object.keys(checked.faults)).toEqual([field]);
  });

  it('has the collector’s own word put beside the field that it names', () => {
    expect(faultsOf('to: comes before from.')).toEqual({ to: 'Last day: comes before from.' });
    expect(faultsOf('Too many requests. Wait 3 s.')).toBeUndefined();
    expect(faultsOf('body: is not UTF-8 JSON.')).toBeUndefined();
  });

  it('goes to the collector under the publisher that is looked at', async () => {
    const asked: { address: string; method: string | undefined; body: unknown }[] = [];
    const calendar = new Calendar('https://p.example', (async (address: string, init: RequestInit) => {
      asked.push({ address, method: init.method, body: init.body });
      return new Response(null, { status: 204 });
    }) as Fetch);
    const draft: CampaignDraft = { name: 'A', kind: 'other', from: '2026-01-01', to: '2026-01-01' };
    await calendar.change('a/b', draft);
    await calendar.remove('x');
    expect(asked).toEqual([
      { address: '/v1/campaigns/a%2Fb?publisher=https%3A%2F%2Fp.example', method: 'PUT', body: JSON.stringify(draft) },
      { address: '/v1/campaigns/x?publisher=https%3A%2F%2Fp.example', method: 'DELETE', body: undefined },
    ]);
    const odd = new Calendar(undefined, (async () => Response.json({ windows: [] })) as unknown as Fetch);
    expect(await odd.list()).toEqual({ failure: { kind: 'other-version' } });
  });
});

describe('labels above a chart', () => {
  it('touch each other in no lane, and stand within the width', () => {
    const spots = [0, 30, 35, 200, 210, 480, 590].map((x) => ({ x, text: 'Some congress 2026' }));
    const placed = lanesOf(spots, 600, 6) ?? [];
    expect(placed).toHaveLength(spots.length);
    const spans = spots.map(({ x, text }, i) => {
      const from = placed[i]?.isLeft ? x - widthOf(text) : x;
      return { lane: placed[i]?.lane, from, to: from + widthOf(text) };
    });
    for (const [i, a] of spans.entries()) {
      expect(a.to).toBeLessThanOrEqual(600);
      for (const b of spans.slice(i + 1)) if (a.lane === b.lane) expect(a.to <= b.from || b.to <= a.from).toBe(true);
    }
    expect(lanesOf(spots, 600, 2)).toBeUndefined();
  });
});
