import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('../../soak/collector-child.mjs', import.meta.url));

/** A collector in a process of its own, that can be killed and started anew. It keeps nothing. */
export class CollectorProcess {
  #child: ChildProcess | undefined;
  port: string | undefined;

  constructor(private readonly settings: object) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [CHILD, JSON.stringify(this.settings)], {
      stdio: ['ignore', 'pipe', process.env['PULLQUOTE_DRILL_LOG'] === undefined ? 'ignore' : 'inherit'],
    });
    this.#child = child;
    const [line] = (await Promise.race([
      once(child.stdout ?? child, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('The collector did not start.'))),
    ])) as [unknown];
    this.port = String(line);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.port = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}
