import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bench, ORIGIN } from './setup.js';

const KEY = 'k'.repeat(40);
const server = { authorization: `Bearer ${KEY}` };
const page = { 'sec-fetch-site': 'same-origin' };
const at = (path: string, url: string, more = '') => `/pq/${path}?url=${encodeURIComponent(url)}${more}`;

describe('unfurl', () => {
  it('makes every form of the whole label, from the held record alone', async () => {
    const made = await bench();
    const { canonicalUrl } = made.item.record;
    const before = made.publisher.asked.length;
    const found = made.community.unfurl(canonicalUrl);
    expect(found?.item).toMatchObject({ url: canonicalUrl, state: 'live' });
    const { renderings } = found ?? {};
    expect(renderings?.html).toMatch(/^<blockquote>\n<p><strong>Source as stated when posted: Example Pharma/);
    for (const form of [
      renderings?.html,
      renderings?.markdown,
      renderings?.bbcode,
      renderings?.text,
      renderings?.oembed.html,
    ]) {
      const text = form?.replace(/\\/g, '') ?? '';
      expect(text).toContain('For US');
      expect(text).toContain('Written and funded by Example Pharma.');
      expect(text).toContain(`h=${made.item.digest}`);
      expect(text.toLowerCase()).not.toContain('verified source');
    }
    expect(renderings?.oembed).toMatchObject({
      type: 'rich',
      version: '1.0',
      provider_url: ORIGIN,
      provider_name: 'Grand Round',
    });
    expect(made.publisher.asked).toHaveLength(before);
  });

  it('keeps the excerpt that a link names, and makes no depth up', async () => {
    const made = await bench();
    const { canonicalUrl } = made.item.record;
    const link = `${canonicalUrl}#pq=v1;h=${made.item.digest};x=e1;d=2`;
    const found = made.community.unfurl(link);
    expect(found?.renderings?.text).toContain('Exposure to atorvastatin rises');
    expect(found?.link).toBe(`${canonicalUrl}#pq=v1;h=${made.item.digest};x=e1`);
    const unknown = made.community.unfurl(link.replace('x=e1', 'x=e9'));
    expect(unknown?.link).toBe(`${canonicalUrl}#pq=v1;h=${made.item.digest}`);
  });

  it('knows nothing of what no listed publisher has, and fetches nothing to find out', async () => {
    const made = await bench();
    const before = made.publisher.asked.length;
    for (const url of [
      'https://elsewhere.example/x',
      `${made.publisher.origin}/not-in-the-catalogue`,
      `${made.item.record.canonicalUrl}#pq=v1;h=${'A'.repeat(22)}`,
      'http://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'no address',
      '',
    ])
      expect([url, made.community.unfurl(url)]).toEqual([url, undefined]);
    expect(made.publisher.asked).toHaveLength(before);
  });

  it('renders nothing of what can’t be shared now, and says why', async () => {
    const made = await bench();
    const old = `${made.item.record.canonicalUrl}#pq=v1;h=${made.item.digest}`;
    await made.publisher.add({ version: 2, status: { uri: made.publisher.statusUri, idx: 8 } });
    await made.community.refresh();
    expect(made.community.unfurl(old)).toMatchObject({
      item: { version: 2, state: 'superseded' },
      renderings: undefined,
    });
    expect(made.community.unfurl(made.item.record.canonicalUrl, { hcp: false })).toMatchObject({
      item: { state: 'not-for-audience' },
      renderings: undefined,
    });
    expect(made.community.unfurl(made.item.record.canonicalUrl, { country: 'GB' })?.renderings).toBeUndefined();
    made.clock.real = made.publisher.exp * 1_000;
    expect(made.community.unfurl(made.item.record.canonicalUrl)).toMatchObject({
      item: { state: 'unchecked' },
      renderings: undefined,
    });
  });

  it('renders nothing of what was withdrawn', async () => {
    const made = await bench({ serverKey: KEY });
    await made.publisher.withdraw(made.item);
    await made.community.refresh();
    const { canonicalUrl } = made.item.record;
    expect(made.community.unfurl(canonicalUrl)).toMatchObject({ item: { state: 'withdrawn' }, renderings: undefined });
    expect((await made.get(at('oembed', canonicalUrl), server)).status).toBe(410);
  });
});

describe('GET /pq/unfurl', () => {
  it('answers the forum’s own pages and servers, and nobody else', async () => {
    const made = await bench({ serverKey: KEY });
    const path = at('unfurl', made.item.record.canonicalUrl);
    const status = async (headers: Record<string, string>) => (await made.get(path, headers)).status;
    expect(await status(page)).toBe(200);
    expect(await status(server)).toBe(200);
    for (const headers of [
      {},
      { 'sec-fetch-site': 'same-site' },
      { authorization: `Bearer ${KEY}x` },
      { authorization: KEY },
    ])
      expect(await status(headers as Record<string, string>)).toBe(403);
    const body = (await (await made.get(path, server)).json()) as {
      renderings: { html: string };
      item: { state: string };
    };
    expect(body.item.state).toBe('live');
    expect(body.renderings.html).toContain('<blockquote>');
  });

  it('asks who is signed in before it shows a page what is for professionals', async () => {
    const made = await bench();
    made.member = () => ({ id: 'someone', hcp: false });
    const answer = await made.get(at('unfurl', made.item.record.canonicalUrl), page);
    expect(await answer.json()).toMatchObject({ item: { state: 'not-for-audience' }, renderings: null });
  });

  it('lets no server key of its own be guessed where none is set', async () => {
    const made = await bench();
    const path = at('unfurl', made.item.record.canonicalUrl);
    for (const authorization of ['Bearer undefined', 'Bearer ', `Bearer ${createHash('sha256').digest('hex')}`])
      expect((await made.get(path, { authorization })).status).toBe(403);
  });
});

describe('GET /pq/oembed', () => {
  it('gives a stranger what is open to everybody, and refuses the rest', async () => {
    const made = await bench({ serverKey: KEY });
    const reuse = { ...made.item.record.reuse, requireVerifiedHcp: false };
    const open = await made.publisher.add({
      id: 'urn:example:open',
      canonicalUrl: `${made.publisher.origin}/open`,
      promotionalStatus: 'non-promotional',
      reuse,
      status: { uri: made.publisher.statusUri, idx: 9 },
    });
    await made.community.refresh();
    const answer = await made.get(at('oembed', open.record.canonicalUrl, '&format=json&maxwidth=320'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await answer.json()).toMatchObject({ type: 'rich', width: 320, height: 400, cache_age: 3_600 });
    const refused = await made.get(at('oembed', made.item.record.canonicalUrl));
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect((await made.get(at('oembed', made.item.record.canonicalUrl), server)).status).toBe(200);
    expect((await made.get(at('oembed', made.item.record.canonicalUrl, '&hcp=0'), server)).status).toBe(401);
  });

  it('answers as the standard says: 404 for what it doesn’t know, 501 for XML', async () => {
    const made = await bench();
    expect((await made.get(at('oembed', 'https://elsewhere.example/'))).status).toBe(404);
    expect((await made.get(at('oembed', made.item.record.canonicalUrl, '&format=xml'))).status).toBe(501);
    expect((await made.get('/pq/oembed')).status).toBe(400);
  });
});
