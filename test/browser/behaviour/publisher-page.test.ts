import { afterEach, beforeEach, expect, it } from 'vitest';
import { FOLDER_PATH, recordPath, STATUS_PATH, type PublisherFolder } from '@pullquote/record';
import { inEveryEngine } from '../../support/engines/in-every-engine.js';
import type { Tab } from '../../support/engines/tab.js';
import { createTestPublisher } from '../../support/publisher.js';
import { startSite, STRICT_CSP, type Site } from '../../support/site.js';
import { comment, copyLink, destination, dialog, places, post, shareButton, status, tell } from './parts.js';

inEveryEngine('sharing from a publisher’s own page', (open) => {
  let site: Site;
  let community: Site;
  let tab: Tab;
  let digest = '';

  beforeEach(async () => {
    community = await startSite();
    site = await startSite(`${STRICT_CSP}; report-uri /csp`);
    const publisher = await createTestPublisher(site.origin);
    const signed = await publisher.sign();
    digest = signed.digest;
    const { id, version, canonicalUrl: url } = signed.record;
    const folder: PublisherFolder = {
      schema: 'pullquote-publisher/1',
      ...publisher.listed,
      status: publisher.statusUri,
      communities: [{ name: 'Grand Round', share: `${community.origin}/pq/share` }],
      catalogue: [{ id, version, url, digest }],
    };
    const text = (body: string, type: string) => ({ type, body });
    site.pages.set(FOLDER_PATH, text(JSON.stringify(folder), 'application/json'));
    site.pages.set(recordPath(digest), text(signed.jws, 'application/jose'));
    site.pages.set(STATUS_PATH, text(await publisher.statusList(), 'application/statuslist+jwt'));
    site.pages.set(new URL(url).pathname, {
      body: `<!doctype html><html lang="en"><title>Lipitor</title><link rel="pullquote" href="${FOLDER_PATH}">
        <script type="module" src="/pq/pullquote.js"></script><body><pq-share item="${url}"></pq-share></body></html>`,
    });
    community.pages.set('/pq/share', { body: '<!doctype html><title>Grand Round</title><h1>Composer</h1>' });
    tab = await open();
    await tab.goto(url);
    await tab.click(shareButton);
  });
  afterEach(async () => {
    expect(site.requests.filter(({ url }) => url === '/csp')).toEqual([]);
    await Promise.all([site.close(), community.close()]);
  });

  it('has no comment, no threads and nothing to count: it only leads to a community or copies', async () => {
    await tab.see(places);
    for (const never of [comment, destination, post, tell]) expect(await tab.count(never)).toBe(0);
    await tab.click(copyLink);
    await tab.until('a word about it', async () => (await tab.text(status)) !== '');
    expect((await tab.text(dialog)).toLowerCase()).not.toContain('verified');
    expect(site.requests.some(({ url }) => url.includes('facts'))).toBe(false);
  });

  it('leads to the community with the item in the fragment, and says nowhere where it came from', async () => {
    await tab.click({ ...places, name: 'Grand Round' });
    await tab.see({ role: 'heading', name: 'Composer' });
    expect(await tab.run(() => decodeURIComponent(location.hash))).toContain(`;h=${digest}`);
    const arrived = community.requests.find(({ url }) => url.startsWith('/pq/share'));
    expect(arrived?.url).toBe('/pq/share');
    expect(arrived?.headers.referer).toBeUndefined();
    expect(await tab.run(() => document.referrer)).toBe('');
  });
});
