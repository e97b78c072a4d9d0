import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Engine, Running } from './driver.js';
import { ENGINES } from './engines.js';
import { Tab } from './tab.js';

/**
 * One suite, run in every engine that this machine has. `open` gives a fresh tab, which is closed after the test.
 */
export function inEveryEngine(title: string, suite: (open: () => Promise<Tab>, engine: Engine['name']) => void): void {
  inEngines(ENGINES, title, suite);
}

/** The same, in some of them. */
export function inEngines(
  engines: readonly Engine[],
  title: string,
  suite: (open: () => Promise<Tab>, engine: Engine['name']) => void,
): void {
  describe.each(engines)(`${title} · $name`, (engine) => {
    describe.skipIf(engine.missing !== undefined)(engine.missing ? `skipped: ${engine.missing}` : 'here', () => {
      let running: Running | undefined;
      const tabs: Tab[] = [];

      beforeAll(async () => {
        running = await engine.launch();
      });
      afterEach(async () => {
        await Promise.all(tabs.splice(0).map((tab) => tab.close()));
      });
      afterAll(() => running?.close());

      suite(async () => {
        if (!running) throw new Error(`${engine.name} does not run.`);
        const tab = new Tab(await running.open());
        tabs.push(tab);
        return tab;
      }, engine.name);
    });
  });
}
