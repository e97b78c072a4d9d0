import { decode, encode } from '@pullquote/record';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('writes and reads any bytes, as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = encode(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...decode(text)]).toEqual([...bytes]);
    }),
  );
});

it('writes more bytes than fit in one call', () => {
  const bytes = new Uint8Array(100_000).fill(251);
  expect(encode(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
});

it.each([
  ['padding', 'QQ=='],
  ['white space', 'Q Q'],
  ['a line end', 'QQ\n'],
  ['trailing bits that are not zero', 'QR'],
  ['the other alphabet', '+/8='],
  ['the other alphabet without padding', '+/+/'],
  ['half a byte', 'Q'],
  ['letters that are in no alphabet', 'Qö'],
])('refuses %s', (_, text) => {
  expect(() => decode(text)).toThrow(expect.objectContaining({ code: 'base64url' }));
});

it('never reads two texts as the same bytes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_\-+/=]{0,12}$/), (text) => {
      let bytes;
      try {
        bytes = decode(text);
      } catch {
        return;
      }
      expect(encode(bytes)).toBe(text);
    }),
  );
});
