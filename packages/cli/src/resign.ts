import {
  payloadDigest,
  publicKey,
  signJws,
  splitJws,
  verifyJws,
  type JwsType,
  type PrivateKey,
  type PublicKey,
} from '@pullquote/record';
import { explain } from './check.js';
import { CliError } from './errors.js';
import { readIfThere, writeWhole } from './files.js';
import type { Progress } from './progress.js';
import type { Project } from './project.js';
import { signedFile, tombstoneFile, type SignedIndex } from './signed-index.js';

/**
 * Puts a new signature on every record and tombstone, over the same bytes. What carries the new one already is left, so
 * that an interrupted run can be taken up again.
 * @returns how many carry a new signature
 */
export async function resignAll(
  project: Project,
  { records }: SignedIndex,
  old: PublicKey,
  key: PrivateKey,
  onProgress?: Progress,
): Promise<number> {
  for (const [i, entry] of records.entries()) {
    const withdrawn = entry.state === 'withdrawn';
    const file = withdrawn ? tombstoneFile(project, entry) : signedFile(project, entry);
    const name = `signed/${entry.name}.v${entry.version}.${withdrawn ? 'tombstone.' : ''}jws`;
    const jws = (await readIfThere(file))?.trim();
    if (jws === undefined) throw new CliError('sign', `${name} is missing. Restore it from your backup.`);
    const typ: JwsType = withdrawn ? 'pullquote-tombstone+jwt' : 'pullquote-record+jwt';
    const payload = await verified(jws, old, key, typ, name);
    if (!withdrawn && (await payloadDigest(payload)) !== entry.digest)
      throw new CliError(
        'sign',
        `${name} is not the record that signed/index.json names. Restore both from your backup.`,
      );
    if (splitJws(jws).header['kid'] !== key.kid) await writeWhole(file, `${await signJws(payload, key, typ)}\n`);
    onProgress?.('signing', i + 1, records.length);
  }
  return records.length;
}

async function verified(jws: string, old: PublicKey, key: PrivateKey, typ: JwsType, name: string): Promise<Uint8Array> {
  try {
    return await verifyJws(jws, { keys: [old, publicKey(key)] }, typ);
  } catch (error) {
    throw new CliError(
      'sign',
      `${name} does not verify (${explain(error)}). Restore it from your backup, then run this again.`,
    );
  }
}
