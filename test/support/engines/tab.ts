import { setTimeout as pause } from 'node:timers/promises';
import { flatText } from '../visible-text.js';
import type { Driver, Key } from './driver.js';
import { makeFinder, type Finder } from './in-page.js';
import { pointOf } from './point.js';
import type { Target } from './target.js';

const PATIENCE_MS = 10_000;

/** What one can read off an element. */
export interface Seen {
  readonly role: string | undefined;
  readonly name: string;
  readonly focused: boolean;
  /** Of a checkbox, switch or radio. */
  readonly checked: boolean | undefined;
  readonly value: string | undefined;
  readonly disabled: boolean;
}

/** One browser tab, the same in every engine. Whatever looks for an element waits for it, and says what it saw instead. */
export class Tab {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  goto = (url: string): Promise<void> => this.#driver.goto(url);
  type = (text: string): Promise<void> => this.#driver.type(text);
  resize = (width: number, height: number): Promise<void> => this.#driver.resize(width, height);
  close = (): Promise<void> => this.#driver.close();
  complaints = (): readonly string[] => this.#driver.complaints?.() ?? [];

  /** What stands on the screen once the last change was painted. PNG. */
  async screenshot(): Promise<Buffer> {
    await this.run(async () => {
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    });
    return this.#driver.screenshot();
  }

  /** Keys one after the other. */
  async press(...keys: readonly Key[]): Promise<void> {
    for (const key of keys) await this.#driver.press(key);
  }

  /**
   * Runs a function inside the page and returns what it returns, by way of JSON. The function gets a finder that sees through
   * shadow roots; of its own file it sees nothing.
   * @throws Error with the page's own message
   */
  async run<Args extends readonly unknown[], Result>(
    work: (finder: Finder, ...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const given = ['finder', ...args.map((one) => JSON.stringify(one) ?? 'undefined')].join(', ');
    const answer = await this.#driver.evaluate(
      `(async () => {
        try { const finder = (${String(makeFinder)})(); return JSON.stringify({ value: await (${String(work)})(${given}) }); }
        catch (error) { return JSON.stringify({ error: String(error) }); }
      })()`,
    );
    const { value, error } = JSON.parse(answer ?? '{}') as { value: Result; error?: string };
    if (error !== undefined) throw new Error(`In the page: ${error}`);
    return value;
  }

  /** Waits until the page has it, and says what it looks like. */
  async see(target: Target): Promise<Seen> {
    await this.until(`${said(target)} to appear`, async () => (await this.count(target)) > 0);
    return this.run(({ all, roleOf, nameOf, focused }, wanted) => {
      const element = all(wanted)[0];
      if (!element) throw new Error('It went again.');
      const input = element instanceof HTMLInputElement ? element : undefined;
      return {
        role: roleOf(element),
        name: nameOf(element),
        focused: element === focused(),
        checked: input && /^(radio|checkbox)$/.test(input.type) ? input.checked : undefined,
        value: element instanceof HTMLTextAreaElement ? element.value : input?.value,
        disabled: element.matches(':disabled'),
      };
    }, target);
  }

  /** How many are rendered now. */
  count(target: Target): Promise<number> {
    return this.run(({ all }, wanted) => all(wanted).length, target);
  }

  async gone(target: Target): Promise<void> {
    await this.until(`${said(target)} to go`, async () => (await this.count(target)) === 0);
  }

  /** What a reader sees of it, line by line. */
  async text(target: Target): Promise<string> {
    await this.see(target);
    return this.#run(`all(${JSON.stringify(target)}).slice(0, 1).map(${String(flatText)})[0] ?? ''`);
  }

  /** The names of all that fit, in order. */
  names(target: Target): Promise<string[]> {
    return this.run(({ all, nameOf }, wanted) => all(wanted).map(nameOf), target);
  }

  /** A real click in the middle of it, once it is there, enabled, still, and nothing lies above it. */
  async click(target: Target): Promise<void> {
    let why = '';
    await this.until(`a click on ${said(target)}, which ${why}`, async () => {
      const point = await this.run(pointOf, target);
      if (typeof point === 'string') {
        why = point;
        return false;
      }
      await this.#driver.clickAt(point.x, point.y);
      return true;
    });
  }

  /** Presses a key until the focus stands on it. */
  async focusByKey(target: Target, key: Key = 'Tab', most = 40): Promise<void> {
    await this.see(target);
    const passed: string[] = [];
    for (let presses = 0; presses < most; presses++) {
      await this.press(key);
      const seen = await this.see(target);
      if (seen.focused) return;
      passed.push(await this.focus());
    }
    throw new Error(`${most} × ${key} never reached ${said(target)}; it went over ${passed.join(', ')}`);
  }

  /** Role and name of what has the focus, for a message or a comparison. */
  focus(): Promise<string> {
    return this.run(({ focused, roleOf, nameOf }) => {
      const element = focused();
      return element ? `${roleOf(element) ?? element.localName} “${nameOf(element).slice(0, 60)}”` : 'nothing';
    });
  }

  /** Waits for something that only a test can say. @throws Error that shows the page's text */
  async until(what: string, done: () => boolean | Promise<boolean>, patience = PATIENCE_MS): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      // While a page is on its way in, a script may find none to run in.
      const answer = await Promise.resolve(done()).catch((error: unknown) =>
        Date.now() > end ? Promise.reject(error) : false,
      );
      if (answer) return;
      if (Date.now() > end)
        throw new Error(`Waited ${patience} ms for ${what}. The page reads:\n${await this.#page()}`);
      await pause(25);
    }
  }

  #page(): Promise<string> {
    return this.#run(`(${String(flatText)})(document.documentElement).slice(0, 2000)`).catch(String);
  }

  async #run(expression: string): Promise<string> {
    const answer = await this.#driver.evaluate(
      `(() => { const { all } = (${String(makeFinder)})(); return ${expression}; })()`,
    );
    return answer ?? '';
  }
}

function said({ role, name, css, within }: Target): string {
  const self = [role, css, name && `“${name}”`].filter(Boolean).join(' ') || 'an element';
  return within ? `${self} in ${said(within)}` : self;
}
