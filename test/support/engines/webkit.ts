import { setTimeout as pause } from 'node:timers/promises';
import { Key, Origin, type WebDriver } from 'selenium-webdriver';
import type { Driver, Engine, Key as NamedKey } from './driver.js';
import { installed, miniBrowsers } from './installed.js';
import { startScreen } from './webkit-screen.js';
import { inTime, startSession, type Session } from './webkit-session.js';

const server = installed(process.env['WEBKIT_DRIVER_PATH'], '/usr/bin/WebKitWebDriver');
const screen = installed('/usr/bin/Xvfb');
const browser = installed(process.env['MINIBROWSER_PATH'], ...miniBrowsers());

/** WebKitGTK's own small browser, over WebDriver, on a screen that nobody sees. */
export const webkit: Engine = {
  name: 'WebKitGTK',
  missing: missing(),
  async launch() {
    if (!server || !screen || !browser) throw new Error(missing());
    const display = await startScreen(screen);
    const start = () => startSession({ server, browser, display: display.name });
    let running: Session | undefined = await start();
    let open = false;
    return {
      async open() {
        // A second tab would be a hidden one, where nothing is drawn: each test starts from an empty page in the one that shows.
        if (open) throw new Error('WebKitGTK drives one tab at a time: close the first.');
        const { session, stop } = (running ??= await start());
        open = true;
        const tab = drive(session, async () => {
          open = false;
          await inTime(session.get('about:blank')).catch(async (error: unknown) => {
            // A page that hangs takes the browser with it. The next test gets a new one; this one is told.
            running = undefined;
            await stop();
            throw error;
          });
        });
        await tab.resize(1000, 800);
        return tab;
      },
      async close() {
        await running?.stop();
        await display.stop();
      },
    };
  },
};

const KEYS: Record<string, string> = {
  Tab: Key.TAB,
  Shift: Key.SHIFT,
  Control: Key.CONTROL,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Space: ' ',
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
};

function drive(session: WebDriver, close: () => Promise<void>): Driver {
  return {
    goto: (url) => session.get(url),
    evaluate: async (expression) =>
      (await session.executeScript<string | null>(`return (${expression});`)) ?? undefined,
    clickAt: (x, y) => session.actions().move({ x, y, origin: Origin.VIEWPORT }).click().perform(),
    type: (text) => session.actions().sendKeys(text).perform(),
    press: (key) => press(session, key),
    screenshot: async () => Buffer.from(await session.takeScreenshot(), 'base64'),
    resize: (width, height) => resize(session, width, height),
    close,
  };
}

async function press(session: WebDriver, key: NamedKey): Promise<void> {
  const keys = key.split('+').map((one) => KEYS[one] ?? one);
  const actions = session.actions();
  for (const one of keys) actions.keyDown(one);
  for (const one of keys.reverse()) actions.keyUp(one);
  await actions.perform();
}

/**
 * WebDriver sizes the window, toolbar and all; a test means the page. The toolbar keeps the window about 450 pixels wide, and
 * a test that asks for less is told, so that none passes at a width that it did not have.
 */
async function resize(session: WebDriver, width: number, height: number): Promise<void> {
  const inner = () => session.executeScript<[number, number]>('return [innerWidth, innerHeight]');
  const window = session.manage().window();
  for (const until = Date.now() + 3_000; ; await pause(50)) {
    const [nowWidth, nowHeight] = await inner();
    if (nowWidth === width && nowHeight === height) return;
    if (Date.now() > until)
      throw new Error(`WebKitGTK’s page is ${nowWidth} × ${nowHeight}, and would not become ${width} × ${height}.`);
    const outer = await window.getRect();
    await window.setRect({ width: outer.width + width - nowWidth, height: outer.height + height - nowHeight });
  }
}

function missing(): string | undefined {
  if (server && screen && browser) return undefined;
  const names = [server ?? 'WebKitWebDriver', screen ?? 'Xvfb', browser ?? 'MiniBrowser'];
  return `${names.filter((name) => !name.startsWith('/')).join(' and ')} not found. Install webkit2gtk-driver and xvfb.`;
}
