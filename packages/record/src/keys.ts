import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { PrivateKey, PublicKey } from './jws.js';

/** A new ES256 key pair as one private JWK; its `kid` is its own thumbprint (RFC 7638). */
export async function generateKey(): Promise<PrivateKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await thumbprint(jwk), alg: 'ES256', use: 'sig' } as PrivateKey;
}

/** The half that may be published: the named public members only, so that a private one cannot slip through. */
export function publicKey({ kty, crv, x, y, kid, alg, use }: PublicKey): PublicKey {
  return { kty, crv, x, y, kid, alg, use };
}

/** SHA-256 JWK thumbprint (RFC 7638), base64url: what people compare when they confirm a key. */
export function thumbprint(key: PublicKey | JWK): Promise<string> {
  return calculateJwkThumbprint(key as JWK);
}
