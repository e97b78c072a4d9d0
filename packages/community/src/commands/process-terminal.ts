import { confirm, isCancel, text } from '@clack/prompts';
import type { Terminal } from './terminal.js';

/** The terminal that this process runs in. */
export function processTerminal(): Terminal {
  const interactive = process.stdin.isTTY && process.stdout.isTTY;
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    ask: interactive
      ? {
          confirm: async (message) => (await confirm({ message, initialValue: false })) === true,
          text: async (message, initialValue) => {
            const answer = await text({ message, initialValue });
            return isCancel(answer) ? undefined : answer;
          },
        }
      : undefined,
  };
}
