import { describe, expect, it } from 'vitest';
import { callerAddress, isLoopbackHost } from '../../../packages/collector/src/access/address.js';
import { localPath } from '../../../packages/collector/src/access/local-path.js';
import { ruleFor } from '../../../packages/collector/src/access/rules.js';
import { isFromOwnPage } from '../../../packages/collector/src/access/same-origin.js';
import { sameSecret } from '../../../packages/collector/src/access/secret.js';

const request = (forwarded?: string) =>
  new Request('http://collector/', { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } });

describe('whose address is counted', () => {
  it('is the socket’s where no proxy is trusted, whatever the header says', () => {
    expect(callerAddress(request('198.51.100.7'), '203.0.113.9', 0)).toBe('203.0.113.9');
  });

  it('is what the outermost trusted proxy saw: what the sender wrote further left proves nothing', () => {
    const spoofed = '1.2.3.4, 198.51.100.7, 192.0.2.1';
    expect(callerAddress(request(spoofed), '127.0.0.1', 1)).toBe('192.0.2.1');
    expect(callerAddress(request(spoofed), '127.0.0.1', 2)).toBe('198.51.100.7');
    expect(callerAddress(request(undefined), '127.0.0.1', 1)).toBe('127.0.0.1');
    expect(callerAddress(request('1.2.3.4, rubbish'), '127.0.0.1', 1)).toBe('127.0.0.1');
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('takes %s as %s', (address, counted) => {
    expect(callerAddress(request(), address, 0)).toBe(counted);
  });

  it('knows the names of this machine', () => {
    for (const name of ['localhost', '127.0.0.1', '127.9.9.9', '[::1]', '::1']) expect(isLoopbackHost(name)).toBe(true);
    for (const name of ['localhost.example', '127.0.0.1.example', '0.0.0.0', '', 'collector.example'])
      expect(isLoopbackHost(name)).toBe(false);
  });
});

describe('where to go after signing in', () => {
  it.each(['/', '/items/a?from=2026-01-01', '/?publisher=https%3A%2F%2Fpublisher.example', '/a%2F%2Fb'])(
    'is %s when a page of ours asked for it',
    (path) => expect(localPath(path)).toBe(path),
  );

  it.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    '/%0d%0aset-cookie:x=y\r\n',
    '/\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/sign-in',
    '/sign-in?to=/',
    '/sign-out',
    'javascript:alert(1)',
    `/${'a'.repeat(2_000)}`,
  ])('is the first page where it was %j', (path) => expect(localPath(path)).toBe('/'));
});

describe('whether a page of ours sent it', () => {
  const own = 'https://collector.publisher.example';
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-site', origin: own }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: own }, true],
    [{ origin: 'https://other.publisher.example' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ] as [Record<string, string>, boolean][])('%j: %s', (headers, expected) => {
    expect(isFromOwnPage(new Headers(headers), own)).toBe(expected);
  });
});

describe('which rule a path falls under', () => {
  it('needs a key for whatever is not named', () => {
    expect(ruleFor('GET', '/')).toBe('read');
    expect(ruleFor('HEAD', '/v1/anything-new')).toBe('read');
    expect(ruleFor('GET', '/v1/events/')).toBe('read');
    expect(ruleFor('GET', '/assets')).toBe('read');
    expect(ruleFor('GET', '//health')).toBe('read');
  });

  it('needs admin for whatever changes something', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])
      expect(ruleFor(method, '/v1/campaigns')).toBe('admin');
  });
});

it('compares secrets of any length', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  expect(sameSecret('abc', 'abd')).toBe(false);
  expect(sameSecret('abc', 'abcd')).toBe(false);
  expect(sameSecret('', '')).toBe(true);
});
