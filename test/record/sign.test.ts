import {
  generateKey,
  openRecord,
  openTombstone,
  payloadDigest,
  publicKey,
  sha256Text,
  signJws,
  signRecord,
  signTombstone,
  splitJws,
  thumbprint,
  type ContentRecord,
  type Tombstone,
} from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { codeOf, EXCERPT, maximalRecord, newPublisher, NOW, ORIGIN } from './fixtures.js';

const publisher = await newPublisher();

it('opens what it signed', async () => {
  const record = await maximalRecord();
  const { jws, digest } = await signRecord(record, publisher.recordKey);
  expect(await openRecord(jws, publisher.jwks)).toEqual({ jws, digest, record });
});

it('gives the same digest whatever the order of the fields, and another signature each time', async () => {
  const record = await maximalRecord();
  const turned = Object.fromEntries(Object.entries(record).reverse()) as ContentRecord;
  const [one, other] = [await signRecord(record, publisher.recordKey), await signRecord(turned, publisher.recordKey)];
  expect(other.digest).toBe(one.digest);
  expect(other.jws).not.toBe(one.jws);
  expect(await payloadDigest(splitJws(one.jws).payload)).toBe(one.digest);
  expect(one.digest).toMatch(/^[A-Za-z0-9_-]{21}[AQgw]$/);
});

describe('an excerpt', () => {
  it('with the hash of another text is neither signed nor opened', async () => {
    const record = await maximalRecord({ excerpts: [{ id: 'e1', text: EXCERPT, sha256: await sha256Text('other') }] });
    await expect(signRecord(record, publisher.recordKey)).rejects.toMatchObject({
      code: 'record',
      issues: ['excerpts.0.sha256: must be the SHA-256 of text'],
    });
    const payload = new TextEncoder().encode(JSON.stringify(record));
    const jws = await signJws(payload, publisher.recordKey, 'pullquote-record+jwt');
    expect(await codeOf(() => openRecord(jws, publisher.jwks))).toBe('record');
  });

  it('with space around it can be opened again once it is signed', async () => {
    const record = await maximalRecord({
      excerpts: [{ id: 'e1', text: ` ${EXCERPT} `, sha256: await sha256Text(EXCERPT) }],
    });
    const { jws } = await signRecord(record, publisher.recordKey);
    expect((await openRecord(jws, publisher.jwks)).record.excerpts?.[0]?.text).toBe(EXCERPT);
  });
});

it('signs nothing that the schema refuses', async () => {
  const wrong = { ...(await maximalRecord()), contentType: 'hologram' } as unknown as ContentRecord;
  expect(await codeOf(() => signRecord(wrong, publisher.recordKey))).toBe('record');
});

describe('a tombstone', () => {
  const tombstone: Tombstone = {
    schema: 'pullquote-tombstone/1',
    iss: ORIGIN,
    id: 'urn:uuid:2f6b3a0e-6d6c-4a69-9d3b-3f7f1a4f9a10',
    version: 2,
    digest: 'AAECAwQFBgcICQoLDA0ODw',
    canonicalUrl: `${ORIGIN}/atorvastatin-interactions`,
    title: 'Atorvastatin: drug interactions at a glance',
    reason: 'The dosing table held an error.',
    replacement: `${ORIGIN}/atorvastatin-interactions-2`,
    iat: NOW,
  };

  it('says why, signed', async () => {
    const { jws } = await signTombstone(tombstone, publisher.recordKey);
    expect(await openTombstone(jws, publisher.jwks)).toEqual(tombstone);
  });

  it('is no record, and a record is no tombstone', async () => {
    const { jws } = await signTombstone(tombstone, publisher.recordKey);
    expect(await codeOf(() => openRecord(jws, publisher.jwks))).toBe('jws-header');
    const record = await signRecord(await maximalRecord(), publisher.recordKey);
    expect(await codeOf(() => openTombstone(record.jws, publisher.jwks))).toBe('jws-header');
  });

  it('needs a reason', async () => {
    await expect(async () => signTombstone({ ...tombstone, reason: '' }, publisher.recordKey)).rejects.toMatchObject({
      code: 'folder',
      issues: ['reason: a reason is needed: readers will see it'],
    });
  });
});

describe('a key', () => {
  it('is named by its own thumbprint and publishes no secret', async () => {
    const key = await generateKey();
    expect(key.kid).toBe(await thumbprint(key));
    expect(Object.keys(publicKey(key)).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(JSON.stringify(publicKey(key))).not.toContain(key.d);
  });
});
