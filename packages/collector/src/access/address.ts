import { isIP } from 'node:net';

/**
 * Who is at the other end, for the rate limiter alone: nothing else in the collector ever sees an address.
 *
 * With `proxies` trusted servers in front, the address is the one that the outermost of them saw: so many entries from
 * the *right* of `X-Forwarded-For`. What stands further left was written by the sender and proves nothing.
 */
export function callerAddress(request: Request, socketAddress: string | undefined, proxies: number): string {
  if (proxies > 0) {
    const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
    const seen = hops.at(-proxies);
    if (seen !== undefined && isIP(seen) > 0) return network(seen);
  }
  return network(socketAddress ?? '');
}

/** One household or office holds a whole /64 of IPv6, so that is what is counted. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const groups = [...front, ...gap, ...back].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/** A name of this machine that no other one can have. */
export function isLoopbackHost(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}
