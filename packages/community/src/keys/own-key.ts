import { generateKey, publicKeySchema, type PrivateKey } from '@pullquote/record';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CommunityError } from '../errors.js';

const FILE = 'community-key.jwk';
const schema = v.object({
  ...publicKeySchema.entries,
  d: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
});

/**
 * The key that signs this community's batches: made at the first start, readable by its owner alone. A file that can't be
 * read stops the server; a new key in its place would make every collector refuse what is sent.
 * @throws CommunityError `key-file`
 */
export async function ownKey(dataDir: string): Promise<PrivateKey> {
  const path = join(dataDir, FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new CommunityError('key-file', `dataDir/${FILE}: can't be read. Give the server's user access to it.`);
    const key = await generateKey();
    writeFileSync(path, JSON.stringify(key), { mode: 0o600, flag: 'wx' });
    return key;
  }
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    throw new CommunityError('key-file', `dataDir/${FILE}: is not a private ES256 key. Put the backup of it back.`);
  }
}
