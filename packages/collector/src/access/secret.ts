import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * What is stored in place of a key or of a session's token. Plain SHA-256 is enough: both are drawn at random with 190
 * bits and more, so there is no dictionary to try, and a slow hash would only slow down the server.
 *
 * A hash is looked up in an index. That tells, by its time, at most something of the stored hash, from which no key can be found.
 */
export function hashSecret(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares two secrets in a time that tells nothing about where they differ, nor how long they are. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)));
}
