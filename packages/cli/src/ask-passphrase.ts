import { isCancel, password } from '@clack/prompts';
import { CliError } from './errors.js';
import { checkPassphrase, environmentPassphrases, type KeyName, type Passphrases } from './passphrase.js';
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
    const first = checkPassphrase(await typed(`Passphrase for the new ${key} key`));
    if (first === (await typed('The same once more'))) return first;
    throw new CliError('key', 'The two passphrases differ. Nothing was made.');
  });
}

function remembered(ask: Passphrases): Passphrases {
  const answers = new Map<KeyName, string | undefined>();
  return async (key) => {
    if (!answers.has(key)) answers.set(key, await ask(key));
    return answers.get(key);
  };
}

async function typed(message: string): Promise<string> {
  const answer = await password({ message });
  if (isCancel(answer)) throw new CliError('key', 'Nothing was done: the passphrase is needed.');
  return answer;
}
