import { deflateSync } from 'node:zlib';
import {
  encode,
  ITEM_STATES,
  openStatusList,
  signJws,
  signRecord,
  signStatusList,
  STATUS_LIST_SIZE,
} from '@pullquote/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, maximalRecord, newPublisher, NOW, STATUS_URI, statusToken } from './fixtures.js';

const publisher = await newPublisher();
const times = { iat: NOW, exp: NOW + 3_600 };
const open = (token: string, uri = STATUS_URI) => openStatusList(token, publisher.statusJwks, uri);

/** A list with any claims, signed properly. */
function signed(change: Record<string, unknown>): Promise<string> {
  const lst = encode(deflateSync(new Uint8Array(STATUS_LIST_SIZE / 4)));
  const claims = { sub: STATUS_URI, ...times, status_list: { bits: 2, lst }, ...change };
  return signJws(new TextEncoder().encode(JSON.stringify(claims)), publisher.statusKey, 'statuslist+jwt');
}

it('gives every place the state that was written there, and live to all others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: STATUS_LIST_SIZE - 1 }), fc.constantFrom(...ITEM_STATES)), {
        selector: ([idx]) => idx,
        maxLength: 30,
      }),
      async (pairs) => {
        const states = new Map(pairs);
        const list = await open(await signStatusList({ uri: STATUS_URI, ...times, states }, publisher.statusKey));
        for (const idx of [0, 1, 2, 3, 4, STATUS_LIST_SIZE - 1, ...states.keys()])
          expect(list.stateAt(idx)).toBe(states.get(idx) ?? 'live');
        expect(list).toMatchObject({ uri: STATUS_URI, ...times });
      },
    ),
    { numRuns: 20 },
  );
});

it('has the same size before compression however many items are recalled', async () => {
  const payload = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const { status_list } = payload(await statusToken(publisher, 'live'));
  expect(status_list.bits).toBe(2);
  expect(status_list.lst.length).toBeLessThan(100);
});

it.each([-1, STATUS_LIST_SIZE, 0.5, 2 ** 32, 2 ** 32 + 7, NaN, Infinity])('has no place %d', async (idx) => {
  const list = await open(await statusToken(publisher, 'live'));
  expect(() => list.stateAt(idx)).toThrow(expect.objectContaining({ code: 'status-list' }));
  const claims = { uri: STATUS_URI, ...times, states: new Map([[idx, 'withdrawn' as const]]) };
  expect(await codeOf(() => signStatusList(claims, publisher.statusKey))).toBe('status-list');
});

it('opens a list that has expired: its age is the verdict’s question', async () => {
  const list = await open(await statusToken(publisher, 'withdrawn', { iat: NOW - 9_000, exp: NOW - 5_000 }));
  expect(list.stateAt(7)).toBe('withdrawn');
});

describe('refuses', () => {
  it('a list for another address', async () => {
    const token = await statusToken(publisher, 'live');
    expect(await codeOf(() => open(token, `${STATUS_URI}?2`))).toBe('status-list');
  });

  it('a list that a record key signed, and a record in its place', async () => {
    const claims = { uri: STATUS_URI, ...times, states: new Map() };
    expect(await codeOf(async () => open(await signStatusList(claims, publisher.recordKey)))).toBe('key');
    const { jws } = await signRecord(await maximalRecord(), publisher.statusKey);
    expect(await codeOf(() => open(jws))).toBe('jws-header');
  });

  it('a decompression bomb', async () => {
    const lst = encode(deflateSync(new Uint8Array(64 * 1024 * 1024)));
    expect(lst.length).toBeLessThan(100_000);
    expect(await codeOf(async () => open(await signed({ status_list: { bits: 2, lst } })))).toBe('status-list');
  });

  it('a list that is one byte too long', async () => {
    const lst = encode(deflateSync(new Uint8Array(STATUS_LIST_SIZE / 4 + 1)));
    expect(await codeOf(async () => open(await signed({ status_list: { bits: 2, lst } })))).toBe('status-list');
  });

  it.each([
    ['one bit an item', { status_list: { bits: 1, lst: encode(deflateSync(new Uint8Array(8))) } }, 'status-list'],
    ['no list', { status_list: undefined }, 'status-list'],
    ['a list that is not compressed', { status_list: { bits: 2, lst: 'AAAA' } }, 'status-list'],
    ['a list that is not base64url', { status_list: { bits: 2, lst: '!!' } }, 'base64url'],
    ['no issue time', { iat: undefined }, 'status-list'],
    ['an expiry in words', { exp: 'tomorrow' }, 'status-list'],
  ])('%s', async (_, change, code) => {
    expect(await codeOf(async () => open(await signed(change)))).toBe(code);
  });
});
