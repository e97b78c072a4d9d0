import {
  communityFileSchema,
  isSecureOrigin,
  isSecureUrl,
  parse,
  parsePublisherFolder,
  parseRecord,
  publicKey,
  RecordError,
  recordJsonSchema,
  recordSchema,
} from '@pullquote/record';
import * as vocabulary from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { maximalRecord, minimalRecord, newPublisher, ORIGIN, STATUS_URI } from './fixtures.js';

const issuesOf = (input: unknown): readonly string[] => {
  try {
    parseRecord(input);
    return [];
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    expect(error.code).toBe('record');
    return error.issues;
  }
};

describe('a record', () => {
  it('may hold every field, or only the ones it must', async () => {
    expect(issuesOf(await maximalRecord())).toEqual([]);
    expect(issuesOf(await minimalRecord())).toEqual([]);
  });

  it('is read without the fields that nobody knows', async () => {
    expect(parseRecord({ ...(await minimalRecord()), invented: true })).toEqual(await minimalRecord());
  });

  it.each(Object.keys(recordSchema.entries))('needs %s, or does without it', async (field) => {
    const { [field]: _, ...rest } = { ...(await maximalRecord()) } as Record<string, unknown>;
    const needed = field in (await minimalRecord());
    expect(issuesOf(rest).some((issue) => issue.startsWith(`${field}:`))).toBe(needed);
  });

  it.each([
    ['id', { id: 'lipitor' }],
    ['version', { version: 0 }],
    ['version', { version: 1.5 }],
    ['language', { language: 'English' }],
    ['title', { title: '   ' }],
    ['title', { title: 'x'.repeat(501) }],
    ['canonicalUrl', { canonicalUrl: 'http://publisher.example/item' }],
    ['canonicalUrl', { canonicalUrl: 'javascript:alert(1)' }],
    ['canonicalUrl', { canonicalUrl: `${ORIGIN}/a\nVerified source` }],
    ['canonicalUrl', { canonicalUrl: `${ORIGIN}/\u202egnp` }],
    ['canonicalUrl', { canonicalUrl: 'https://other.example/item' }],
    ['canonicalUrl', { canonicalUrl: `${ORIGIN}` }],
    ['canonicalUrl', { canonicalUrl: `${ORIGIN}/item#part` }],
    ['canonicalUrl', { canonicalUrl: `${ORIGIN}/a/../b` }],
    ['contentType', { contentType: 'hologram' }],
    ['audience.countries', { audience: { roles: ['doctors'], countries: [] } }],
    ['audience.countries.0', { audience: { roles: ['doctors'], countries: ['UK!'] } }],
    ['parties', { parties: [] }],
    ['parties.0.role', { parties: [{ role: 'friend', name: 'A' }] }],
    ['involvement', { involvement: {} }],
    ['datePrepared', { datePrepared: '13 Jan 2014' }],
    ['excerpts.0.id', { excerpts: [{ id: 'e 1', text: 'a', sha256: 'A'.repeat(43) }] }],
    ['citations.0.doi', { citations: [{ n: 1, text: 'a', doi: 'doi:10' }] }],
    ['reuse.quote', { reuse: { requireVerifiedHcp: true, quote: 'all', download: true, print: true, reshare: true } }],
    ['iss', { iss: `${ORIGIN}/` }],
    ['status.idx', { status: { uri: STATUS_URI, idx: 131_072 } }],
  ])('names %s when it is wrong (%#)', async (field, change) => {
    const issues = issuesOf({ ...(await maximalRecord()), ...change });
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.every((issue) => issue.startsWith(`${field}: `))).toBe(true);
  });

  it.each([null, undefined, 7, 'text', []])('is not %j', (input) => {
    expect(issuesOf(input).length).toBeGreaterThan(0);
  });
});

describe('an origin', () => {
  it.each([
    'https://publisher.example',
    'https://a.example:8443',
    'http://localhost:4800',
    'http://127.0.0.1:4801',
    'http://[::1]:1',
  ])('%s is secure', (origin) => {
    expect(isSecureOrigin(origin)).toBe(true);
  });
  it.each([
    'http://publisher.example',
    'https://publisher.example/',
    'https://u:p@publisher.example',
    'http://127.0.0.1.evil.example',
    'ftp://a.example',
    'publisher.example',
    '',
  ])('%s is not', (origin) => {
    expect(isSecureOrigin(origin)).toBe(false);
  });
  it.each([
    'https://a.example/\t',
    'https://a.example/ b',
    ' https://a.example/',
    'https://a.example/ö',
    'https://a.example/\u2066',
  ])('an address with characters that parsing would change is not secure (%#)', (url) => {
    expect(isSecureUrl(url)).toBe(false);
  });
});

describe('the JSON Schema', () => {
  const schema = recordJsonSchema() as {
    $schema: string;
    type: string;
    required: string[];
    properties: Record<string, { enum?: string[]; items?: { properties: Record<string, { enum?: string[] }> } }>;
  };

  it('is of the 2020-12 draft and asks for what the minimal record holds', async () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.type).toBe('object');
    expect([...schema.required].sort()).toEqual(Object.keys(await minimalRecord()).sort());
  });

  it('knows every field and the closed lists', () => {
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(recordSchema.entries).sort());
    expect(schema.properties.contentType?.enum).toEqual([...vocabulary.CONTENT_TYPES]);
    expect(schema.properties.promotionalStatus?.enum).toEqual([...vocabulary.PROMOTIONAL_STATUSES]);
    expect(schema.properties.labelStatus?.enum).toEqual([...vocabulary.LABEL_STATUSES]);
    expect(schema.properties.parties?.items?.properties.role?.enum).toEqual([...vocabulary.PARTY_ROLES]);
  });
});

describe('the publisher folder and the community file', () => {
  it('are read when whole, and name what is wrong', async () => {
    const { recordKey, statusKey, jwks, statusJwks } = await newPublisher();
    const entry = { id: 'urn:uuid:1', version: 1, url: `${ORIGIN}/item`, digest: 'AAECAwQFBgcICQoLDA0ODw' };
    const folder = {
      schema: 'pullquote-publisher/1',
      name: 'Parke-Davis',
      origin: ORIGIN,
      jwks,
      statusJwks,
      status: STATUS_URI,
      catalogue: [entry, { ...entry, version: 2, withdrawn: true }],
    };
    expect(parsePublisherFolder(folder)).toEqual(folder);
    const wrong = { ...folder, jwks: { keys: [{ ...publicKey(recordKey), alg: 'none' }] } };
    expect(() => parsePublisherFolder(wrong)).toThrow(/jwks\.keys\.0\.alg/);
    expect(() => parsePublisherFolder({ ...folder, catalogue: [{ ...entry, digest: 'short' }] })).toThrow(
      /catalogue\.0\.digest/,
    );

    const community = {
      schema: 'pullquote-community/1',
      id: 'http://localhost:4800',
      name: 'Ward Round',
      country: 'GB',
      jwks: { keys: [publicKey(statusKey)] },
      count: 'shares',
      publishers: [{ origin: ORIGIN, name: 'Parke-Davis', jwks, statusJwks }],
    };
    expect(parse(communityFileSchema, community, 'folder')).toMatchObject(community);
    expect(() => parse(communityFileSchema, { ...community, count: 'most' }, 'folder')).toThrow(/count/);
  });

  it('publish no private part of a key, even when one is put in by mistake', async () => {
    const { recordKey, jwks, statusJwks } = await newPublisher();
    const folder = parsePublisherFolder({
      schema: 'pullquote-publisher/1',
      name: 'P',
      origin: ORIGIN,
      jwks: { keys: [recordKey] },
      statusJwks,
      status: STATUS_URI,
      catalogue: [],
    });
    expect(folder.jwks).toEqual(jwks);
    expect(JSON.stringify(folder)).not.toContain(recordKey.d);
  });
});
