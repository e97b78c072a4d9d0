import type { Browser, CDPSession, Page } from 'playwright-core';

export interface Tab {
  readonly tab: Page;
  readonly devtools: CDPSession;
}

/** A fresh tab whose durations are CPU time of the page's main thread: what else the machine does is not counted. */
export async function openTab(browser: Browser, url: string): Promise<Tab> {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await tab.goto(url);
  return { tab, devtools };
}

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const found = metrics.find((one) => one.name === name);
  if (!found) throw new Error(`This Chromium reports no ${name}; the bench needs one that does.`);
  return found.value;
}

/** Milliseconds of main-thread CPU that `work` causes, layout and paint included. */
export async function cpu({ tab, devtools }: Tab, work: () => Promise<unknown>): Promise<number> {
  const before = await metric(devtools, 'TaskDuration');
  await work();
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return ((await metric(devtools, 'TaskDuration')) - before) * 1000;
}

/** Bytes of JavaScript that are alive. */
export async function heap({ devtools }: Tab): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return metric(devtools, 'JSHeapUsedSize');
}

/** Everything that has moved on this page so far, under nobody's hand: the sum of its layout shifts. */
export async function layoutShift({ tab }: Tab): Promise<number> {
  return tab.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // What was buffered is handed over in a task of its own.
        setTimeout(() => done(sum), 200);
      }),
  );
}

export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[values.length >> 1];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}
