import type { Browser } from 'playwright-core';
import type { Wire } from './contestants.js';
import type { Fault } from './faults.js';
import { startMisbehaving } from './misbehaving-server.js';

export interface Outcome {
  readonly stored: number;
  readonly lost: number;
  /** Facts that stand in the store more than once. */
  readonly twice: number;
  /** Errors of the page: exceptions, rejections that nobody handled, and words on the console that are not the browser's own. */
  readonly errors: readonly string[];
}

export interface Play {
  readonly facts: number;
  /** Milliseconds that a contestant is given after the fault. */
  readonly patience: number;
  readonly hurry: boolean;
}

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/** What the browser says by itself of a request that failed. */
const BROWSERS_OWN = /^Failed to load resource/;

/** One contestant through one fault, in a browser profile and on a server of its own. */
export async function play(
  browser: Browser,
  wire: Wire,
  fault: Fault,
  { facts, patience, hurry }: Play,
): Promise<Outcome> {
  const server = await startMisbehaving(wire);
  // Some contestants count no browser that says that nobody sits before it.
  const context = await browser.newContext({ userAgent: AGENT });
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('console', (said) => {
    if (said.type() === 'error' && !BROWSERS_OWN.test(said.text())) errors.push(said.text());
  });
  try {
    await fault.happen({
      context,
      server,
      facts,
      hurry,
      async open() {
        const tab = await context.newPage();
        await tab.goto(`${server.origin}/page${wire.query}`);
        await tab.waitForFunction(() => globalThis.contestant !== undefined);
        return tab;
      },
      record: (tab, from = 0, to = facts) =>
        tab.evaluate(
          ({ begin, end }) => {
            for (let n = begin; n < end; n++) globalThis.contestant?.record(n);
          },
          { begin: from, end: to },
        ),
    });
    const end = Date.now() + patience;
    while (Date.now() < end && server.stored.size < facts) await new Promise((done) => setTimeout(done, 100));
    // What comes once more comes late: a repeat of what was stored already needs as long as a first failure.
    await new Promise((done) => setTimeout(done, Math.min(patience, 5_000)));
    const twice = [...server.stored.values()].filter((times) => times > 1).length;
    return { stored: server.stored.size, lost: facts - server.stored.size, twice, errors };
  } finally {
    await context.close();
    await server.close();
  }
}
