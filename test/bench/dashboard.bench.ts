import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { startDemoCollector, type DemoCollector } from '../support/demo-collector.js';

/** From the click on the bookmark to the chart. */
const BUDGET_MS = 1_000;
const RUNS = 7;
/** `EVENTS=5000000` measures the whole made-up year: reports read counters, so that they should take as long. */
const EVENTS = Number(process.env['EVENTS'] ?? 400_000);

let browser: Browser;
let demo: DemoCollector;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), startDemoCollector({ events: EVENTS })]);
}, 900_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});

interface View {
  /** Milliseconds from the start of the navigation. */
  readonly answer: number;
  readonly chart: number;
  /** Until everything on the page has come, what stands below the fold included. */
  readonly whole: number;
}

async function view(tab: Page): Promise<View> {
  await tab.goto(demo.url);
  await tab.waitForFunction(
    () => 'seen' in globalThis && (globalThis as unknown as { seen: Partial<View> }).seen.whole !== undefined,
  );
  return tab.evaluate(() => (globalThis as unknown as { seen: View }).seen);
}

it(`shows the first page's chart within ${BUDGET_MS} ms`, async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await demo.signIn(context);
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    const seen: Record<string, number> = {};
    Object.assign(globalThis, { seen });
    const look = () => {
      if (document.querySelector('.answer')) seen['answer'] ??= performance.now();
      if (document.querySelector('pq-plot svg rect')) seen['chart'] ??= performance.now();
      if (
        seen['chart'] !== undefined &&
        document.querySelector('.facts') &&
        document.querySelector('.loading') === null
      )
        seen['whole'] ??= performance.now();
      if (seen['whole'] === undefined) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const first = await view(tab);
  const views: View[] = [];
  for (let i = 0; i < RUNS; i++) views.push(await view(tab));
  const median = (pick: (one: View) => number) => Math.round(views.map(pick).sort((a, b) => a - b)[RUNS >> 1] ?? NaN);
  console.log(
    `dashboard, ${EVENTS} events: first visit: answer ${Math.round(first.answer)} ms, chart ${Math.round(first.chart)} ms, whole page ${Math.round(first.whole)} ms; ` +
      `then (median of ${RUNS}): ${median(({ answer }) => answer)}, ${median(({ chart }) => chart)}, ${median(({ whole }) => whole)} ms`,
  );
  expect(first.chart).toBeLessThanOrEqual(BUDGET_MS);
  expect(median(({ chart }) => chart)).toBeLessThanOrEqual(BUDGET_MS);
});
