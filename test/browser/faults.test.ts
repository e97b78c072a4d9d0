import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OURS, type Wire } from '../bench/faults/contestants.js';
import { FAULTS } from '../bench/faults/faults.js';
import { play } from '../bench/faults/play.js';
import { startMisbehaving } from '../bench/faults/misbehaving-server.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';

/** A short form of `npm run bench:faults`, which has all ten and the peers. */
const CHOSEN = [
  'acknowledgement lost',
  'offline, closed, reopened',
  'left the page 5 ms after the click, then came back',
];

describe.skipIf(chromiumPath === undefined)('twenty facts are each stored once', () => {
  let browser: Browser;
  const [persistent] = OURS as [Wire];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it.each(FAULTS.filter(({ name }) => CHOSEN.includes(name)))('$name', async (fault) => {
    const outcome = await play(browser, persistent, fault, { facts: 20, patience: 4_000, hurry: true });
    expect(outcome).toEqual({ stored: 20, lost: 0, twice: 0, errors: [] });
  });

  it('are all there are: each fault is one of the ten', () => {
    expect(FAULTS.map(({ name }) => name)).toEqual(expect.arrayContaining(CHOSEN));
  });

  it.each(OURS)('a relay that never answers costs the page nothing: $name', async (wire) => {
    const server = await startMisbehaving(wire);
    server.manner = () => 'line';
    const context = await browser.newContext();
    const tab = await context.newPage();
    const devtools = await context.newCDPSession(tab);
    const said: string[] = [];
    tab.on('pageerror', (error) => said.push(error.message));
    tab.on('console', (message) => said.push(message.text()));
    await tab.goto(`${server.origin}/page${wire.query}`);
    await tab.waitForFunction(() => globalThis.contestant !== undefined);
    const record = async (count: number) => {
      await tab.evaluate(async (facts) => {
        for (let n = 0; n < facts; n++) {
          globalThis.contestant?.record(n);
          // As clicks come: what is written behind must get its turn.
          if (n % 100 === 99) await new Promise((done) => setTimeout(done, 20));
        }
      }, count);
    };
    const heap = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize;
    };
    // A thousand may wait, and the ledger holds two thousand lines: then it is full.
    await record(3_000);
    await tab.waitForTimeout(3_000); // What is written behind is written.
    const full = await heap();
    await record(1_000);
    await expect.poll(async () => (await heap()) - full, { timeout: 10_000, interval: 500 }).toBeLessThan(64 * 1024);
    // The browser's own line about each request, of which there are few, and nothing else.
    expect(said.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([]);
    expect(server.asked).toBeGreaterThan(0);
    expect(server.asked).toBeLessThan(20);
    await context.close();
    await server.close();
  });
});
