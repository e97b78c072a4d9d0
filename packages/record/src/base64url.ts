import { RecordError } from './errors.js';

/** Bytes → base64url without padding (RFC 4648 section 5). */
export function encode(bytes: Uint8Array): string {
  let binary = '';
  // Neither spreads nor iterators here or below: they make a hundred bytes of garbage of each byte.
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode.apply(undefined, bytes.subarray(i, i + 0x8000) as unknown as number[]);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/**
 * Canonical base64url → bytes. Padding, whitespace and non-zero trailing bits are refused: two texts must never stand for
 * the same bytes, or a digest of the text would not be an identity.
 * @throws RecordError `base64url`
 */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
    if (encode(bytes) === text) return bytes;
  } catch {
    // Not base64 at all: the same refusal as base64 that is not canonical.
  }
  throw new RecordError(
    'base64url',
    'Not canonical base64url: use the unpadded URL-safe alphabet with zero trailing bits.',
  );
}
