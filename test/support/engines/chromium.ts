import type { Page } from 'playwright-core';
import { chromiumPath, launchChromium } from '../chromium.js';
import type { Driver, Engine } from './driver.js';

/** Chromium or Chrome, over the DevTools protocol. */
export const chromium: Engine = {
  name: 'Chromium',
  missing:
    chromiumPath === undefined ? 'no Chrome or Chromium was found. Install one, or name it in CHROME_PATH.' : undefined,
  async launch() {
    const browser = await launchChromium();
    return {
      async open() {
        const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
        return drive(await context.newPage(), () => context.close());
      },
      close: () => browser.close(),
    };
  },
};

function drive(page: Page, close: () => Promise<void>): Driver {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return {
    complaints: () => complaints,
    goto: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate<string | undefined>(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    close,
  };
}
