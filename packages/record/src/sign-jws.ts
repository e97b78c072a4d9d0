import { CompactSign, importJWK, type JWK } from 'jose';
import type { JwsType, PrivateKey } from './jws.js';

/** Imported once for each key object: importing costs more than signing does. */
const imported = new WeakMap<PrivateKey, ReturnType<typeof importJWK>>();

/**
 * Payload bytes → compact JWS (RFC 7515). The header holds `alg`, `typ`, `kid` and, for a batch, the `aud` it is meant for,
 * and nothing else.
 */
export async function signJws(payload: Uint8Array, key: PrivateKey, typ: JwsType, aud?: string): Promise<string> {
  return new CompactSign(payload)
    .setProtectedHeader({ alg: 'ES256', typ, kid: key.kid, ...(aud === undefined ? {} : { aud }) })
    .sign(await signingKey(key));
}

function signingKey(key: PrivateKey): ReturnType<typeof importJWK> {
  const known = imported.get(key);
  if (known !== undefined) return known;
  const made = importJWK(key as unknown as JWK, 'ES256');
  imported.set(key, made);
  return made;
}

/** Detached JWS over a body (RFC 7515 appendix F): `header..signature`. */
export async function signDetached(body: Uint8Array, key: PrivateKey, typ: JwsType, aud: string): Promise<string> {
  const [header, , signature] = (await signJws(body, key, typ, aud)).split('.');
  return `${header}..${signature}`;
}
