import { mkdir } from 'node:fs/promises';
import { generateKey, publicKey, type PrivateKey, type PublicKey } from '@pullquote/record';
import { CliError } from './errors.js';
import { readIfThere } from './files.js';
import { keyFileName, openKeyFile, readKeyFile, writeKeyFile } from './key-file.js';
import {
  checkPassphrase,
  environmentPassphrases,
  KEY_NAMES,
  PASSPHRASE_VARIABLES,
  type KeyName,
  type Passphrases,
} from './passphrase.js';
import type { Project, ProjectPaths } from './project.js';

/** The public halves: enough to check everything that was signed, without a passphrase. */
export type Keys = Readonly<Record<KeyName, PublicKey>>;

export function keyPath(paths: ProjectPaths, key: KeyName): string {
  return key === 'record' ? paths.recordKey : paths.statusKey;
}

/** Where a rotation keeps the new key until everything is signed with it. */
export function nextKeyPath(paths: ProjectPaths, key: KeyName): string {
  return keyPath(paths, key).replace(/\.jwk$/, '.next.jwk');
}

/** Makes both keys. A key that is there is never replaced: old records would lose their word. */
export async function createKeys(paths: ProjectPaths, passphrases: Passphrases): Promise<void> {
  await mkdir(paths.keys, { recursive: true, mode: 0o700 });
  for (const key of KEY_NAMES) {
    const file = keyPath(paths, key);
    if ((await readIfThere(file)) !== undefined) continue;
    const passphrase = await passphrases(key);
    await writeKeyFile(file, await generateKey(), passphrase === undefined ? undefined : checkPassphrase(passphrase));
  }
}

/** @throws CliError `key`, also while a rotation is unfinished: what is signed then would be signed with the old key */
export async function readKeys(paths: ProjectPaths): Promise<Keys> {
  for (const key of KEY_NAMES) {
    if ((await readIfThere(nextKeyPath(paths, key))) !== undefined)
      throw new CliError(
        'key',
        `A rotation of the ${key} key was interrupted. Run "pullquote rotate-keys" to finish it.`,
      );
  }
  return readKeysAnyway(paths);
}

/** For what goes on during a rotation: its own work, and the refresh on a timer, which the old key still signs. */
export async function readKeysAnyway(paths: ProjectPaths): Promise<Keys> {
  const [record, status] = [await readKeyFile(paths.recordKey), await readKeyFile(paths.statusKey)];
  if (record.x === status.x) {
    throw new CliError(
      'key',
      'keys/record.jwk and keys/status.jwk hold the same key. They must differ: restore the right one.',
    );
  }
  return { record: publicKey(record), status: publicKey(status) };
}

/** One private key, with its passphrase from whoever can say it. @throws CliError `key` */
export async function privateKey({ paths, passphrases }: Project, key: KeyName): Promise<PrivateKey> {
  return openAt(keyPath(paths, key), key, passphrases);
}

export async function openAt(
  path: string,
  key: KeyName,
  passphrases: Passphrases = environmentPassphrases,
): Promise<PrivateKey> {
  const file = await readKeyFile(path);
  if ('d' in file) return file;
  const passphrase = await passphrases(key);
  if (passphrase === undefined)
    throw new CliError('key', `${keyFileName(path)} is encrypted: set ${PASSPHRASE_VARIABLES[key].join(' or ')}.`);
  return openKeyFile(file, keyFileName(path), passphrase);
}

/** Which keys lie in their files as they are, for a warning. */
export async function plainKeys(paths: ProjectPaths): Promise<KeyName[]> {
  const files = await Promise.all(KEY_NAMES.map(async (key) => [key, await readKeyFile(keyPath(paths, key))] as const));
  return files.filter(([, file]) => 'd' in file).map(([key]) => key);
}
