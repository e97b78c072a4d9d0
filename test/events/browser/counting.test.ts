// @vitest-environment happy-dom
import { createCounting, type Counting, type CountingOptions } from '@pullquote/events/browser';
import { parseFact, type FactDraft } from '@pullquote/events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ITEM, SHARED, VIEWED } from '../fixtures.js';
import { Relay } from './server.js';

let relay: Relay;
let counting: Counting;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

function start(options: Partial<CountingOptions> = {}): Counting {
  counting = createCounting({
    endpoint: '/pq/facts',
    count: 'shares',
    fetch: relay.fetch,
    random: () => 1,
    ...options,
  });
  return counting;
}
const record = (times: number, draft: FactDraft = SHARED) => {
  for (let i = 0; i < times; i++) counting.record(draft);
};
const statuses = () => counting.entries().map(({ status }) => status);
const problem = (status: number, detail: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ type: 'about:blank', status, detail }), { status, headers });
/** Lets timers run for this long, and everything that they set off. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  relay = new Relay();
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});

afterEach(() => {
  counting.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

describe('a fact', () => {
  it('arrives at the community’s own server, once, as the specification has it', async () => {
    start();
    counting.record(SHARED);
    expect(statuses()).toEqual(['waiting']);
    await pass(0);
    expect(statuses()).toEqual(['stored']);
    const [request] = relay.requests;
    expect(request?.url).toBe('http://localhost:4800/pq/facts');
    expect(request?.method).toBe('POST');
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect(relay.inits[0]).toMatchObject({
      keepalive: true,
      credentials: 'same-origin',
      mode: 'same-origin',
      redirect: 'error',
      referrerPolicy: 'origin',
    });
    const [fact, ...more] = (await request?.json()) as unknown[];
    expect(more).toEqual([]);
    expect(parseFact(fact)).toEqual({ ...SHARED, id: counting.entries()[0]?.id });
  });

  it('carries nothing that the caller’s object carries besides', async () => {
    start();
    counting.record({ ...SHARED, comment: 'Mrs Jones', member: 'dr-7', at: Date.now() } as FactDraft);
    await pass(0);
    expect(await relay.requests[0]?.text()).not.toMatch(/Jones|dr-7|"comment"|"member"|"at"/);
    expect(relay.stored.size).toBe(1);
  });

  it('stands in the ledger with its lane', async () => {
    start({ count: 'all' });
    counting.record(SHARED);
    counting.record(VIEWED);
    const [shared, viewed] = counting.entries();
    expect(shared).toMatchObject({ draft: SHARED, lane: 'public' });
    expect(viewed).toMatchObject({ draft: VIEWED, lane: 'crowd' });
  });

  it('goes in batches of at most twenty, one request after the other', async () => {
    start();
    record(45);
    await counting.flush();
    const sizes = await Promise.all(
      relay.requests.map(async (request) => ((await request.json()) as unknown[]).length),
    );
    expect(sizes).toEqual([20, 20, 5]);
    expect(relay.stored.size).toBe(45);
    expect(new Set(statuses())).toEqual(new Set(['stored']));
  });
});

describe('no fact is made', () => {
  it.each<[string, Partial<CountingOptions>, FactDraft]>([
    ['where nothing is counted', { count: 'none' }, SHARED],
    [
      'of a private share where shares are counted',
      { count: 'shares' },
      { fact: 'sent-privately', item: ITEM, version: 2 },
    ],
  ])('%s', async (_, options, draft) => {
    start(options);
    expect(counting.preview(draft).fact).toBeUndefined();
    counting.record(draft);
    await counting.flush();
    expect(counting.entries()).toEqual([]);
    expect(relay.requests).toEqual([]);
  });

  it('under Global Privacy Control, from the moment it is set', async () => {
    start({ count: 'all' });
    expect(counting.preview(SHARED).fact).toEqual(SHARED);
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
    try {
      expect(counting.preview(SHARED)).toEqual({ tells: 'browser-refuses' });
      counting.record(SHARED);
      await counting.flush();
      expect(counting.entries()).toEqual([]);
      expect(relay.requests).toEqual([]);
    } finally {
      Reflect.deleteProperty(navigator, 'globalPrivacyControl');
    }
  });
});

describe('a server that is down', () => {
  it('is tried again, ever more rarely, without a word on the console, and then gets every fact once', async () => {
    const silent = (['error', 'warn', 'log'] as const).map((name) => vi.spyOn(console, name));
    relay.script.push(...Array<Error>(12).fill(new TypeError('Failed to fetch')));
    start();
    record(25);
    await pass(0);
    expect(relay.requests).toHaveLength(1);
    await pass(999);
    expect(relay.requests).toHaveLength(1);
    await pass(1);
    expect(relay.requests).toHaveLength(2);
    expect(statuses()).toEqual(Array(25).fill('waiting'));
    await pass(1_500_000);
    expect(relay.requests).toHaveLength(14);
    expect(relay.stored.size).toBe(25);
    expect(statuses()).toEqual(Array(25).fill('stored'));
    for (const spy of silent) expect(spy).not.toHaveBeenCalled();
  });

  it('is not tried sooner because more is recorded', async () => {
    relay.script.push(new TypeError('Failed to fetch'));
    start();
    record(1);
    await pass(0);
    record(50);
    await pass(500);
    expect(relay.requests).toHaveLength(1);
  });

  it('is tried at once when the network comes back', async () => {
    relay.script.push(new TypeError('Failed to fetch'));
    start();
    record(1);
    await pass(0);
    window.dispatchEvent(new Event('online'));
    await pass(0);
    expect(statuses()).toEqual(['stored']);
  });

  it('never makes flush() reject', async () => {
    relay.script.push(new TypeError('Failed to fetch'));
    start();
    record(1);
    await expect(counting.flush()).resolves.toBeUndefined();
    expect(statuses()).toEqual(['waiting']);
  });

  it('never makes the ledger forget: the oldest of more than a thousand are lost, and it says so', async () => {
    relay.script.push(...Array<Error>(9).fill(new TypeError('Failed to fetch')));
    start();
    record(1_002);
    await pass(1_000);
    expect(counting.entries()).toHaveLength(1_002);
    expect(counting.entries().filter(({ status }) => status === 'lost')).toHaveLength(2);
    expect(counting.entries()[0]?.reason).toBe('More than 1000 waited, so the oldest made room.');
  });
});

describe('an answer', () => {
  it.each([500, 502, 503, 408, 429])('%i is tried again', async (status) => {
    relay.script.push(problem(status, 'Not now.'));
    start();
    record(1);
    await pass(0);
    expect(statuses()).toEqual(['waiting']);
    await pass(1_000);
    expect(statuses()).toEqual(['stored']);
  });

  it.each([400, 401, 403, 404, 413, 415, 422])('%i is final, and the ledger shows the reason', async (status) => {
    relay.script.push(problem(status, 'The facts of this page cannot be taken.'));
    start();
    record(2);
    await pass(600_000);
    expect(relay.requests).toHaveLength(1);
    expect(statuses()).toEqual(['refused', 'refused']);
    expect(counting.entries()[0]?.reason).toBe(`${status}: The facts of this page cannot be taken.`);
  });

  it('with Retry-After is obeyed, whatever else would have sent sooner', async () => {
    relay.script.push(problem(429, 'Slow down.', { 'retry-after': '120' }));
    start();
    record(1);
    await pass(0);
    record(1);
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('pagehide'));
    await counting.flush();
    await pass(119_000);
    expect(relay.requests).toHaveLength(1);
    await pass(1_000);
    expect(statuses()).toEqual(['stored', 'stored']);
  });

  it('that names one refused fact refuses that one alone', async () => {
    relay.script.push((facts) => {
      const [{ id }] = facts as [{ id: string }];
      return Response.json({
        accepted: 1,
        duplicates: 0,
        refused: [{ id, code: 'unknown-value', detail: 'item: is not known here.' }],
      });
    });
    start();
    record(2);
    await pass(0);
    expect(counting.entries().map(({ status, reason }) => [status, reason])).toEqual([
      ['refused', 'item: is not known here.'],
      ['stored', undefined],
    ]);
  });

  it('that gets lost makes a second request, of which the server knows the ids', async () => {
    relay.script.push((facts) => {
      relay.take(facts);
      throw new TypeError('connection reset');
    });
    start();
    record(3);
    await pass(1_000);
    expect(relay.requests).toHaveLength(2);
    expect(relay.stored.size).toBe(3);
    expect(statuses()).toEqual(['stored', 'stored', 'stored']);
  });

  it('200 from something else, such as a login page, stores nothing and is tried again', async () => {
    relay.script.push(new Response('<h1>Sign in</h1>'));
    start();
    record(1);
    await pass(0);
    expect(statuses()).toEqual(['waiting']);
    await pass(1_000);
    expect(statuses()).toEqual(['stored']);
  });
});

describe('leaving the page', () => {
  it('sends what waits, beside what is already on its way', async () => {
    let answer: () => void = () => undefined;
    relay.script.push(async (facts) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return relay.take(facts);
    });
    start();
    record(1);
    await pass(0);
    record(1);
    window.dispatchEvent(new Event('pagehide'));
    expect(relay.requests).toHaveLength(2);
    answer();
    await pass(0);
    expect(relay.stored.size).toBe(2);
    expect(statuses()).toEqual(['stored', 'stored']);
  });

  it('5 ms after the click loses nothing', () => {
    start();
    record(1);
    window.dispatchEvent(new Event('pagehide'));
    expect(relay.requests).toHaveLength(1);
  });
});

describe('leaving the page where requests cannot even be made', () => {
  it('tries each batch once and lets the page go', async () => {
    let tries = 0;
    start({
      fetch: () => {
        // A blocker in place of `fetch` throws at once, before there is a promise to wait for.
        if (++tries <= 100) throw new TypeError('blocked');
        return new Promise(() => undefined);
      },
    });
    record(30);
    window.dispatchEvent(new Event('pagehide'));
    expect(tries).toBe(2);
    expect(new Set(statuses())).toEqual(new Set(['waiting']));
  });
});

describe('the end of counting', () => {
  it('stop() sends no more, and says what was lost', async () => {
    start();
    record(1);
    counting.stop();
    await pass(600_000);
    expect(relay.requests).toEqual([]);
    expect(counting.entries()[0]).toMatchObject({ status: 'lost', reason: 'Counting ended first.' });
    expect(counting.preview(SHARED)).toEqual({ tells: 'ended' });
    counting.record(SHARED);
    expect(counting.entries()).toHaveLength(1);
  });

  it('erase() leaves nothing, not even what fails on its way', async () => {
    relay.script.push(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new TypeError('Failed to fetch');
    });
    start();
    record(1);
    await pass(0);
    record(1);
    await counting.erase();
    expect(counting.entries()).toEqual([]);
    await pass(600_000);
    expect(relay.requests).toHaveLength(1);
    expect(counting.entries()).toEqual([]);
  });
});

it('tells its listeners soon, once for many changes, and no more after they leave', async () => {
  start();
  const listener = vi.fn();
  const leave = counting.subscribe(listener);
  record(10);
  expect(listener).not.toHaveBeenCalled();
  await Promise.resolve();
  await Promise.resolve();
  expect(listener).toHaveBeenCalledTimes(1);
  leave();
  await counting.flush();
  expect(listener).toHaveBeenCalledTimes(1);
});

it('falls back to memory where the browser has no storage, and says so', async () => {
  expect(globalThis.indexedDB).toBeUndefined();
  start({ storage: 'persistent', login: 'one' });
  counting.record(SHARED);
  await counting.flush();
  expect(statuses()).toEqual(['stored']);
  expect(counting.notice()).toBe('Nothing is kept beyond this page.');
  expect(start().notice()).toBeUndefined();
});

it('keeps nothing beyond the page where the site does not say which login this is', async () => {
  start({ storage: 'persistent' });
  expect(counting.kept).toBe(false);
  counting.record(SHARED);
  await counting.flush();
  expect(statuses()).toEqual(['stored']);
  expect(counting.notice()).toMatch(/^Nothing is kept beyond this page/);
});

describe('the end of a login', () => {
  /** What another page of this browser does. */
  const elsewhere = (login: string | undefined) => createCounting({ endpoint: '/pq/facts', count: 'shares', login, fetch: relay.fetch }); // prettier-ignore
  beforeEach(() => localStorage.clear());

  it('takes what waits in a page that was left open, and its facts: they would go out as the next member’s', async () => {
    relay.script.push(new TypeError('Failed to fetch'));
    start({ login: 'one' });
    record(1);
    await pass(0);
    const next = elsewhere('two');
    await pass(600_000);
    expect(relay.requests).toHaveLength(1);
    expect(counting.entries()).toEqual([]);
    expect(counting.preview(SHARED)).toEqual({ tells: 'ended' });
    record(1);
    window.dispatchEvent(new Event('pagehide'));
    await pass(600_000);
    expect(relay.requests).toHaveLength(1);
    next.stop();
  });

  it('is noticed on leaving, too', async () => {
    relay.script.push(new TypeError('Failed to fetch'));
    start({ login: 'one' });
    record(1);
    await pass(0);
    elsewhere('two').stop();
    window.dispatchEvent(new Event('pagehide'));
    expect(relay.requests).toHaveLength(1);
  });

  it.each(['one', undefined])(
    'by a logout in another page (login %s) forgets here, and counting goes on',
    async (login) => {
      relay.script.push(new TypeError('Failed to fetch'));
      start({ login });
      record(1);
      await pass(0);
      const other = elsewhere(login);
      await other.erase();
      other.stop();
      window.dispatchEvent(new Event('storage'));
      expect(counting.entries()).toEqual([]);
      record(1);
      await pass(600_000);
      expect(relay.stored.size).toBe(1);
    },
  );

  it('leaves pages of the same login alone', async () => {
    relay.script.push(new TypeError('Failed to fetch'));
    start({ login: 'one' });
    record(1);
    await pass(0);
    elsewhere('one').stop();
    await pass(600_000);
    expect(statuses()).toEqual(['stored']);
  });
});

describe('much at once', () => {
  const bytes = (index: number) => String(relay.inits[index]?.body).length;

  it('leaves with as much as may outlive the page, and the rest goes afterwards', async () => {
    start();
    record(900);
    window.dispatchEvent(new Event('pagehide'));
    const sent = relay.requests.map((_, i) => bytes(i));
    const sum = sent.reduce((all, one) => all + one, 0);
    expect(sum).toBeLessThanOrEqual(49_152);
    expect(sum).toBeGreaterThan(40_000);
    expect(relay.inits.every((init) => init?.keepalive)).toBe(true);
    await pass(10);
    expect(relay.stored.size).toBe(900);
    expect(relay.requests).toHaveLength(45);
  });

  it('batches that fail together are one failure', async () => {
    relay.script.push(...Array<Error>(5).fill(new TypeError('Failed to fetch')));
    start();
    record(100);
    window.dispatchEvent(new Event('pagehide'));
    await pass(0);
    expect(relay.requests).toHaveLength(5);
    await pass(1_000);
    expect(relay.stored.size).toBe(100);
  });

  it('no answer of a sibling cuts short what the server asked for', async () => {
    relay.script.push(problem(429, 'Slow down.', { 'retry-after': '60' }), new TypeError('Failed to fetch'));
    start();
    record(40);
    window.dispatchEvent(new Event('pagehide'));
    await pass(59_000);
    expect(relay.requests).toHaveLength(2);
    await pass(1_000);
    expect(relay.stored.size).toBe(40);
  });

  it('the ledger holds the newest two thousand lines, and everything that waits', async () => {
    start();
    for (let i = 0; i < 30; i++) {
      record(100);
      await pass(10);
    }
    relay.script.push(new TypeError('Failed to fetch'));
    record(100);
    await pass(0);
    expect(counting.entries()).toHaveLength(2_000);
    expect(statuses().filter((status) => status === 'waiting')).toHaveLength(100);
  });
});

it('gives up what waited for fourteen days, and says so', async () => {
  let days = 20_000;
  relay.script.push(new TypeError('Failed to fetch'));
  start({ now: () => days * 86_400_000 });
  record(1);
  await pass(0);
  days += 14;
  await pass(1_000);
  expect(relay.requests).toHaveLength(1);
  expect(counting.entries()[0]).toMatchObject({
    status: 'lost',
    reason: 'It waited for 14 days.',
  });
});
