import { randomInt } from 'node:crypto';
import type { Publisher } from '../config.js';
import { CollectorError } from '../errors.js';
import type { Log } from '../log.js';
import type { Catalogue } from '../store/catalogue.js';
import { readFolder } from './read-folder.js';

/** The first reading comes some minutes after the start, then one an hour: all of them drawn, so that starts are not seen. */
const FIRST_MS = [120_000, 300_000] as const;
const NEXT_MS = [3_000_000, 4_200_000] as const;

export interface CatalogueTimerOptions {
  readonly publishers: readonly Publisher[];
  readonly catalogue: Catalogue;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: Log;
}

/** Keeps the catalogue of every publisher as its own folder says it. */
export function startCatalogueTimer({ publishers, catalogue, clock, log }: CatalogueTimerOptions): {
  stop(): Promise<void>;
} {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  /** Said once, not every hour. */
  const said = new Map<string, string>();

  async function readAll(): Promise<void> {
    for (const { origin } of publishers) {
      if (stopped) return;
      try {
        await readFolder(origin, catalogue, { fetch: globalThis.fetch, clock });
        said.delete(origin);
      } catch (error) {
        const why = error instanceof CollectorError ? error.message : 'It failed.';
        if (said.get(origin) !== why)
          log.error({ name: 'catalogue', frames: [] }, `The catalogue is as it was: ${why}`);
        said.set(origin, why);
      }
    }
  }
  const schedule = ([least, most]: readonly [number, number]): void => {
    if (stopped) return;
    timer = setTimeout(
      () => {
        running = readAll();
        void running.then(() => schedule(NEXT_MS));
      },
      randomInt(least, most),
    ).unref();
  };
  schedule(FIRST_MS);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
