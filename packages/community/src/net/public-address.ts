import { BlockList, isIP } from 'node:net';

/** What is not the public internet in IPv4 (IANA special-purpose registry): own machine, own network, link, tests, groups. */
const V4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
  '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
]; // prettier-ignore
/** Of IPv6 only global unicast is public, and of that not what stands for IPv4 in another way, nor what is for examples. */
const V6_GLOBAL = '2000::/3';
const V6_SPECIAL = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const notPublic = ranges(V4, 'ipv4');
const global = ranges([V6_GLOBAL], 'ipv6');
const special = ranges(V6_SPECIAL, 'ipv6');
const loopback = ranges(['127.0.0.0/8'], 'ipv4');

/** True when an address, as a resolver gives it, is one of the public internet. Whatever isn't plainly public is not. */
export function isPublicAddress(address: string): boolean {
  const v4 = asIPv4(address);
  if (v4 !== undefined) return !notPublic.check(v4);
  return isIP(address) === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** True for this machine's own addresses. */
export function isLoopbackAddress(address: string): boolean {
  const v4 = asIPv4(address);
  return v4 !== undefined ? loopback.check(v4) : isIP(address) === 6 && canonical(address) === '::1';
}

/** IPv4 that is written as such, or mapped into IPv6 (RFC 4291), or translated (RFC 6052: networks without IPv4 need it). */
function asIPv4(address: string): string | undefined {
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return undefined;
  const [, high, low] = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical(address)) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join('.');
}

/** One spelling for each IPv6 address (RFC 5952), without a zone. */
function canonical(address: string): string {
  return new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1);
}

function ranges(list: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const made = new BlockList();
  for (const range of list) {
    const [net = '', bits] = range.split('/');
    made.addSubnet(net, Number(bits), family);
  }
  return made;
}
