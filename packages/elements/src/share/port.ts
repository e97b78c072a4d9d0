import type { Counting } from '@pullquote/events/browser';
import { connected, type ConnectOptions } from '../connect.js';
import { host } from '../source/host.js';

let started: Promise<Counting | undefined> | undefined;
let startedFor: ConnectOptions | undefined;

/** How long a share waits for counting, in milliseconds: a blocker may let a request hang instead of refusing it. */
const PATIENCE = 2_000;

/** Counting on this page, or undefined where nothing is counted. Its code loads only where something may be. */
export function counting(): Promise<Counting | undefined> {
  if (startedFor !== connected()) started = undefined;
  startedFor = connected();
  started ??= start(startedFor).catch(() => {
    started = undefined; // Blocked or unreachable: sharing goes on without it.
    return undefined;
  });
  return Promise.race([started, new Promise<undefined>((done) => setTimeout(done, PATIENCE))]);
}

/** Forgets the ledger and every fact that waits. A logout awaits it before it leaves the page. */
export async function forget(): Promise<void> {
  await (await counting())?.erase();
}

async function start({ storage = 'memory' }: ConnectOptions): Promise<Counting | undefined> {
  const place = await host();
  if (place.kind !== 'community' || place.file.direct || place.file.count === 'none') return undefined;
  const { createCounting } = await import('@pullquote/events/browser');
  return createCounting({ endpoint: `${place.base}facts`, count: place.file.count, storage });
}
