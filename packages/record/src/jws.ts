import { decode } from './base64url.js';
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

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** The public members of a key → a key that WebCrypto verifies with. */
export function importPublicKey({ kty, crv, x, y }: PublicKey): Promise<PlatformKey> {
  return crypto.subtle.importKey('jwk', { kty, crv, x, y }, ECDSA, false, ['verify']);
}

/**
 * Compact JWS → its payload bytes, if one of `keys` signed it as a `typ`.
 * The header decides nothing: an algorithm, a key location or an embedded key in it is refused, not followed.
 * @throws RecordError `jws-format`, `jws-header`, `key` or `jws-signature`
 */
export async function verifyJws(
  jws: string,
  keys: KeySet,
  typ: JwsType,
  aud?: string,
  importKey = importPublicKey,
): Promise<Uint8Array> {
  const { payload, ...parts } = splitJws(jws);
  await verifyParts(parts, keys, typ, aud, importKey);
  return payload;
}

/** @throws RecordError `jws-header`, `key` or `jws-signature` */
export async function verifyParts(
  { header, signature, input }: Omit<JwsParts, 'payload'>,
  keys: KeySet,
  typ: JwsType,
  aud?: string,
  importKey = importPublicKey,
): Promise<void> {
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
      `The JWS header must hold alg ES256, typ ${typ}, a kid, a batch's aud, and nothing else.`,
    );
  }
  const key = keys.keys.find((candidate) => candidate.kid === kid);
  if (!key || key.kty !== 'EC' || key.crv !== 'P-256' || key.alg !== 'ES256' || key.use !== 'sig') {
    throw new RecordError('key', `No ES256 signing key "${kid}" is known for this publisher.`);
  }
  // A browser that cannot do ES256 throws here: that says nothing about the bytes, and the caller tells the two apart.
  if (!(await crypto.subtle.verify(ECDSA, await importKey(key), signature, new TextEncoder().encode(input)))) {
    throw new RecordError('jws-signature', 'The signature does not match the content.');
  }
}

export interface JwsParts {
  readonly header: Record<string, unknown>;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** What was signed: the first two parts as they stand. */
  readonly input: string;
}

/** The parts of a compact JWS, decoded but not verified. @throws RecordError `jws-format` or `base64url` */
export function splitJws(jws: string): JwsParts {
  const parts = jws.split('.');
  if (parts.length !== 3) throw new RecordError('jws-format', 'A compact JWS has three parts separated by dots.');
  const [header = '', payload = '', signature = ''] = parts;
  return {
    header: readHeader(header),
    payload: decode(payload),
    signature: decode(signature),
    input: `${header}.${payload}`,
  };
}

/** The first part of a JWS. @throws RecordError `jws-format` or `base64url` */
export function readHeader(part: string): Record<string, unknown> {
  const head = readJson(decode(part));
  if (typeof head !== 'object' || head === null)
    throw new RecordError('jws-format', 'The JWS header must be a JSON object.');
  return head as Record<string, unknown>;
}

/** UTF-8 JSON bytes → a value. @throws RecordError `jws-format` */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RecordError('jws-format', 'The signed content is not UTF-8 JSON.');
  }
}
