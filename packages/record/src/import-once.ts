import { importPublicKey, type PublicKey, type VerifyingKey } from './jws.js';

/** By the key object: whoever checks many records holds one key set, and an import costs as much as half a check. */
const imported = new WeakMap<PublicKey, Promise<VerifyingKey>>();

/**
 * Imports each key object once. Not for browsers, which check few records and count every byte; and each import leaves a
 * kilobyte behind that is only cleared away with all the others.
 */
export function importOnce(key: PublicKey): Promise<VerifyingKey> {
  const known = imported.get(key) ?? importPublicKey(key);
  imported.set(key, known);
  return known;
}
