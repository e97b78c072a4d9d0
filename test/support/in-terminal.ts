import { execFile, spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Node has no pseudo-terminal of its own; Python's is on most machines. */
export const hasTerminal =
  process.platform !== 'win32' && spawnSync('python3', ['-c', 'import pty, fcntl, termios']).status === 0;

const SCRIPT = fileURLToPath(new URL('in-terminal.py', import.meta.url));
const BIN = fileURLToPath(new URL('../../packages/cli/bin.js', import.meta.url));
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[?0-9;]*[A-Za-z]`, 'g');

/** Words that the screen shows, and what a person types then. */
export type Step = readonly [waitFor: string, typed: string];

export interface Shown {
  /** All that the terminal was sent, without its control sequences. */
  readonly screen: string;
  readonly code: number;
  /** Questions that were never asked. */
  readonly left: readonly Step[];
}

/** Runs the built command line as a person does, without a passphrase in its environment. */
export async function inTerminal(cwd: string, args: readonly string[], steps: readonly Step[]): Promise<Shown> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PULLQUOTE|CI$|VITEST)/.test(name)));
  const job = { argv: [process.execPath, BIN, ...args], cwd, env: { ...env, TERM: 'xterm' }, steps, seconds: 60 };
  const out = await new Promise<string>((resolve, reject) => {
    const child = execFile('python3', [SCRIPT], (error, stdout, stderr) => {
      if (error) reject(new Error(stderr, { cause: error }));
      else resolve(stdout);
    });
    child.stdin?.end(JSON.stringify(job));
  });
  const shown = JSON.parse(out) as Shown;
  return { ...shown, screen: shown.screen.replace(ESCAPES, '') };
}
