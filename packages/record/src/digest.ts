import { encode } from './base64url.js';

/** SHA-256 of bytes, base64url: 43 characters. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** SHA-256 of a text's UTF-8 bytes, base64url: what `excerpts[].sha256` holds. */
export function sha256Text(text: string): Promise<string> {
  return sha256(new TextEncoder().encode(text));
}

/**
 * The identity of a record: the first 128 bits of the SHA-256 of its payload, base64url, 22 characters. Never of the
 * whole JWS, because ECDSA signatures are malleable: the same payload can carry many valid ones.
 */
export async function payloadDigest(payload: Uint8Array): Promise<string> {
  return encode(new Uint8Array(await crypto.subtle.digest('SHA-256', payload)).subarray(0, 16));
}
