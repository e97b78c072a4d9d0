import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCollector, type RunningCollector } from '@pullquote/collector';
import type { BrowserContext } from 'playwright-core';
import { loadDemo } from '../../packages/collector/src/demo/load.js';

export const DEMO_PUBLISHER = { origin: 'https://content.meridian.example', name: 'Meridian Therapeutics' };
/** The Monday after the year’s last day. */
export const MONDAY = Date.UTC(2026, 10, 23, 8);
const UNTIL = '2026-11-22';

export interface DemoCollector {
  readonly url: string;
  readonly collector: RunningCollector['collector'];
  /** A key of the publisher. */
  key(scope: 'read' | 'admin'): Promise<string>;
  /** Signs the browser in, as a person would: with the form. */
  signIn(context: BrowserContext, scope?: 'read' | 'admin'): Promise<void>;
  close(): Promise<void>;
}

export interface DemoCollectorOptions {
  /** Public posts of the year; 0 leaves the collector as it is on its first day. */
  readonly events: number;
  /** So many times the doctors. */
  readonly size?: number;
}

/** A collector that asks for keys, over real sockets, with a made-up year in it. */
export async function startDemoCollector({ events, size }: DemoCollectorOptions): Promise<DemoCollector> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-dashboard-'));
  const running = await startCollector(
    {
      dataFile: join(folder, 'collector.sqlite'),
      publishers: [DEMO_PUBLISHER],
      listen: { host: '127.0.0.1', port: 0 },
      limits: { perKey: 100_000, perAddress: 100_000, wrongKeys: 1_000 },
    },
    { clock: () => MONDAY, log: { info: () => undefined, error: () => undefined } },
  );
  const { collector, url } = running;
  if (events > 0)
    await loadDemo(
      collector.store,
      {
        events,
        seed: 'pullquote',
        until: UNTIL,
        publisher: DEMO_PUBLISHER.origin,
        ...(size === undefined ? {} : { size }),
      },
      () => MONDAY,
    );
  const key: DemoCollector['key'] = async (scope) =>
    (
      await collector.keys.add({
        scope,
        publisher: DEMO_PUBLISHER.origin,
        name: scope === 'admin' ? 'Marketing' : 'Agency',
      })
    ).text;
  return {
    url,
    collector,
    key,
    async signIn(context, scope = 'admin') {
      const tab = await context.newPage();
      await tab.goto(`${url}/sign-in`);
      await tab.getByLabel('Access key').fill(await key(scope));
      await tab.getByRole('button', { name: 'Sign in' }).click();
      await tab.locator('pq-dashboard').waitFor();
      await tab.close();
    },
    async close() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
