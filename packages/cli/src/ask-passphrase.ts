import { isCancel, password } from '@clack/prompts';
import { CliError } from './errors.js';
import { environmentPassphrases, tooShort, type KeyName, type Passphrases } from './passphrase.js';
import type { Terminal } from './terminal.js';

/** What the environment says; where it says nothing and a person is there, what they type, asked once a key. */
export function askingPassphrases(terminal: Terminal): Passphrases {
  return remembered(async (key) => {
    const known = await environmentPassphrases(key);
    if (known !== undefined || !terminal.interactive) return known;
    return typed(`Passphrase of the ${key} key`);
  });
}

/** The same for a key that is about to be made: typed twice, and not too short. */
export function askingNewPassphrases(terminal: Terminal): Passphrases {
  return remembered(async (key) => {
    const known = await environmentPassphrases(key);
    if (known !== undefined || !terminal.interactive) return known;
    const first = await typed(`Passphrase for the new ${key} key`, tooShort);
    await typed('The same once more', (again) => (again === first ? undefined : 'That is not the same. Try again.'));
    return first;
  });
}

function remembered(ask: Passphrases): Passphrases {
  const answers = new Map<KeyName, string | undefined>();
  return async (key) => {
    if (!answers.has(key)) answers.set(key, await ask(key));
    return answers.get(key);
  };
}

/** @param fault what is wrong with an answer, if anything: it is said, and the person can mend it */
async function typed(message: string, fault?: (answer: string) => string | undefined): Promise<string> {
  const answer = await password({ message, validate: (value) => fault?.(value ?? '') });
  if (isCancel(answer)) throw new CliError('key', 'Nothing was done: the passphrase is needed.');
  return answer;
}
