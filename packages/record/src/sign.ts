import { payloadDigest, sha256Text } from './digest.js';
import { RecordError } from './errors.js';
import { importOnce } from './import-once.js';
import { readJson, verifyJws, type KeySet, type PrivateKey } from './jws.js';
import { signJws } from './sign-jws.js';
import { parseRecord, type ContentRecord } from './schema.js';
import { parseTombstone, type Tombstone } from './tombstone.js';

export interface SignedRecord {
  readonly jws: string;
  /** Payload digest, 128 bits, base64url. */
  readonly digest: string;
}
export interface OpenRecord extends SignedRecord {
  readonly record: ContentRecord;
}

/**
 * Validates and signs a record. Its payload is the record's JSON with sorted keys, so that the same record always has the
 * same digest.
 * @throws RecordError `record`, also when an excerpt's hash is not that of its text
 */
export async function signRecord(record: ContentRecord, key: PrivateKey): Promise<SignedRecord> {
  const parsed = parseRecord(record);
  // Side by side, because each of them waits for another thread. Nothing leaves here unless all of it holds.
  const [signed] = await Promise.all([sign(parsed, key, 'pullquote-record+jwt'), checkHashes(parsed)]);
  return signed;
}

/** Compact JWS → record, fully validated. @throws RecordError */
export async function openRecord(jws: string, keys: KeySet): Promise<OpenRecord> {
  const payload = await verifyJws(jws, keys, 'pullquote-record+jwt', undefined, importOnce);
  const record = parseRecord(readJson(payload));
  const [digest] = await Promise.all([payloadDigest(payload), checkHashes(record)]);
  return { jws, digest, record };
}

/** @throws RecordError `folder` */
export function signTombstone(tombstone: Tombstone, key: PrivateKey): Promise<SignedRecord> {
  return sign(parseTombstone(tombstone), key, 'pullquote-tombstone+jwt');
}

/** @throws RecordError */
export async function openTombstone(jws: string, keys: KeySet): Promise<Tombstone> {
  return parseTombstone(readJson(await verifyJws(jws, keys, 'pullquote-tombstone+jwt', undefined, importOnce)));
}

async function sign(
  value: object,
  key: PrivateKey,
  typ: 'pullquote-record+jwt' | 'pullquote-tombstone+jwt',
): Promise<SignedRecord> {
  const payload = new TextEncoder().encode(JSON.stringify(sorted(value)));
  const [jws, digest] = await Promise.all([signJws(payload, key, typ), payloadDigest(payload)]);
  return { jws, digest };
}

async function checkHashes({ excerpts = [] }: ContentRecord): Promise<void> {
  const hashes = await Promise.all(excerpts.map(({ text }) => sha256Text(text)));
  const i = excerpts.findIndex(({ sha256 }, at) => sha256 !== hashes[at]);
  if (i < 0) return;
  throw new RecordError('record', `excerpts.${i}.sha256: is not the hash of the text of excerpt "${excerpts[i]?.id}"`, [
    `excerpts.${i}.sha256: must be the SHA-256 of text`,
  ]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
