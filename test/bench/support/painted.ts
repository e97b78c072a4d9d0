import type { Page } from 'playwright-core';

interface Watching {
  /** Waits for the next click. → milliseconds from its input event until what it opened has been painted. */
  watchNextClick(isShown: () => boolean): void;
  painted: Promise<number>;
}

/**
 * Gives the page a stopwatch, the same for everything that is measured: it starts with the input event's own time and ends
 * with the second animation frame, which is the one after the frame that paints what was opened.
 */
export async function installStopwatch(tab: Page): Promise<void> {
  await tab.addInitScript(() => {
    const watching: Watching = {
      painted: Promise.resolve(NaN),
      watchNextClick(isShown) {
        watching.painted = new Promise((done) => {
          addEventListener(
            'click',
            ({ timeStamp }) => {
              const frame = () => requestAnimationFrame(isShown() ? finish : frame);
              const finish = () => done(performance.now() - timeStamp);
              requestAnimationFrame(frame);
            },
            { capture: true, once: true },
          );
        });
      },
    };
    Object.assign(globalThis, { watching });
  });
}

/** Clicks at a place, with the mouse. → milliseconds from the click until what `isShown` looks for is on screen. */
export async function clickToPainted(tab: Page, selector: string, isShown: () => boolean): Promise<number> {
  const box = await tab.locator(selector).boundingBox();
  if (!box) throw new Error(`There is no ${selector} to click.`);
  await tab.mouse.move(box.x + 5, box.y + 5);
  // Time enough to load what a hand that comes near makes load, and to be idle again.
  await tab.waitForTimeout(150);
  await tab.evaluate(`watching.watchNextClick(${isShown.toString()})`);
  await tab.mouse.down();
  await tab.mouse.up();
  return tab.evaluate('watching.painted') as Promise<number>;
}
