import { isIP } from 'node:net';
import { CollectorError } from '../errors.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

export interface TargetRules {
  /** Only for tests and demonstrations: this machine's own addresses, by http, too. */
  readonly allowLoopback: boolean;
}

/**
 * Where a webhook may point, as far as its address tells. What its name stands for is checked at every connection: see `post.ts`.
 * @throws CollectorError `usage`
 */
export function checkTarget(text: string, { allowLoopback }: TargetRules): URL {
  if (!URL.canParse(text) || text.length > 2_000) throw refuse('must be an absolute URL of at most 2000 characters');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw refuse('must not hold a name or a password');
  const host = hostOf(url);
  const own = host === 'localhost' || host.endsWith('.localhost') || isLoopbackAddress(host);
  if (own && allowLoopback && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  if (url.protocol !== 'https:') throw refuse('must be an https URL');
  if (own || (isIP(host) !== 0 && !isPublicAddress(host))) throw refuse('must not point to a private address');
  url.hash = '';
  return url;
}

/** Without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

function refuse(why: string): CollectorError {
  return new CollectorError('usage', `url: ${why}.`);
}
