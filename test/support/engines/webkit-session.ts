import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { endProcess } from './end-process.js';

const PATIENCE_MS = 15_000;

export interface SessionOptions {
  /** Path of WebKitWebDriver. */
  readonly server: string;
  /** Path of MiniBrowser. */
  readonly browser: string;
  /** As DISPLAY takes it. */
  readonly display: string;
}

export interface Session {
  readonly session: WebDriver;
  stop(): Promise<void>;
}

/** A browser under WebDriver. On a busy machine it sometimes never answers its driver: then it gets one more chance. */
export async function startSession(options: SessionOptions): Promise<Session> {
  return tryToStart(options).catch(() => tryToStart(options));
}

async function tryToStart({ server, browser, display }: SessionOptions): Promise<Session> {
  const port = await freePort();
  const driver = spawn(server, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    for (const until = Date.now() + PATIENCE_MS; !(await answers(url)); await pause(20))
      if (driver.exitCode !== null || Date.now() > until) throw new Error(`WebKitWebDriver did not answer at ${url}.`);
    const options = { binary: browser, args: ['--automation'] };
    const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options });
    const session = await inTime(new Builder().usingServer(url).withCapabilities(capabilities).build());
    return {
      session,
      async stop() {
        await inTime(session.quit()).catch(() => undefined);
        await endProcess(driver);
      },
    };
  } catch (error) {
    await endProcess(driver);
    throw error;
  }
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/status`, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
  return answer?.ok === true;
}

/** @throws Error when the driver does not answer */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = pause(PATIENCE_MS, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`WebKitGTK did not answer within ${PATIENCE_MS} ms.`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    stop.abort();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
