import { describe, expect, it } from 'vitest';
import { CHANNEL_KINDS, CHANNELS, channelsFor, networkAddress, type ContentRecord } from '@pullquote/record';
import { createTestPublisher } from '../support/publisher.js';

const record = await (await createTestPublisher()).record();
const open = { openNetworks: true };
const free: ContentRecord = {
  ...record,
  promotionalStatus: 'non-promotional',
  reuse: { ...record.reuse, requireVerifiedHcp: false, channels: { allow: [...CHANNEL_KINDS] } },
};

const reuse = (changes: Partial<ContentRecord['reuse']>, of = record): ContentRecord => ({
  ...of,
  reuse: { ...of.reuse, ...changes },
});
const not = (id: string, of: ContentRecord, community: { openNetworks?: boolean } = {}) =>
  channelsFor(of, community).find(({ channel }) => channel.id === id)?.not;
const offered = (of: ContentRecord, community: { openNetworks?: boolean } = {}) =>
  channelsFor(of, community)
    .filter((offer) => offer.not === undefined)
    .map(({ channel }) => channel.id);

describe('the registry of channels', () => {
  it('names each target once, with a kind of the vocabulary', () => {
    expect(new Set(CHANNELS.map(({ id }) => id)).size).toBe(CHANNELS.length);
    for (const { kind } of CHANNELS) expect(CHANNEL_KINDS).toContain(kind);
  });

  it('puts a title and an address into an open network’s form, and nothing else', () => {
    for (const channel of CHANNELS.filter(({ address }) => address !== undefined)) {
      expect(channel.verifiedHcp).toBe(false);
      expect([...(channel.address ?? '').matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole)).toContain('url');
      const url = networkAddress(channel, 'A & B\ud800 {url}', 'https://p.example/x?a=1#pq') ?? '';
      expect(new URL(url).protocol).toBe('https:');
      expect(url.match(/https%3A%2F%2Fp\.example%2Fx%3Fa%3D1%23pq/g)).toHaveLength(1);
      expect(url).not.toContain('{');
      if (channel.address?.includes('{title}')) expect(url).toContain('A%20%26%20B');
    }
  });

  it('gives no address to what has none', () => {
    expect(CHANNELS.filter(({ kind }) => kind === 'copy').map((one) => networkAddress(one, 't', 'u'))).toEqual(
      CHANNELS.filter(({ kind }) => kind === 'copy').map(() => undefined),
    );
  });
});

describe('what may be offered', () => {
  it('keeps a promotional item to colleagues and to one’s own copies', () => {
    const own = [
      'discussion',
      'direct-message',
      'copy-link',
      'copy-label',
      'quote',
      'e-mail',
      'print',
      'download',
      'qr',
    ];
    expect(offered(record)).toEqual(own);
    expect(offered(record, open)).toEqual(own);
    expect(offered(reuse({ channels: { allow: [...CHANNEL_KINDS] } }), open)).toEqual(own);
    expect(not('x', reuse({ channels: { allow: [...CHANNEL_KINDS] } }), open)).toBe('promotional');
  });

  it('opens a network only where record and community both allow it by name', () => {
    expect(offered(free, open)).toContain('bluesky');
    expect(not('bluesky', free)).toBe('community');
    expect(not('bluesky', free, { openNetworks: 'yes' as unknown as boolean })).toBe('community');
    expect(not('bluesky', reuse({ channels: undefined }, free), open)).toBe('reuse-terms');
    expect(not('bluesky', reuse({ channels: { allow: [...CHANNEL_KINDS], deny: ['open-social'] } }, free), open)).toBe(
      'reuse-terms',
    );
    expect(not('bluesky', reuse({ requireVerifiedHcp: true }, free), open)).toBe('verified-only');
    expect(not('share-sheet', free)).toBe('community');
  });

  it('never offers what is gone, nor what answers one person', () => {
    expect(not('delicious', free, open)).toBe('retired');
    expect(offered({ ...free, promotionalStatus: 'medical-information-response' }, open)).toEqual([]);
  });

  it.each([
    ['print', { print: false }, ['print']],
    ['download', { download: false }, ['download']],
    ['quote', { quote: 'none' as const }, ['quote']],
    ['a denied kind', { channels: { deny: ['e-mail' as const] } }, ['e-mail']],
    [
      'copies denied',
      { channels: { deny: ['copy' as const] } },
      ['copy-link', 'copy-label', 'quote', 'download', 'qr'],
    ],
  ])('holds back by the reuse terms: %s', (_, terms, missing) => {
    const before = offered(record);
    expect(offered(reuse(terms))).toEqual(before.filter((id) => !missing.includes(id)));
    for (const id of missing) expect(not(id, reuse(terms))).toBe('reuse-terms');
  });

  it('lets an allow list stand alone', () => {
    expect(offered(reuse({ channels: { allow: ['print'] } }))).toEqual(['print']);
  });

  it('takes a permission that is no clear yes for a no', () => {
    for (const wrong of [undefined, 'yes', 1, null]) {
      const odd = reuse({ print: wrong as never, download: wrong as never, quote: wrong as never });
      expect(offered(odd)).not.toEqual(expect.arrayContaining(['print']));
      expect(not('download', odd)).toBe('reuse-terms');
      expect(not('quote', odd)).toBe('reuse-terms');
    }
    expect(not('bluesky', reuse({ requireVerifiedHcp: undefined as never }, free), open)).toBe('verified-only');
  });
});
