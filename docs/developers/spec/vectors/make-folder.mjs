/*
 * Makes folder.json beside it, with fresh keys. Run by hand after `npm run build`, and only when the format changes:
 * `npm exec -- node docs/developers/spec/vectors/make-folder.mjs`. The keys are for tests alone and stand in the file.
 */
import { writeFile } from 'node:fs/promises';
import { encode, generateKey, publicKey, recordPath, signJws, STATUS_PATH, tombstonePath } from '@pullquote/record';

const NOW = 1_795_348_800;
const ORIGIN = 'https://publisher.example';
const [DIGEST, OTHER] = [encode(new Uint8Array(16).fill(7)), encode(new Uint8Array(16).fill(9))];
const TOMBSTONE = 'pullquote-tombstone+jwt';
const [recordKey, statusKey, foreignKey] = [await generateKey(), await generateKey(), await generateKey()];

const entry = { id: 'urn:example:item-1', version: 2, url: `${ORIGIN}/item-1`, digest: DIGEST };
const second = { id: 'urn:example:item-2', version: 1, url: `${ORIGIN}/item-2`, digest: OTHER };
const folder = {
  schema: 'pullquote-publisher/1',
  name: 'Example Publisher',
  origin: ORIGIN,
  jwks: { keys: [publicKey(recordKey)] },
  statusJwks: { keys: [publicKey(statusKey)] },
  status: ORIGIN + STATUS_PATH,
  events: 'https://collector.example/events',
  communities: [{ name: 'Example Community', share: 'https://community.example/pq/share' }],
  catalogue: [entry, second],
};
const without = (value, field) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== field));
/** The last letter of a digest carries two bits, that of a coordinate four: any other spells the same bytes again. */
const respelt = (text) => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1);
/** A case is the first valid descriptor with `value` at `at`, a JSON pointer (RFC 6901), or with nothing there. */
const put = (name, at, value, field = at.slice(1).replaceAll('/', '.')) => ({ name, at, value, code: 'folder', field });
const drop = (name, at) => put(name, at, undefined);
const crossed = (name, at, value, field) => ({ name, at, value, field });
/** Each of these fields with a value that it must not have. */
const wrong = (fields, make) =>
  Object.entries(fields).flatMap(([field, values]) =>
    Object.entries(values).map(([what, value]) => make(field, what, value)),
  );

const FIELDS = {
  schema: { 'of another kind': 'pullquote-publisher/2' },
  name: { empty: '', 'too long': 'x'.repeat(201), 'that is no text': 7 },
  origin: {
    'over http': 'http://publisher.example',
    'with a path': `${ORIGIN}/`,
    'with credentials': 'https://user:secret@publisher.example',
    'in capitals': 'https://Publisher.example',
  },
  jwks: {
    'without keys': { keys: [] },
    'that is a list': [],
    'of eleven keys': { keys: Array(11).fill(publicKey(recordKey)) },
  },
  statusJwks: { 'without keys': { keys: [] } },
  status: { 'over http': `http://publisher.example${STATUS_PATH}`, 'that is a path': STATUS_PATH },
  events: { 'over http': 'http://collector.example/events', 'with credentials': 'https://u:p@collector.example/' },
  communities: {
    'without an address': [{ name: 'Example' }],
    'over http': [{ name: 'E', share: 'http://c.example/' }],
  },
  catalogue: { 'that is an object': {}, 'that holds a text': ['item-1'] },
};
const KEY = {
  kty: { RSA: 'RSA' },
  crv: { 'P-384': 'P-384' },
  x: { short: 'AAAA', 'not canonical': respelt(recordKey.x) },
  y: { short: 'AAAA', 'not canonical': respelt(recordKey.y) },
  kid: { empty: '' },
  alg: { RS256: 'RS256' },
  use: { enc: 'enc' },
};
const ENTRY = {
  id: { 'that is no URN': 'item-1' },
  version: { 0: 0, 1.5: 1.5, 'as text': '2' },
  url: { 'over http': 'http://publisher.example/item-1', 'with a line end': `${ORIGIN}/it\nem` },
  digest: { short: DIGEST.slice(1), 'not canonical': respelt(DIGEST), 'with a path': `../../${DIGEST.slice(6)}` },
  withdrawn: { 'as text': 'true' },
};

const stone = {
  schema: 'pullquote-tombstone/1',
  iss: ORIGIN,
  id: entry.id,
  version: entry.version,
  digest: DIGEST,
  canonicalUrl: entry.url,
  title: 'Atorvastatin: drug interactions at a glance',
  reason: 'The dose in table 2 was wrong.',
  replacement: `${ORIGIN}/item-3`,
  aeReportingUrl: 'https://yellowcard.mhra.gov.uk/',
  iat: NOW,
};
const bury = (change, key = recordKey, typ = TOMBSTONE) =>
  signJws(new TextEncoder().encode(JSON.stringify({ ...stone, ...change })), key, typ);
const least = without(without(stone, 'replacement'), 'aeReportingUrl');
const jws = await bury({});
const [header, payload, signature] = jws.split('.');

const value = {
  about:
    'Publisher descriptors and tombstones. An invalid or crossed descriptor is the first valid one with "value" at "at" (RFC 6901), or without what stands there. "field" is what an error names. "crossed" descriptors have the right form, and are wrong for whoever looks at the whole. "strangers" are sound tombstones that are not those of the entry. Keys are for tests only.',
  origin: ORIGIN,
  keys: { record: recordKey, status: statusKey, foreign: foreignKey },
  paths: { digest: DIGEST, record: recordPath(DIGEST), tombstone: tombstonePath(DIGEST), status: STATUS_PATH },
  descriptors: {
    valid: [
      { name: 'with every field', folder, means: folder },
      {
        name: 'with no field that may be absent',
        folder: { ...without(without(folder, 'events'), 'communities'), catalogue: [] },
        means: { ...without(without(folder, 'events'), 'communities'), catalogue: [] },
      },
      {
        name: 'two versions of an item, one of them withdrawn',
        folder: { ...folder, catalogue: [entry, { ...entry, version: 1, digest: OTHER, withdrawn: true }] },
        means: { ...folder, catalogue: [entry, { ...entry, version: 1, digest: OTHER, withdrawn: true }] },
      },
      {
        name: 'unknown fields are ignored',
        folder: {
          ...folder,
          invented: true,
          jwks: { ...folder.jwks, invented: true },
          catalogue: [{ ...entry, invented: 1 }, second],
        },
        means: folder,
      },
    ],
    invalid: [
      put('a text', '', 'https://publisher.example'),
      ...Object.keys(without(without(folder, 'events'), 'communities')).map((field) =>
        drop(`no ${field}`, `/${field}`),
      ),
      ...wrong(FIELDS, (field, what, bad) => put(`${field} ${what}`, `/${field}`, bad)),
      ...Object.keys(KEY).map((field) => drop(`a key without ${field}`, `/jwks/keys/0/${field}`)),
      ...wrong(KEY, (field, what, bad) => put(`a key whose ${field} is ${what}`, `/jwks/keys/0/${field}`, bad)),
      ...Object.keys(entry).map((field) => drop(`an entry without ${field}`, `/catalogue/0/${field}`)),
      ...wrong(ENTRY, (field, what, bad) => put(`an entry whose ${field} is ${what}`, `/catalogue/0/${field}`, bad)),
    ],
    crossed: [
      crossed('a private record key', '/jwks/keys/0/d', recordKey.d, 'jwks.keys.0'),
      crossed('a private status key', '/statusJwks/keys/0/d', statusKey.d, 'statusJwks.keys.0'),
      crossed('the origin of somebody else', '/origin', 'https://other.example', 'origin'),
      crossed('a status list elsewhere', '/status', `${ORIGIN}/status.jwt`, 'status'),
      crossed('a status list on another origin', '/status', `https://other.example${STATUS_PATH}`, 'status'),
      crossed('one key for both', '/statusJwks', folder.jwks, 'statusJwks'),
      crossed(
        'one key under two names',
        '/statusJwks/keys/0',
        { ...publicKey(recordKey), kid: 'another' },
        'statusJwks',
      ),
      crossed('one name for two keys', '/statusJwks/keys/0/kid', recordKey.kid, 'statusJwks'),
      crossed('an item on another origin', '/catalogue/0/url', 'https://other.example/item-1', 'catalogue'),
      crossed('a digest that stands twice', '/catalogue/0/digest', OTHER, 'catalogue'),
      crossed('an id and version that stand twice', '/catalogue/0', { ...second, digest: DIGEST }, 'catalogue'),
    ],
  },
  tombstones: {
    jwks: folder.jwks,
    entry: { ...entry, withdrawn: true },
    valid: [
      { name: 'as signed', jws, tombstone: stone },
      {
        name: 'with no field that may be absent',
        jws: await bury({ replacement: undefined, aeReportingUrl: undefined }),
        tombstone: least,
      },
      { name: 'an unknown field is ignored', jws: await bury({ invented: true }), tombstone: stone },
    ],
    invalid: [
      { name: 'the type of a record', jws: await bury({}, recordKey, 'pullquote-record+jwt'), code: 'jws-header' },
      { name: 'the status key', jws: await bury({}, statusKey), code: 'key' },
      { name: 'a key that is not listed', jws: await bury({}, foreignKey), code: 'key' },
      {
        name: 'a foreign key under the name of a listed one',
        jws: await bury({}, { ...foreignKey, kid: recordKey.kid }),
        code: 'jws-signature',
      },
      {
        name: 'another reason than was signed',
        jws: `${header}.${encode(new TextEncoder().encode(JSON.stringify({ ...stone, reason: 'None.' })))}.${signature}`,
        code: 'jws-signature',
      },
      { name: 'padding', jws: `${header}.${payload}.${signature}==`, code: 'base64url' },
      ...(await Promise.all(
        Object.keys(least).map(async (field) => ({
          name: `no ${field}`,
          jws: await bury({ [field]: undefined }),
          code: 'folder',
        })),
      )),
      { name: 'an empty reason', jws: await bury({ reason: '' }), code: 'folder' },
      { name: 'a digest that is not canonical', jws: await bury({ digest: respelt(DIGEST) }), code: 'folder' },
      { name: 'a script as its replacement', jws: await bury({ replacement: 'javascript:alert(1)' }), code: 'folder' },
      { name: 'an address over http', jws: await bury({ canonicalUrl: 'http://publisher.example/' }), code: 'folder' },
    ],
    strangers: [
      { name: 'another digest', jws: await bury({ digest: OTHER }), field: 'digest' },
      { name: 'another id', jws: await bury({ id: second.id }), field: 'id' },
      { name: 'another version', jws: await bury({ version: 1 }), field: 'version' },
      { name: 'another address', jws: await bury({ canonicalUrl: second.url }), field: 'canonicalUrl' },
      { name: 'another publisher', jws: await bury({ iss: 'https://other.example' }), field: 'iss' },
    ],
  },
};
await writeFile(new URL('folder.json', import.meta.url), `${JSON.stringify(value, null, 2)}\n`);
