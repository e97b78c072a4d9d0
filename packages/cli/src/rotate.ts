import { rename } from 'node:fs/promises';
import { generateKey, type PrivateKey } from '@pullquote/record';
import { CliError } from './errors.js';
import { readIfThere } from './files.js';
import { readKeyFile, writeKeyFile } from './key-file.js';
import { keyPath, nextKeyPath, openAt, privateKey, readKeys, readKeysAnyway, type Keys } from './keys.js';
import { withLock } from './lock.js';
import { checkPassphrase, environmentPassphrases, KEY_NAMES, type KeyName } from './passphrase.js';
import type { Project } from './project.js';
import { publishUnlocked, type PublishOptions, type PublishResult } from './publish.js';
import { resignAll } from './resign.js';
import { readIndex } from './signed-index.js';

export interface RotateOptions extends PublishOptions {
  /** Which keys are made anew; both without it. */
  readonly only?: KeyName | undefined;
  /** Leaves the new keys in their files as they are. */
  readonly plain?: boolean | undefined;
}

export interface RotateResult {
  readonly rotated: readonly { readonly key: KeyName; readonly old: string; readonly new: string }[];
  /** All thumbprints that hold from now on: what a community's moderators confirm. */
  readonly thumbprints: Readonly<Record<KeyName, string>>;
  /** Records and tombstones that carry a new signature over the same bytes. */
  readonly resigned: number;
  readonly published: PublishResult;
}

/**
 * Makes new keys, signs everything anew over the same bytes, so that no digest changes, and publishes. The old key is
 * dropped. It is not needed for this: whoever lost a passphrase can rotate. After a crash, running it again finishes it.
 * @throws CliError `key`, `sign` or `publish`
 */
export function rotateKeys(project: Project, options: RotateOptions = {}): Promise<RotateResult> {
  return withLock(project, async () => {
    const { paths } = project;
    const before = await readKeysAnyway(paths);
    const names = await toRotate(project, options);
    // Whatever can be refused is refused before the first new key stands on disk.
    if (!names.includes('status')) await privateKey(project, 'status');
    const made = await nextKeys(project, names, options);

    let resigned = 0;
    const recordKey = made.get('record');
    if (recordKey !== undefined)
      resigned = await resignAll(project, await readIndex(project), before.record, recordKey, options.onProgress);
    for (const key of names) await rename(nextKeyPath(paths, key), keyPath(paths, key));

    const after = await readKeys(paths);
    const published = await publishUnlocked(project, options);
    return {
      rotated: names.map((key) => ({ key, old: before[key].kid, new: after[key].kid })),
      thumbprints: prints(after),
      resigned,
      published,
    };
  });
}

/** The keys of a rotation that was interrupted, and no others; or those that were asked for. */
async function toRotate({ paths }: Project, { only }: RotateOptions): Promise<KeyName[]> {
  const pending: KeyName[] = [];
  for (const key of KEY_NAMES) if ((await readIfThere(nextKeyPath(paths, key))) !== undefined) pending.push(key);
  return pending.length > 0 ? pending : KEY_NAMES.filter((key) => only === undefined || only === key);
}

/** New keys, on disk before anything is signed with them; those of an interrupted rotation are taken up. */
async function nextKeys(
  project: Project,
  names: readonly KeyName[],
  options: RotateOptions,
): Promise<Map<KeyName, PrivateKey>> {
  const seals = new Map<KeyName, string | undefined>();
  for (const key of names) seals.set(key, await passphraseFor(project, key, options));
  const made = new Map<KeyName, PrivateKey>();
  for (const key of names) {
    const file = nextKeyPath(project.paths, key);
    const pending = (await readIfThere(file)) !== undefined;
    if (!pending) await writeKeyFile(file, await generateKey(), seals.get(key));
    made.set(key, await openAt(file, key, () => Promise.resolve(seals.get(key))));
  }
  return made;
}

async function passphraseFor(
  { paths, passphrases = environmentPassphrases }: Project,
  key: KeyName,
  { plain = false }: RotateOptions,
): Promise<string | undefined> {
  if (plain) return undefined;
  const passphrase = await passphrases(key);
  if (passphrase !== undefined) return checkPassphrase(passphrase);
  if ('d' in (await readKeyFile(keyPath(paths, key)))) return undefined;
  throw new CliError('key', `The ${key} key is encrypted, so the new one must be: give a passphrase for it.`);
}

function prints({ record, status }: Keys): RotateResult['thumbprints'] {
  return { record: record.kid, status: status.kid };
}
