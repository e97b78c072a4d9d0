import type { BrowserContext, Page } from 'playwright-core';
import type { Manner, MisbehavingServer } from './misbehaving-server.js';

export interface Scene {
  readonly context: BrowserContext;
  readonly server: MisbehavingServer;
  /** Facts in all. */
  readonly facts: number;
  /** Opens the contestant's page. */
  open(): Promise<Page>;
  /** Records facts `from` … `to - 1`, all in one task. */
  record(tab: Page, from?: number, to?: number): Promise<void>;
  /** Shortens what takes long, for the tests. */
  readonly hurry: boolean;
}

export interface Fault {
  readonly name: string;
  /** Brings it about, and is done when nothing more goes wrong. Nobody prompts the contestant after that. */
  happen(scene: Scene): Promise<void>;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const LINE = (): Manner => 'line';
const TAKE = (): Manner => 'take';
/** The first requests go wrong, and no other. */
const first = (count: number, manner: Manner) => () => (count-- > 0 ? manner : 'take');

async function downFor(scene: Scene, ms: number, meanwhile: () => Promise<unknown>): Promise<void> {
  scene.server.manner = LINE;
  await meanwhile();
  await wait(ms);
  scene.server.manner = TAKE;
}

/** What a browser does where a site may store nothing. */
function denyStorage(): void {
  const denied = () => {
    throw new DOMException('The request was denied.', 'SecurityError');
  };
  IDBFactory.prototype.open = denied;
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { get: denied, configurable: true });
}

/** Fills localStorage to the last character; the quota for IndexedDB is the browser's own (below). */
function fillStorage(): void {
  for (let size = 4_194_304; size >= 1; size = Math.floor(size / 2))
    for (let i = 0; ; i++)
      try {
        localStorage.setItem(`full-${size}-${i}`, 'x'.repeat(size));
      } catch {
        break;
      }
}

function setBackADay(): void {
  const Real = Date;
  const back = () => Real.now() - 86_400_000;
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [back()] : given) as [number]));
    }
    static override now = back;
  } as DateConstructor;
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'server down 10 s',
    async happen(scene) {
      const tab = await scene.open();
      await downFor(scene, scene.hurry ? 2_000 : 10_000, () => scene.record(tab));
    },
  },
  {
    name: 'left the page 5 ms after the click, then came back',
    async happen(scene) {
      const tab = await scene.open();
      const left = tab.waitForURL('**/elsewhere');
      await tab.evaluate((facts) => {
        for (let n = 0; n < facts; n++) globalThis.contestant?.record(n);
        setTimeout(() => (location.href = '/elsewhere'), 5);
      }, scene.facts);
      await left;
      await tab.goBack();
    },
  },
  {
    name: 'offline, closed, reopened',
    async happen(scene) {
      const tab = await scene.open();
      await scene.context.setOffline(true);
      await scene.record(tab);
      await wait(1_000);
      await tab.close();
      await scene.context.setOffline(false);
      await scene.open();
    },
  },
  {
    name: 'three 500s in a row',
    async happen(scene) {
      const tab = await scene.open();
      scene.server.manner = first(3, { status: 500 });
      await scene.record(tab);
    },
  },
  {
    name: '429 with Retry-After',
    async happen(scene) {
      const tab = await scene.open();
      const until = Date.now() + 3_000;
      scene.server.manner = () => (Date.now() < until ? { status: 429, retryAfter: 3 } : 'take');
      await scene.record(tab);
    },
  },
  {
    name: 'acknowledgement lost',
    async happen(scene) {
      const tab = await scene.open();
      scene.server.manner = first(1, 'swallow');
      await scene.record(tab);
    },
  },
  {
    name: 'storage full',
    async happen(scene) {
      const tab = await scene.open();
      await tab.evaluate(fillStorage);
      const devtools = await scene.context.newCDPSession(tab);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: scene.server.origin, quotaSize: 0 });
      await downFor(scene, 2_000, () => scene.record(tab));
    },
  },
  {
    name: 'IndexedDB denied',
    async happen(scene) {
      await scene.context.addInitScript(denyStorage);
      const tab = await scene.open();
      await downFor(scene, 2_000, () => scene.record(tab));
    },
  },
  {
    name: 'two tabs at once',
    async happen(scene) {
      const [one, two] = [await scene.open(), await scene.open()];
      const half = scene.facts >> 1;
      await downFor(scene, 2_000, () =>
        Promise.all([scene.record(one, 0, half), scene.record(two, half, scene.facts)]),
      );
    },
  },
  {
    name: 'clock set back a day',
    async happen(scene) {
      const tab = await scene.open();
      const half = scene.facts >> 1;
      await downFor(scene, 2_000, async () => {
        await scene.record(tab, 0, half);
        await tab.evaluate(setBackADay);
        await scene.record(tab, half, scene.facts);
      });
    },
  },
];

/** Where storage is denied and the page is gone, a loss is possible: it is measured, not promised. */
export const BEYOND: readonly Fault[] = [
  {
    name: 'IndexedDB denied, and the page gone while the server is down',
    async happen(scene) {
      await scene.context.addInitScript(denyStorage);
      const tab = await scene.open();
      await downFor(scene, 1_000, async () => {
        await scene.record(tab);
        await tab.close();
      });
      await scene.open();
    },
  },
];
