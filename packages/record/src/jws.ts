import { CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { decode, encode } from './base64url.js';
import { RecordError } from './errors.js';

/** The three things that are signed with a publisher's keys, and a community's batch of events. */
export type JwsType = 'pullquote-record+jwt' | 'pullquote-tombstone+jwt' | 'statuslist+jwt' | 'pullquote-batch+jws';

export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}
export interface PrivateKey extends PublicKey {
  readonly d: string;
}
export interface KeySet {
  readonly keys: readonly PublicKey[];
}

/**
 * Payload bytes → compact JWS (RFC 7515). The header holds `alg`, `typ`, `kid` and, for a batch, the `aud` it is meant for,
 * and nothing else.
 */
export async function signJws(payload: Uint8Array, key: PrivateKey, typ: JwsType, aud?: string): Promise<string> {
  return new CompactSign(payload)
    .setProtectedHeader({ alg: 'ES256', typ, kid: key.kid, ...(aud === undefined ? {} : { aud }) })
    .sign(await importJWK(key as unknown as JWK, 'ES256'));
}

/**
 * Compact JWS → its payload bytes, if one of `keys` signed it as a `typ`.
 * The header decides nothing: an algorithm, a key location or an embedded key in it is refused, not followed.
 * @throws RecordError `jws-format`, `jws-header`, `key` or `jws-signature`
 */
export async function verifyJws(jws: string, keys: KeySet, typ: JwsType, aud?: string): Promise<Uint8Array> {
  const { header, payload } = splitJws(jws);
  const { alg, typ: actual, kid, aud: audience, ...extra } = header;
  if (
    alg !== 'ES256' ||
    actual !== typ ||
    typeof kid !== 'string' ||
    audience !== aud ||
    Object.keys(extra).length > 0
  ) {
    throw new RecordError(
      'jws-header',
      `The JWS header must hold alg ES256, typ ${typ}, a kid${aud ? `, aud ${aud}` : ''} and nothing else.`,
    );
  }
  const key = keys.keys.find((candidate) => candidate.kid === kid);
  if (!key || key.kty !== 'EC' || key.crv !== 'P-256' || key.alg !== 'ES256' || key.use !== 'sig') {
    throw new RecordError('key', `No ES256 signing key "${kid}" is known for this publisher.`);
  }
  try {
    const { kty, crv, x, y } = key;
    await compactVerify(jws, await importJWK({ kty, crv, x, y }, 'ES256'), { algorithms: ['ES256'] });
  } catch (error) {
    // A browser that cannot do ES256 says nothing about the bytes: the caller tells this apart from a bad signature.
    if ((error as Error).name === 'NotSupportedError') throw error;
    throw new RecordError('jws-signature', 'The signature does not match the content.');
  }
  return payload;
}

/** The parts of a compact JWS, decoded but not verified. @throws RecordError `jws-format` or `base64url` */
export function splitJws(jws: string): { header: Record<string, unknown>; payload: Uint8Array } {
  const parts = jws.split('.');
  if (parts.length !== 3) throw new RecordError('jws-format', 'A compact JWS has three parts separated by dots.');
  const [header = '', payload = '', signature = ''] = parts;
  decode(signature);
  const head = readJson(decode(header));
  if (typeof head !== 'object' || head === null)
    throw new RecordError('jws-format', 'The JWS header must be a JSON object.');
  return { header: head as Record<string, unknown>, payload: decode(payload) };
}

/** UTF-8 JSON bytes → a value. @throws RecordError `jws-format` */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RecordError('jws-format', 'The signed content is not UTF-8 JSON.');
  }
}

/** Detached JWS over a body (RFC 7515 appendix F): `header..signature`. */
export async function signDetached(body: Uint8Array, key: PrivateKey, typ: JwsType, aud: string): Promise<string> {
  const [header, , signature] = (await signJws(body, key, typ, aud)).split('.');
  return `${header}..${signature}`;
}

/** Verifies a detached JWS over exactly these bytes. @throws RecordError */
export async function verifyDetached(
  signature: string,
  body: Uint8Array,
  keys: KeySet,
  typ: JwsType,
  aud: string,
): Promise<void> {
  const parts = signature.split('.');
  if (parts.length !== 3 || parts[1] !== '')
    throw new RecordError('jws-format', 'A detached JWS reads header..signature.');
  await verifyJws(`${parts[0]}.${encode(body)}.${parts[2]}`, keys, typ, aud);
}
