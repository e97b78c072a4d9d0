import type { Browser, Page } from 'playwright-core';
import { parseFact } from '@pullquote/events';
import type { Counting, CountingOptions } from '@pullquote/events/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARED } from '../events/fixtures.js';
import { launchChromium } from '../support/chromium.js';
import { startSite, type Site } from '../support/site.js';
import { startTap, type Tap } from '../support/tap.js';
import { countingChunk } from './support/counting-chunk.js';
import { median } from './support/measure.js';

const FACTS = 400;
const BATCH = 10;

declare global {
  // What /chunk.js leaves on the measured page.
  var createCounting: ((options: CountingOptions) => Counting) | undefined;
  var counting: Counting | undefined;
}

let browser: Browser;
let site: Site;
let tap: Tap;

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite("default-src 'self'");
  tap = await startTap();
  tap.to(site.origin);
  site.pages.set('/chunk.js', {
    type: 'text/javascript',
    body: `import { createCounting } from '${await countingChunk()}'; Object.assign(globalThis, { createCounting });`,
  });
  site.pages.set('/', {
    // Isolated, because a page is given a clock of 5 µs only then, instead of 100.
    headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
    body: '<!doctype html><html lang="en"><title>Thread</title><script type="module" src="/chunk.js"></script></html>',
  });
  site.pages.set('/pq/facts', () => {
    const facts = JSON.parse(site.requests.at(-1)?.body ?? '[]') as unknown[];
    facts.forEach(parseFact);
    return { type: 'application/json', body: JSON.stringify({ accepted: facts.length, duplicates: 0, refused: [] }) };
  });
});
afterAll(async () => {
  await browser.close();
  await tap.close();
  await site.close();
});

async function open(origin: string, storage: 'memory' | 'persistent'): Promise<Page> {
  const tab = await (await browser.newContext()).newPage();
  await tab.goto(origin);
  await tab.waitForFunction(() => 'createCounting' in globalThis);
  await tab.evaluate((kept) => {
    globalThis.counting = globalThis.createCounting?.({
      endpoint: '/pq/facts',
      count: 'shares',
      storage: kept,
      login: 'one',
    });
  }, storage);
  return tab;
}

const allStored = (count: number) => {
  const entries = globalThis.counting?.entries() ?? [];
  return entries.length === count && entries.every(({ status }) => status === 'stored');
};

describe.each(['memory', 'persistent'] as const)('facts that wait in %s', (storage) => {
  it('recording one, synchronous part', async () => {
    // On localhost, because only a secure context can be isolated.
    const tab = await open(site.origin, storage);
    expect(await tab.evaluate(() => crossOriginIsolated)).toBe(true);
    const micros = await tab.evaluate(
      async ({ draft, count }) => {
        const times: number[] = [];
        for (let n = 0; n < count; n++) {
          const start = performance.now();
          globalThis.counting?.record(draft);
          times.push((performance.now() - start) * 1000);
          // One at a time, as clicks are; what was queued is sent meanwhile.
          await new Promise((done) => setTimeout(done, 5));
        }
        return times;
      },
      { draft: SHARED, count: FACTS },
    );
    await tab.waitForFunction(allStored, FACTS);
    await tab.context().close();
    console.log(
      `record, ${storage}: median ${median(micros).toFixed(0)} µs, 95th percentile ${micros.sort((a, b) => a - b)[Math.floor(FACTS * 0.95)]?.toFixed(0)} µs, first ${micros[0]?.toFixed(0)}`,
    );
    expect(median(micros)).toBeLessThanOrEqual(100);
  });
});

it('bytes on the wire per fact, in batches of ten', async () => {
  const tab = await open(tap.origin, 'memory');
  await tab.evaluate(
    ({ draft, count }) => {
      for (let n = 0; n < count; n++) globalThis.counting?.record(draft);
    },
    { draft: SHARED, count: BATCH },
  );
  await tab.waitForFunction(allStored, BATCH);
  await tab.context().close();
  const [, ...requests] = tap.sent().split('POST /pq/facts');
  expect(requests).toHaveLength(1);
  const request = `POST /pq/facts${requests[0] ?? ''}`;
  const body = request.slice(request.indexOf('\r\n\r\n') + 4);
  expect(JSON.parse(body)).toHaveLength(BATCH);
  console.log(
    `wire, per fact in batches of ${BATCH}: ${request.length / BATCH} bytes with all headers, ${body.length / BATCH} without (budget 200)`,
  );
  expect(request.length / BATCH).toBeLessThanOrEqual(200);
});
