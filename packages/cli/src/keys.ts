import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { generateKey, publicKeySchema, thumbprint, type PrivateKey } from '@pullquote/record';
import * as v from 'valibot';
import { CliError } from './errors.js';
import { readIfThere } from './files.js';
import type { ProjectPaths } from './project.js';

const privateKeySchema = v.object({
  ...publicKeySchema.entries,
  d: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});

/** The two keys of a publisher: a thief of the one that is used every day cannot sign content. */
export interface Keys {
  readonly record: PrivateKey;
  readonly status: PrivateKey;
}

/** Makes both keys, readable by their owner alone. A key that is there is never replaced: old records would lose their word. */
export async function createKeys(paths: ProjectPaths): Promise<void> {
  await mkdir(paths.keys, { recursive: true, mode: 0o700 });
  for (const file of [paths.recordKey, paths.statusKey]) {
    if ((await readIfThere(file)) !== undefined) continue;
    await writeFile(file, `${JSON.stringify(await generateKey(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await chmod(file, 0o600);
  }
}

/** @throws CliError `key` */
export async function readKeys(paths: ProjectPaths): Promise<Keys> {
  const keys = { record: await readKey(paths.recordKey), status: await readKey(paths.statusKey) };
  if (keys.record.x === keys.status.x) {
    throw new CliError(
      'key',
      'keys/record.jwk and keys/status.jwk hold the same key. They must differ: restore the right one.',
    );
  }
  return keys;
}

async function readKey(file: string): Promise<PrivateKey> {
  const name = file.split(/[\\/]/).slice(-2).join('/');
  const text = await readIfThere(file);
  if (text === undefined)
    throw new CliError('key', `${name} is missing. Restore it from your backup, or run "pullquote init".`);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new CliError('key', `${name} is not JSON. Restore it from your backup.`);
  }
  const result = v.safeParse(privateKeySchema, input);
  // Neither the value nor the parser's message is shown: both could carry the secret.
  if (!result.success)
    throw new CliError(
      'key',
      `${name} is not an ES256 private key as "pullquote init" writes it. Restore it from your backup.`,
    );
  if ((await thumbprint(result.output)) !== result.output.kid) {
    throw new CliError('key', `${name}: its kid is not its thumbprint. Restore the file from your backup.`);
  }
  return result.output;
}
