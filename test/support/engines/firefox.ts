import puppeteer, { type KeyInput, type Page } from 'puppeteer-core';
import { installed } from './installed.js';
import type { Driver, Engine } from './driver.js';

const path = installed(process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox');

/** Firefox, over WebDriver BiDi. */
export const firefox: Engine = {
  name: 'Firefox',
  missing: path === undefined ? 'no Firefox was found. Install firefox-esr, or name it in FIREFOX_PATH.' : undefined,
  async launch() {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: path, headless: true });
    return {
      async open() {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.setViewport({ width: 1000, height: 800 });
        return drive(page, () => context.close());
      },
      close: () => browser.close(),
    };
  },
};

function drive(page: Page, close: () => Promise<void>): Driver {
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: async (expression) => (await page.evaluate(expression)) as string | undefined,
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    async press(key) {
      const keys = key.split('+').map((one) => (one === 'Space' ? ' ' : one)) as KeyInput[];
      for (const one of keys) await page.keyboard.down(one);
      for (const one of keys.reverse()) await page.keyboard.up(one);
    },
    screenshot: async () => Buffer.from(await page.screenshot()),
    resize: (width, height) => page.setViewport({ width, height }),
    close,
  };
}
