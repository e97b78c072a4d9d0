import { createHmac } from 'node:crypto';
import {
  generateKey,
  publicKey,
  signDetached,
  signJws,
  signRecord,
  verifyDetached,
  verifyJws,
} from '@pullquote/record';
import fc from 'fast-check';
import { CompactSign, exportSPKI, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { codeOf, flipBit, maximalRecord, newPublisher } from './fixtures.js';

const TYP = 'pullquote-record+jwt';
const publisher = await newPublisher();
const { jws } = await signRecord(await maximalRecord(), publisher.recordKey);
const verify = (text: string) => codeOf(() => verifyJws(text, publisher.jwks, TYP));

/** A JWS with any header, signed properly with the publisher's own key. */
async function withHeader(header: Record<string, unknown>): Promise<string> {
  const base = { alg: 'ES256', typ: TYP, kid: publisher.recordKey.kid };
  const key = await importJWK({ ...publisher.recordKey }, 'ES256');
  return new CompactSign(new TextEncoder().encode('{}'))
    .setProtectedHeader({ ...base, ...header })
    .sign(key, { crit: { exp: false, b64: true } });
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

it('accepts what was signed', async () => {
  const payload = await verifyJws(jws, publisher.jwks, TYP);
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(await maximalRecord());
});

describe('refuses a header that', () => {
  it('says alg none, with and without the signature', async () => {
    const [, payload, signature] = jws.split('.');
    const none = part({ alg: 'none', typ: TYP, kid: publisher.recordKey.kid });
    expect(await verify(`${none}.${payload}.`)).toBe('jws-header');
    expect(await verify(`${none}.${payload}.${signature}`)).toBe('jws-header');
  });

  it('says HS256 and uses the public key as the secret', async () => {
    const key = publisher.jwks.keys[0];
    const pem = await exportSPKI((await importJWK({ ...key, ext: true }, 'ES256')) as CryptoKey);
    for (const secret of [JSON.stringify(key), pem, Buffer.from(key?.x ?? '', 'base64url')]) {
      const input = `${part({ alg: 'HS256', typ: TYP, kid: publisher.recordKey.kid })}.${jws.split('.')[1]}`;
      expect(await verify(`${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`)).toBe(
        'jws-header',
      );
    }
  });

  it.each([
    ['points at keys elsewhere', { jku: 'https://attacker.example/jwks.json' }],
    ['points at a certificate', { x5u: 'https://attacker.example/cert.pem' }],
    ['carries a certificate', { x5c: ['MIIB'] }],
    ['carries a key', { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }],
    ['marks something critical', { crit: ['exp'], exp: 1 }],
    ['has another type', { typ: 'JWT' }],
    ['has no type', { typ: undefined }],
    ['has no key id', { kid: undefined }],
    ['has a key id that is no text', { kid: 7 as unknown as string }],
    ['is meant for somebody', { aud: 'https://collector.example' }],
    ['says anything else', { note: 'hello' }],
  ])('%s', async (_, header) => {
    expect(await verify(await withHeader(header))).toBe('jws-header');
  });

  it('is no JSON object', async () => {
    const [, payload, signature] = jws.split('.');
    expect(await verify(`${part('text')}.${payload}.${signature}`)).toBe('jws-format');
    expect(await verify(`${part(null)}.${payload}.${signature}`)).toBe('jws-format');
    expect(await verify(`${part([])}.${payload}.${signature}`)).toBe('jws-header');
    expect(await verify(`bm90IGpzb24.${payload}.${signature}`)).toBe('jws-format');
  });
});

describe('refuses the key', () => {
  it('of somebody else, also under the name of the right one', async () => {
    const foreign = await generateKey();
    const record = await maximalRecord();
    expect(await verify((await signRecord(record, foreign)).jws)).toBe('key');
    expect(await verify((await signRecord(record, { ...foreign, kid: publisher.recordKey.kid })).jws)).toBe(
      'jws-signature',
    );
  });

  it('that signs the status list', async () => {
    expect(await verify((await signRecord(await maximalRecord(), publisher.statusKey)).jws)).toBe('key');
  });

  it('that is not published for ES256 signatures', async () => {
    const key = publicKey(publisher.recordKey);
    for (const change of [{ alg: 'ES384' }, { use: 'enc' }, { crv: 'P-384' }, { kty: 'RSA' }]) {
      const keys = { keys: [{ ...key, ...change } as typeof key] };
      expect(await codeOf(() => verifyJws(jws, keys, TYP))).toBe('key');
    }
  });
});

describe('refuses bytes', () => {
  it('of which one bit of the payload or the signature changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<1 | 2>(1, 2), fc.nat(100_000), async (which, bit) => {
        expect(await verify(flipBit(jws, which, bit))).toBe('jws-signature');
      }),
    );
  });

  it('of which one bit of the header changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000), async (bit) => {
        expect(['jws-header', 'jws-format', 'key', 'jws-signature']).toContain(await verify(flipBit(jws, 0, bit)));
      }),
    );
  });

  it.each([0, 1, 2])('in base64url that is not canonical, in part %i', async (index) => {
    const padded = jws.split('.');
    padded[index] += '=';
    expect(await verify(padded.join('.'))).toBe('base64url');
    const spaced = jws.split('.');
    spaced[index] = ` ${spaced[index]}`;
    expect(await verify(spaced.join('.'))).toBe('base64url');
  });

  it('whose signature text was changed in bits that decode to nothing', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = letters[letters.indexOf(jws.at(-1) ?? '') + 1] ?? '';
    const changed = jws.slice(0, -1) + last;
    const bytes = (text: string) => Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64url');
    expect(bytes(changed)).toEqual(bytes(jws));
    expect(await verify(changed)).toBe('base64url');
  });

  it.each(['', 'a', 'a.b', 'a.b.c.d', '..', `${jws}.`])('that are no compact JWS: %#', async (text) => {
    expect(['jws-format', 'base64url']).toContain(await verify(text));
  });

  it('whose signature has the wrong length', async () => {
    expect(await verify(jws.slice(0, -4))).not.toBe('nothing thrown');
    expect(await verify(jws.slice(0, jws.lastIndexOf('.') + 1))).toBe('jws-signature');
  });
});

describe('a detached signature', () => {
  const body = new TextEncoder().encode('[1,2,3]');
  const aud = 'https://publisher.example';

  it('holds for its bytes, its type and its audience, and for no others', async () => {
    const signature = await signDetached(body, publisher.recordKey, 'pullquote-batch+jws', aud);
    const check = (bytes: Uint8Array, to: string, text = signature) =>
      codeOf(() => verifyDetached(text, bytes, publisher.jwks, 'pullquote-batch+jws', to));
    expect(signature.split('.')[1]).toBe('');
    expect(await check(body, aud)).toBe('nothing thrown');
    expect(await check(new TextEncoder().encode('[1,2,4]'), aud)).toBe('jws-signature');
    expect(await check(body, 'https://other.example')).toBe('jws-header');
    expect(await check(body, aud, await signJws(body, publisher.recordKey, 'pullquote-batch+jws', aud))).toBe(
      'jws-format',
    );
    expect(await codeOf(() => verifyDetached(signature, body, publisher.jwks, TYP, aud))).toBe('jws-header');
  });
});
