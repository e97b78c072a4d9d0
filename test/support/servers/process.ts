import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MS = 20_000;

/** A server of its own process, that can be killed, held and started again with what it has written. */
export class ServerProcess {
  #child: ChildProcess | undefined;

  constructor(
    readonly name: string,
    private readonly command: string,
    private readonly args: readonly string[],
    /** Does it answer? */
    private readonly answers: () => Promise<boolean>,
  ) {}

  async start(): Promise<void> {
    const child = spawn(this.command, this.args, { stdio: 'ignore' });
    this.#child = child;
    const until = Date.now() + START_MS;
    while (!(await this.answers().catch(() => false))) {
      if (child.exitCode !== null) throw new Error(`${this.name} ended with ${child.exitCode}.`);
      if (Date.now() > until) throw new Error(`${this.name} has not answered for ${START_MS / 1_000} s.`);
      await sleep(50);
    }
  }

  get runs(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** SIGKILL: nothing is finished, nothing is written. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Neither answers nor ends: what a cut cable looks like from the other end. */
  hold(): void {
    this.#child?.kill('SIGSTOP');
  }

  release(): void {
    this.#child?.kill('SIGCONT');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || !this.runs) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGCONT');
    child.kill(signal);
    // ClickHouse merges before it ends; a test does not wait for that.
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
  }
}

/** Debian keeps servers where a user's path does not lead. */
export function findCommand(name: string): string | undefined {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
  return [found, `/usr/sbin/${name}`, `/usr/bin/${name}`].find((one) => one !== '' && existsSync(one));
}
