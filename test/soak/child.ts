import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('relay-child.mjs', import.meta.url));

/** A relay in a process of its own. */
export class Child {
  private constructor(
    private readonly process: ChildProcess,
    private readonly port: number,
    private readonly exited: Promise<unknown>,
    private readonly origin: string,
  ) {}

  /** @param logs what it says is added here */
  static async start(
    config: { readonly origin: string; readonly [key: string]: string },
    logs: string[],
  ): Promise<Child> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, JSON.stringify(config)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr.on('data', (said: Buffer) => logs.push(said.toString()));
    const exited = once(child, 'exit');
    const first = await Promise.race([once(child.stdout, 'data'), exited.then(() => undefined)]);
    if (!first) throw new Error(`The relay did not start: ${logs.at(-1) ?? ''}`);
    return new Child(child, Number(String(first[0])), exited, config.origin);
  }

  /** SIGKILL: nothing of it runs on. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }

  /** @throws when the relay dies under it */
  async ask(path: string, doctor = '', body = '[]'): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-doctor': doctor,
        origin: this.origin,
      },
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  }
}
