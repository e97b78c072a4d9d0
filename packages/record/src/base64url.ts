import { RecordError } from './errors.js';

/** Bytes → base64url without padding (RFC 4648 section 5). */
export function encode(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
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
    const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    if (encode(bytes) === text) return bytes;
  } catch {
    // Not base64 at all: the same refusal as base64 that is not canonical.
  }
  throw new RecordError(
    'base64url',
    'Not canonical base64url: use the unpadded URL-safe alphabet with zero trailing bits.',
  );
}
