import { isCancel, multiselect, note, select, text } from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Asks a person. An answer of undefined leaves the question for later. */
export interface Prompter {
  /** True once the person has stopped: nothing more is asked. */
  readonly stopped: boolean;
  /** Shows what a question is about. */
  readonly tell: (title: string, lines: readonly string[]) => void;
  /** `check` says what is wrong with an answer. */
  readonly text: (message: string, check: (value: string) => string | undefined) => Promise<string | undefined>;
  readonly choose: (message: string, choices: readonly Choice[]) => Promise<string | undefined>;
  readonly pick: (message: string, choices: readonly Choice[]) => Promise<readonly string[] | undefined>;
}

/** The real one, in a terminal. Ctrl-C stops the asking, not the command: what was answered is kept. */
export function clackPrompter(streams: { input?: Readable; output?: Writable } = {}): Prompter {
  let stopped = false;
  const answer = <T>(value: T): Exclude<T, symbol> | undefined => {
    if (!isCancel(value)) return value as Exclude<T, symbol>;
    stopped = true;
    return undefined;
  };
  return {
    get stopped() {
      return stopped;
    },
    tell: (title, lines) => note(lines.join('\n'), title, { ...streams, format: (line) => line }),
    async text(message, check) {
      const validate = (value: string | undefined) => (value?.trim() ? check(value.trim()) : undefined);
      const given = answer(await text({ message: `${message} (Enter: later)`, validate, ...streams }));
      return given?.trim() || undefined;
    },
    async choose(message, choices) {
      const later: Choice = { value: '', label: 'later' };
      const given = answer(await select<string>({ message, options: [...choices, later], ...streams }));
      return given || undefined;
    },
    async pick(message, choices) {
      return answer(
        await multiselect<string>({ message, options: [...choices], required: false, maxItems: 8, ...streams }),
      );
    },
  };
}
