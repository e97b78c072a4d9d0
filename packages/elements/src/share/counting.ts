import type { FactPort } from '@pullquote/events';
import { connected, type ConnectOptions } from '../connect.js';
import { host } from '../source/host.js';

let counting: Promise<FactPort | undefined> | undefined;
let countingFor: ConnectOptions | undefined;

/** How long a share waits for counting, in milliseconds: a blocker may let a request hang instead of refusing it. */
const PATIENCE = 2_000;

/** The counting port, or undefined where nothing is counted. Its code loads only where something may be. */
export function factPort(): Promise<FactPort | undefined> {
  if (countingFor !== connected()) counting = undefined;
  countingFor = connected();
  counting ??= load(countingFor).catch(() => {
    counting = undefined; // Blocked or unreachable: sharing goes on without it.
    return undefined;
  });
  return Promise.race([counting, new Promise<undefined>((done) => setTimeout(done, PATIENCE))]);
}

async function load({ storage = 'memory' }: ConnectOptions): Promise<FactPort | undefined> {
  const place = await host();
  if (place.kind !== 'community' || place.file.direct || place.file.count === 'none') return undefined;
  const { createCounting } = await import('@pullquote/events/browser');
  return createCounting({ endpoint: `${place.base}facts`, count: place.file.count, storage });
}
