import { communityFileSchema, parse } from '@pullquote/record';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench, type Bench } from './setup.js';

const url = (made: Bench & { item: { record: { canonicalUrl: string } } }) => made.item.record.canonicalUrl;

describe('who reads in the community', () => {
  it('stands in community.json', async () => {
    const made = await bench({ readers: 'mixed' });
    const file = parse(communityFileSchema, await (await made.get('/pq/community.json')).json(), 'folder');
    expect(file.readers).toBe('mixed');
  });

  it('must be said: the error names the field and the fix', async () => {
    const made = await bench();
    for (const readers of [undefined, 'doctors'])
      await expect(made.open({ readers: readers as never })).rejects.toMatchObject({
        code: 'config',
        message: expect.stringMatching(/readers: .*"verified-hcp".*"mixed"/) as string,
      });
  });

  it('decides what can be shared, as a card would: of verified professionals alone, of others, or of one named reader', async () => {
    const made = await bench();
    expect(made.item.record.reuse.requireVerifiedHcp).toBe(true);
    expect(made.community.items()).toHaveLength(1);
    expect(made.community.items({ hcp: false })).toEqual([]);
    await made.open({ readers: 'mixed' });
    expect(made.community.items()).toEqual([]);
    expect(made.community.item(url(made))?.state).toBe('not-for-audience');
    expect(made.community.items({ hcp: true })).toHaveLength(1);
    expect(made.community.item(url(made), { hcp: true, country: 'FR' })?.state).toBe('not-for-audience');
  });

  it('is asked of records that an older server had stored without the answer', async () => {
    const made = await bench();
    await made.community.close();
    const db = new DatabaseSync(join(made.dataDir, 'community.sqlite'));
    db.exec('ALTER TABLE version DROP COLUMN hcp_only; ALTER TABLE version DROP COLUMN supersedes');
    db.close();
    await made.open({ readers: 'mixed' });
    expect(made.community.item(url(made))?.state).toBe('not-for-audience');
    expect(made.community.item(url(made), { hcp: true })?.state).toBe('live');
    expect(made.rows('SELECT hcp_only FROM version')).toEqual([{ hcp_only: 1 }]);
  });
});

describe('GET /pq/newer/<digest>', () => {
  it('names the latest version of the same item', async () => {
    const made = await bench();
    const second = await made.publisher.add({ version: 2 });
    await made.community.refresh();
    const response = await made.get(`/pq/newer/${made.item.digest}`);
    expect(await response.json()).toEqual({ url: url(made), version: 2, digest: second.digest });
    expect((await made.get(`/pq/newer/${second.digest}`)).status).toBe(404);
  });

  it('names another item that says what it supersedes', async () => {
    const made = await bench();
    const { id, version } = made.item.record;
    const canonicalUrl = `${made.publisher.origin}/renamed`;
    const other = await made.publisher.add({ id: 'urn:example:renamed', canonicalUrl, supersedes: { id, version } });
    await made.community.refresh();
    const response = await made.get(`/pq/newer/${made.item.digest}`);
    expect(await response.json()).toEqual({ url: canonicalUrl, version: 1, digest: other.digest });
  });

  it('answers 404 with a reason where nothing is newer or known', async () => {
    const made = await bench();
    for (const digest of [made.item.digest, 'nothing']) {
      const response = await made.get(`/pq/newer/${digest}`);
      expect(response.status).toBe(404);
    }
  });
});
