/*
 * Makes the test vectors beside it, with fresh keys. Run by hand after `npm run build`, and only when a format changes:
 * `npm exec -- node docs/developers/spec/vectors/make-record.mjs`. The keys are for tests alone and stand in the files.
 */
import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import {
  encode,
  generateKey,
  payloadDigest,
  publicKey,
  sha256Text,
  signJws,
  signRecord,
  signStatusList,
  splitJws,
} from '@pullquote/record';
import { CompactSign, importJWK } from 'jose';

const NOW = 1_795_348_800;
const ORIGIN = 'https://publisher.example';
const URI = `${ORIGIN}/.well-known/pullquote/status.jwt`;
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const [recordKey, statusKey, foreignKey] = [await generateKey(), await generateKey(), await generateKey()];
const bytes = (text) => new TextEncoder().encode(text);
const json = (value) => bytes(JSON.stringify(value));
const part = (value) => encode(json(value));
const write = (name, value) =>
  writeFile(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);

const passage = 'Clarithromycin raised the AUC of atorvastatin 4.5-fold.';
const record = {
  schema: 'pullquote/1',
  id: 'urn:uuid:2f6b3a0e-6d6c-4a69-9d3b-3f7f1a4f9a10',
  version: 2,
  language: 'en',
  canonicalUrl: `${ORIGIN}/atorvastatin-interactions`,
  title: 'Atorvastatin: drug interactions at a glance',
  contentType: 'clinical-summary',
  promotionalStatus: 'promotional',
  labelStatus: 'within-label',
  audience: { roles: ['healthcare professionals'], countries: ['GB'] },
  parties: [{ role: 'sponsor', name: 'Example Pharma' }],
  involvement: { en: 'Written and funded by Example Pharma.' },
  products: [{ brand: 'Lipitor', generic: 'atorvastatin', piUrl: { GB: `${ORIGIN}/pi` } }],
  excerpts: [{ id: 'e1', text: passage, sha256: await sha256Text(passage) }],
  reuse: { requireVerifiedHcp: true, quote: 'approved-only', download: false, print: true, reshare: true },
  iss: ORIGIN,
  iat: NOW,
  exp: NOW + 31_536_000,
  status: { uri: URI, idx: 7 },
};

const { jws, digest } = await signRecord(record, recordKey);
const [header, payload, signature] = jws.split('.');
const base = { alg: 'ES256', typ: 'pullquote-record+jwt', kid: recordKey.kid };
const signWith = async (head, body = splitJws(jws).payload) =>
  new CompactSign(body).setProtectedHeader(head).sign(await importJWK(recordKey, 'ES256'), { crit: { exp: false } });
const changed = splitJws(jws).payload.slice();
changed[changed.length >> 1] ^= 1;
const hs256 = `${part({ ...base, alg: 'HS256' })}.${payload}`;
const lastLetter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const unusedBits = jws.slice(0, -1) + lastLetter[lastLetter.indexOf(jws.at(-1)) + 1];

/** The other signature that ECDSA allows for the same bytes: (r, n − s). */
function twin(text) {
  const raw = Buffer.from(text, 'base64url');
  const s = P256_ORDER - BigInt(`0x${raw.subarray(32).toString('hex')}`);
  return Buffer.concat([raw.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]).toString(
    'base64url',
  );
}

await write('record', {
  about: 'Content records as compact JWS. Keys are for tests only.',
  keys: { record: recordKey, status: statusKey, foreign: foreignKey },
  jwks: { keys: [publicKey(recordKey)] },
  valid: [
    { name: 'as signed', jws, digest, record },
    {
      name: 'the other signature of the same payload: the digest stays',
      jws: `${header}.${payload}.${twin(signature)}`,
      digest,
      record,
    },
    await valid(
      'another order of fields: other bytes, another digest',
      Object.fromEntries(Object.entries(record).reverse()),
    ),
    await valid('an unknown field is ignored', { ...record, invented: true }),
  ],
  invalid: [
    { name: 'alg none', jws: `${part({ ...base, alg: 'none' })}.${payload}.`, code: 'jws-header' },
    {
      name: 'HS256 with the public key as the secret',
      jws: `${hs256}.${createHmac('sha256', JSON.stringify(publicKey(recordKey)))
        .update(hs256)
        .digest('base64url')}`,
      code: 'jws-header',
    },
    {
      name: 'a key location in the header',
      jws: await signWith({ ...base, jku: 'https://attacker.example/jwks' }),
      code: 'jws-header',
    },
    {
      name: 'a certificate location in the header',
      jws: await signWith({ ...base, x5u: 'https://attacker.example/c' }),
      code: 'jws-header',
    },
    { name: 'a key in the header', jws: await signWith({ ...base, jwk: publicKey(foreignKey) }), code: 'jws-header' },
    { name: 'a critical extension', jws: await signWith({ ...base, crit: ['exp'], exp: 1 }), code: 'jws-header' },
    { name: 'another type', jws: await signWith({ ...base, typ: 'JWT' }), code: 'jws-header' },
    { name: 'a key that is not listed', jws: (await signRecord(record, foreignKey)).jws, code: 'key' },
    { name: 'the status key', jws: (await signRecord(record, statusKey)).jws, code: 'key' },
    {
      name: 'a foreign key under the name of a listed one',
      jws: (await signRecord(record, { ...foreignKey, kid: recordKey.kid })).jws,
      code: 'jws-signature',
    },
    { name: 'one bit of the payload changed', jws: `${header}.${encode(changed)}.${signature}`, code: 'jws-signature' },
    { name: 'padding', jws: `${header}.${payload}.${signature}==`, code: 'base64url' },
    { name: 'unused bits that are not zero', jws: unusedBits, code: 'base64url' },
    { name: 'two parts', jws: `${header}.${payload}`, code: 'jws-format' },
    {
      name: 'an unknown kind of content',
      jws: await signWith(base, json({ ...record, contentType: 'hologram' })),
      code: 'record',
    },
    {
      name: 'an item on another origin than iss',
      jws: await signWith(base, json({ ...record, iss: 'https://other.example' })),
      code: 'record',
    },
    {
      name: 'an address that is not written as browsers write it',
      jws: await signWith(base, json({ ...record, canonicalUrl: `${record.canonicalUrl}#top` })),
      code: 'record',
    },
    {
      name: 'an excerpt whose hash is another text’s',
      jws: await signWith(base, json({ ...record, excerpts: [{ ...record.excerpts[0], text: 'Other.' }] })),
      code: 'record',
    },
  ],
});

async function valid(name, value) {
  const body = json(value);
  return { name, jws: await signWith(base, body), digest: await payloadDigest(body), record };
}

const H = digest;
const link = { url: record.canonicalUrl, version: 2, digest: H };
await write('link', {
  about: 'Item links: what a stored post says about an item.',
  valid: [
    { text: `${link.url}#pq=v2;h=${H}`, link },
    { text: `${link.url}#pq=v2;h=${H};x=e1`, link: { ...link, excerpt: 'e1' } },
    { text: `${link.url}#pq=v2;h=${H};d=1`, link: { ...link, depth: 1 } },
    { text: `${link.url}#pq=v2;h=${H};x=e1;d=2`, link: { ...link, excerpt: 'e1', depth: 2 } },
    { text: `${ORIGIN}/#pq=v1;h=${H};d=0`, link: { url: `${ORIGIN}/`, version: 1, digest: H, depth: 0 } },
    {
      text: `${ORIGIN}/item?lang=en&part=2#pq=v12;h=${H}`,
      link: { url: `${ORIGIN}/item?lang=en&part=2`, version: 12, digest: H },
    },
    {
      text: `http://127.0.0.1:4801/item#pq=v1;h=${H}`,
      link: { url: 'http://127.0.0.1:4801/item', version: 1, digest: H },
    },
  ],
  invalid: [
    { name: 'no fragment', text: link.url },
    { name: 'http', text: `http://publisher.example/item#pq=v1;h=${H}` },
    { name: 'credentials', text: `https://user:secret@publisher.example/item#pq=v1;h=${H}` },
    { name: 'version 0', text: `${link.url}#pq=v0;h=${H}` },
    { name: 'a leading zero', text: `${link.url}#pq=v02;h=${H}` },
    { name: 'a short digest', text: `${link.url}#pq=v2;h=${H.slice(1)}` },
    { name: 'a digest with unused bits set', text: `${link.url}#pq=v2;h=${H.slice(0, -1)}B` },
    { name: 'another order', text: `${link.url}#pq=v2;h=${H};d=1;x=e1` },
    { name: 'depth 4', text: `${link.url}#pq=v2;h=${H};d=4` },
    { name: 'an unknown field', text: `${link.url}#pq=v2;h=${H};u=dr-7` },
    { name: 'a line end in the address', text: `${ORIGIN}/it\nem#pq=v2;h=${H}` },
    { name: 'a letter that is not ASCII', text: `${ORIGIN}/ö#pq=v2;h=${H}` },
  ],
});

const times = { iat: NOW, exp: NOW + 3_600 };
const states = { 0: 'withdrawn', 7: 'live', 8: 'suspended', 9: 'superseded', 131071: 'withdrawn' };
const map = new Map(Object.entries(states).map(([idx, state]) => [Number(idx), state]));
const token = await signStatusList({ uri: URI, ...times, states: map }, statusKey);
const full = encode(deflateSync(new Uint8Array(32_768)));
const list = (change, key = statusKey, typ = 'statuslist+jwt') =>
  signJws(json({ sub: URI, ...times, ttl: 3_600, status_list: { bits: 2, lst: full }, ...change }), key, typ);

await write('status', {
  about: 'Status lists (IETF Token Status List, 2 bits an item). Keys are for tests only.',
  uri: URI,
  keys: { record: recordKey, status: statusKey },
  jwks: { keys: [publicKey(statusKey)] },
  valid: [
    { name: 'as signed', token, ...times, states },
    {
      name: 'long expired: opens all the same',
      token: await list({ iat: 1, exp: 2 }),
      iat: 1,
      exp: 2,
      states: { 0: 'live' },
    },
  ],
  outside: [-1, 131072, 4294967296],
  invalid: [
    { name: 'for another address', token: await list({ sub: `${URI}?2` }), code: 'status-list' },
    { name: 'one bit an item', token: await list({ status_list: { bits: 1, lst: full } }), code: 'status-list' },
    { name: 'no expiry', token: await list({ exp: undefined }), code: 'status-list' },
    {
      name: 'one byte too long',
      token: await list({ status_list: { bits: 2, lst: encode(deflateSync(new Uint8Array(32_769))) } }),
      code: 'status-list',
    },
    {
      name: '16 MB behind 16 KB',
      token: await list({ status_list: { bits: 2, lst: encode(deflateSync(new Uint8Array(16_777_216))) } }),
      code: 'status-list',
    },
    { name: 'not compressed', token: await list({ status_list: { bits: 2, lst: 'AAAA' } }), code: 'status-list' },
    { name: 'signed by a record key', token: await list({}, recordKey), code: 'key' },
    { name: 'another type', token: await list({}, statusKey, 'pullquote-record+jwt'), code: 'jws-header' },
  ],
});
