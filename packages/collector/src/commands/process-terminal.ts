import { confirm, isCancel } from '@clack/prompts';
import type { Terminal } from './terminal.js';

/** The terminal that this process runs in. */
export function processTerminal(): Terminal {
  const interactive = process.stdin.isTTY && process.stdout.isTTY;
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    styled: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    rewrite: process.stderr.isTTY ? (text) => void process.stderr.write(`\r\u001b[K${text}`) : undefined,
    confirm: interactive
      ? async (message) => {
          const answer = await confirm({ message, initialValue: false });
          return !isCancel(answer) && answer;
        }
      : undefined,
  };
}
