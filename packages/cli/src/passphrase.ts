import process from 'node:process';
import { CliError } from './errors.js';

/** The two keys of a publisher: a thief of the one that is used every day cannot sign content. */
export const KEY_NAMES = ['record', 'status'] as const;
export type KeyName = (typeof KEY_NAMES)[number];

/** Says the passphrase of a key; undefined where nobody can. */
export type Passphrases = (key: KeyName) => Promise<string | undefined>;

/** The variables in which a passphrase may stand, the first that is set counts. A timer needs the status key's alone. */
export const PASSPHRASE_VARIABLES: Record<KeyName, readonly string[]> = {
  record: ['PULLQUOTE_PASSPHRASE'],
  status: ['PULLQUOTE_STATUS_PASSPHRASE', 'PULLQUOTE_PASSPHRASE'],
};

const SHORTEST = 12;

/** What the environment says. An empty variable counts as not set. */
export const environmentPassphrases: Passphrases = (key) =>
  Promise.resolve(PASSPHRASE_VARIABLES[key].map((name) => process.env[name]).find((value) => (value ?? '') !== ''));

/** Says so of a passphrase that is too short to keep a key. */
export function tooShort(passphrase: string): string | undefined {
  if (passphrase.length >= SHORTEST) return undefined;
  return `The passphrase is shorter than ${SHORTEST} characters. Choose a longer one.`;
}

/** @throws CliError `key` when it is too short */
export function checkPassphrase(passphrase: string): string {
  const fault = tooShort(passphrase);
  if (fault === undefined) return passphrase;
  throw new CliError('key', fault);
}
