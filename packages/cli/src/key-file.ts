import { publicKey, publicKeySchema, thumbprint, type PrivateKey } from '@pullquote/record';
import { CompactEncrypt, compactDecrypt } from 'jose';
import * as v from 'valibot';
import { CliError } from './errors.js';
import { readIfThere, writeWhole } from './files.js';

/** RFC 7518 section 4.8: the passphrase wraps a fresh content key; rounds as OWASP's password storage sheet asks, and more. */
const SEAL = { alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' } as const;
const ROUNDS = 600_000;
const MAX_ROUNDS = 10_000_000;

const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const sealedSchema = v.strictObject({ ...publicKeySchema.entries, sealed: v.string() });
const plainSchema = v.strictObject({ ...publicKeySchema.entries, d: secret });

/** A key as its file holds it: the public half in the clear, the private half sealed unless there is no passphrase. */
export type KeyFile = v.InferOutput<typeof sealedSchema> | v.InferOutput<typeof plainSchema>;

/** `keys/record.jwk`: how messages call a key file, without the path to it. */
export function keyFileName(file: string): string {
  return file.split(/[\\/]/).slice(-2).join('/');
}

/** @throws CliError `key` */
export async function readKeyFile(file: string): Promise<KeyFile> {
  const name = keyFileName(file);
  const text = await readIfThere(file);
  if (text === undefined)
    throw new CliError('key', `${name} is missing. Restore it from your backup, or run "pullquote init".`);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new CliError('key', `${name} is not JSON. Restore it from your backup.`);
  }
  const result = v.safeParse(v.union([sealedSchema, plainSchema]), input);
  // Neither the value nor the parser's message is shown: both could carry the secret.
  if (!result.success)
    throw new CliError(
      'key',
      `${name} is not an ES256 key as "pullquote init" writes it. Restore it from your backup.`,
    );
  if ((await thumbprint(publicKey(result.output))) !== result.output.kid) {
    throw new CliError('key', `${name}: its kid is not its thumbprint. Restore the file from your backup.`);
  }
  return result.output;
}

/** Writes a key that its owner alone can read, sealed when there is a passphrase. */
export async function writeKeyFile(file: string, key: PrivateKey, passphrase: string | undefined): Promise<void> {
  const content = passphrase === undefined ? key : { ...publicKey(key), sealed: await seal(key, passphrase) };
  await writeWhole(file, `${JSON.stringify(content, null, 2)}\n`, 0o600);
}

/** The private key of a file. @throws CliError `key` when the passphrase is not the one that sealed it */
export async function openKeyFile(key: KeyFile, name: string, passphrase: string | undefined): Promise<PrivateKey> {
  if ('d' in key) return key;
  if (passphrase === undefined) throw new CliError('key', `${name} is encrypted, and no passphrase was given.`);
  try {
    const { plaintext } = await compactDecrypt(key.sealed, new TextEncoder().encode(passphrase.normalize('NFC')), {
      keyManagementAlgorithms: [SEAL.alg],
      contentEncryptionAlgorithms: [SEAL.enc],
      maxPBES2Count: MAX_ROUNDS,
    });
    return { ...publicKey(key), d: v.parse(secret, new TextDecoder().decode(plaintext)) };
  } catch {
    // The reason is not passed on: a wrong passphrase and a damaged seal cannot be told apart, and must not be.
    throw new CliError('key', `${name} does not open with this passphrase. Try again, or restore it from your backup.`);
  }
}

function seal({ d }: PrivateKey, passphrase: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(d))
    .setProtectedHeader(SEAL)
    .setKeyManagementParameters({ p2c: ROUNDS })
    .encrypt(new TextEncoder().encode(passphrase.normalize('NFC')));
}
