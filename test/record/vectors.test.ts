import { readFileSync } from 'node:fs';
import {
  formatLink,
  judge,
  openRecord,
  openStatusList,
  readLink,
  type ContentRecord,
  type ItemLink,
  type ItemState,
  type KeySet,
} from '@pullquote/record';
import { describe, expect, it } from 'vitest';
import { codeOf } from './fixtures.js';

/** The vectors that other implementations are tested with (docs/developers/spec). */
const read = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/developers/spec/vectors/${name}.json`, import.meta.url), 'utf8')) as T;

interface Refused {
  readonly name: string;
  readonly code: string;
}
const record = read<{
  jwks: KeySet;
  valid: { name: string; jws: string; digest: string; record: ContentRecord }[];
  invalid: (Refused & { jws: string })[];
}>('record');
const link = read<{ valid: { text: string; link: ItemLink }[]; invalid: { name: string; text: string }[] }>('link');
const status = read<{
  uri: string;
  jwks: KeySet;
  valid: { name: string; token: string; iat: number; exp: number; states: Record<string, ItemState> }[];
  outside: number[];
  invalid: (Refused & { token: string })[];
}>('status');

describe('record vectors', () => {
  it.each(record.valid)('$name', async ({ jws, digest, record: expected }) => {
    expect(await openRecord(jws, record.jwks)).toEqual({ jws, digest, record: expected });
  });

  it.each(record.invalid)('refuses $name', async ({ jws, code }) => {
    expect(await codeOf(() => openRecord(jws, record.jwks))).toBe(code);
  });

  it.each(record.invalid)('shows no card as verified for $name', async ({ jws }) => {
    const [sound] = record.valid;
    if (!sound) throw new Error('there is no sound record');
    const { iss, canonicalUrl, version, exp } = sound.record;
    const verdict = await judge({
      publisher: { origin: iss, jwks: record.jwks },
      jws,
      expected: { url: canonicalUrl, version, digest: sound.digest },
      status: { uri: status.uri, iat: 0, exp, stateAt: () => 'live' },
      withdrawn: false,
      now: exp - 1,
      country: 'GB',
    });
    expect(verdict.state).toBe('altered');
    expect(verdict.record).toBeUndefined();
  });
});

describe('link vectors', () => {
  it.each(link.valid)('$text', ({ text, link: expected }) => {
    expect(readLink(text)).toEqual({ excerpt: undefined, depth: undefined, ...expected });
    expect(formatLink(expected)).toBe(text);
  });

  it.each(link.invalid)('refuses $name', ({ text }) => {
    expect(readLink(text)).toBeUndefined();
  });
});

describe('status vectors', () => {
  it.each(status.valid)('$name', async ({ token, iat, exp, states }) => {
    const list = await openStatusList(token, status.jwks, status.uri);
    expect(list).toMatchObject({ uri: status.uri, iat, exp });
    for (const [idx, state] of Object.entries(states)) expect(list.stateAt(Number(idx))).toBe(state);
    for (const idx of status.outside)
      expect(() => list.stateAt(idx)).toThrow(expect.objectContaining({ code: 'status-list' }));
  });

  it.each(status.invalid)('refuses $name', async ({ token, code }) => {
    expect(await codeOf(() => openStatusList(token, status.jwks, status.uri))).toBe(code);
  });
});
