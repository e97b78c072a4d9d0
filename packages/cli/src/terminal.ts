import type { Readable, Writable } from 'node:stream';

/** What a command talks through; tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True when a person can be asked. */
  readonly interactive: boolean;
  /** Shows how far long work is, on a line of its own that the next one replaces; an empty text clears it. */
  readonly progress?: ((text: string) => void) | undefined;
}

/** The real one. A person can be asked only where both ends are a terminal. */
export function processTerminal(process: {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean };
}): Terminal {
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    // Standard error: a result that is piped into a file stays clean.
    progress: process.stderr.isTTY === true ? (text) => void process.stderr.write(`\r\u001b[K${text}`) : undefined,
  };
}

/** Columns padded to the same width, without a last one's trailing space. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '))
    .join('\n');
}
