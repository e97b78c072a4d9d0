import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request shows the key of the forum's own server: `Authorization: Bearer <key>`. Without a key set, none does. */
export function hasServerKey(request: Request, key: string | undefined): boolean {
  const [, given] = /^Bearer ([!-~]+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  if (key === undefined || given === undefined) return false;
  // Compared as digests, so that neither its length nor its first letters show in the time it takes.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}
