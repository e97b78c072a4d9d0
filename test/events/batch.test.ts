import {
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  openBatch,
  signBatch,
  type PublicEvent,
  type SignedBatch,
} from '@pullquote/events';
import { generateKey, publicKey, signDetached } from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { EVENT, PUBLISHER } from './fixtures.js';

const key = await generateKey();
const keys = { keys: [publicKey(key)] };
const batch = await signBatch([EVENT, EVENT], key, PUBLISHER);
const codeOf = async (one: SignedBatch, publisher = PUBLISHER) => {
  try {
    await openBatch(one, keys, publisher);
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'accepted';
};
const signed = async (text: string | Uint8Array<ArrayBuffer>) => {
  const body = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { body, signature: await signDetached(body, key, 'pullquote-batch+jws', PUBLISHER) };
};

it('opens what was signed for this publisher', async () => {
  expect(await openBatch(batch, keys, PUBLISHER)).toEqual([EVENT, EVENT]);
  expect(await openBatch(await signBatch([], key, PUBLISHER), keys, PUBLISHER)).toEqual([]);
});

describe('refuses', () => {
  it('a batch for another publisher', async () => {
    expect(await codeOf(batch, 'https://other.example')).toBe('signature');
  });

  it('a changed byte, and another body under the same signature', async () => {
    const changed = Uint8Array.from(batch.body);
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(await codeOf({ ...batch, body: changed })).toBe('signature');
    expect(await codeOf({ ...batch, body: new TextEncoder().encode('[]') })).toBe('signature');
  });

  it('a signature by somebody else, of another type, or none', async () => {
    expect(await codeOf(await signBatch([EVENT], await generateKey(), PUBLISHER))).toBe('signature');
    const signature = await signDetached(batch.body, key, 'pullquote-record+jwt', PUBLISHER);
    expect(await codeOf({ ...batch, signature })).toBe('signature');
    expect(await codeOf({ ...batch, signature: '' })).toBe('signature');
  });

  it.each([
    ['text that is not JSON', 'hello', 'malformed'],
    ['one event that is not in a list', JSON.stringify(EVENT), 'malformed'],
    ['bytes that are not UTF-8', Uint8Array.of(0x5b, 0xff, 0x5d), 'malformed'],
    ['too many events', JSON.stringify(Array(MAX_BATCH_EVENTS + 1).fill(1)), 'too-large'],
    ['too many bytes', `["${'x'.repeat(MAX_BATCH_BYTES)}"]`, 'too-large'],
  ])('%s, although it is signed', async (_, text, code) => {
    expect(await codeOf(await signed(text))).toBe(code);
  });
});

it('has room for as many events of the usual length as it may hold', async () => {
  const { body } = await signBatch(Array<PublicEvent>(MAX_BATCH_EVENTS).fill(EVENT), key, PUBLISHER);
  expect(body.byteLength).toBeLessThan(MAX_BATCH_BYTES);
});
