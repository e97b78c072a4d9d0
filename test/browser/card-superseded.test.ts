import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { sha256Text, type ContentRecord } from '@pullquote/record';
import { openCard } from '../support/card-page.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import type { CommunitySite } from '../support/community-site.js';
import { createTestPublisher, type TestPublisher } from '../support/publisher.js';
import { visibleText } from '../support/visible-text.js';

const OTHER = 'The risk of myopathy rises with cyclosporine, and with clarithromycin.';

describe.skipIf(chromiumPath === undefined)('a card of a superseded item', () => {
  let browser: Browser;
  let publisher: TestPublisher;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
  });
  afterAll(() => browser.close());

  async function excerpt(text: string, id = 'e1'): Promise<NonNullable<ContentRecord['excerpts']>[number]> {
    return { id, text, citations: [1], sha256: await sha256Text(text) };
  }

  /** The second version, at the same address, with a place of its own in the status list. */
  const second = async (changes: Partial<ContentRecord> = {}, by = publisher) =>
    by.sign({
      version: 2,
      title: 'Drug interactions, second edition',
      datePrepared: '2026-02-03',
      status: { uri: publisher.statusUri, idx: 8 },
      ...changes,
    });

  async function show(
    hold: (site: CommunitySite, newer: typeof second, old: ContentRecord) => Promise<void>,
    states: Parameters<TestPublisher['statusList']>[0] = [[7, 'superseded']],
  ): Promise<{ state: string | undefined; text: string; href: string | null; chunks: string[] }> {
    const old = await publisher.sign();
    const opened = await openCard(browser, publisher, old, {
      prepare: async (site) => {
        site.holdStatus(publisher.statusUri, await publisher.statusList(states));
        await hold(site, second, old.record);
        site.pages.set(`/pq/records/${old.digest}`, { type: 'application/jose', body: old.jws });
      },
    });
    const link = opened.card.getByRole('link', { name: 'Open the newer version' });
    const found = {
      state: await opened.card.evaluate((card: HTMLElement & { verdict?: { state: string } }) => card.verdict?.state),
      text: (await visibleText(opened.card)).replace(/\s+/g, ' '),
      href: (await link.count()) > 0 ? await link.getAttribute('href') : null,
      chunks: opened.site.requests.filter(({ url }) => url.includes('/chunks/')).map(({ url }) => url),
    };
    expect(opened.foreign).toEqual([]);
    await opened.close();
    return found;
  }
  const holds = (site: CommunitySite, { digest, jws, record }: Awaited<ReturnType<typeof second>>) =>
    site.hold(digest, jws, record.canonicalUrl);

  it('leads to the newer version, and says that the quoted passage stands in it', async () => {
    const { state, text, href } = await show(async (site, newer) => holds(site, await newer()));
    expect(state).toBe('superseded');
    expect(text).toContain('Newer version. Drug interactions, second edition · version 2 · Prepared 3 Feb 2026');
    expect(text).toContain('The passage quoted here. It stands in the newer version, word for word.');
    expect(text).toMatch(/Open the newer version\s+publisher\.example/);
    expect(href).toBe(`${publisher.origin}/lipitor-interactions`);
  });

  it('shows the passage as it reads now, with what must stand beside it', async () => {
    const { text } = await show(async (site, newer) =>
      holds(site, await newer({ excerpts: [{ ...(await excerpt(OTHER)), mustAccompany: 'See section 4.4.' }] })),
    );
    expect(text).toContain('It reads differently in the newer version:');
    expect(text).toContain(OTHER);
    expect(text).toContain('See section 4.4.');
  });

  it('calls it changed when only what must stand beside it is new', async () => {
    const { text } = await show(async (site, newer, old) =>
      holds(
        site,
        await newer({ excerpts: [{ ...(await excerpt(old.excerpts?.[0]?.text ?? '')), mustAccompany: 'New.' }] }),
      ),
    );
    expect(text).toContain('It reads differently in the newer version:');
  });

  it('says that the passage is gone, also when another has its place in the list', async () => {
    const { text } = await show(async (site, newer) =>
      holds(site, await newer({ excerpts: [await excerpt(OTHER, 'e2')] })),
    );
    expect(text).toContain('It is no longer among the passages');
    expect(text).not.toContain(OTHER);
  });

  it('finds another item that names the old one, where the community’s server says which', async () => {
    const { text, href } = await show(async (site, newer, old) => {
      const url = `${publisher.origin}/renamed`;
      const other = await newer({ id: 'urn:pullquote:test:renamed', version: 1, canonicalUrl: url, supersedes: old });
      holds(site, other);
      const hint = JSON.stringify({ url, version: 1, digest: other.digest });
      for (const path of [...site.pages.keys()])
        if (path.startsWith('/pq/records/') && !path.endsWith(other.digest))
          site.pages.set(path.replace('records', 'newer'), { type: 'application/json', body: hint });
    });
    expect(text).toContain('version 1');
    expect(href).toBe(`${publisher.origin}/renamed`);
  });

  it.each([
    ['nothing newer is held', async () => undefined],
    [
      'the newer one is signed by somebody else',
      async (site: CommunitySite) => holds(site, await second({}, await createTestPublisher())),
    ],
    [
      'the newer one is another item',
      async (site: CommunitySite) => holds(site, await second({ id: 'urn:pullquote:test:other' })),
    ],
    ['what is held has a lower version', async (site: CommunitySite) => holds(site, await second({ version: 1 }))],
    [
      'the newer one is for other readers',
      async (site: CommunitySite) => holds(site, await second({ audience: { roles: ['doctors'], countries: ['FR'] } })),
    ],
    [
      'the hint is no address',
      async (site: CommunitySite) =>
        void site.pages.set(`/pq/newer/${(await publisher.sign()).digest}`, {
          type: 'application/json',
          body: '{"url":"javascript:1","version":1,"digest":"x"}',
        }),
    ],
  ])('says that it is not known: %s', async (_what, hold) => {
    const { state, text, href } = await show(hold);
    expect(state).toBe('superseded');
    expect(text).toContain('Newer version. Not known here.');
    expect(text).not.toContain('second edition');
    expect(href).toBeNull();
  });

  it('two versions that are both superseded wait for nothing', async () => {
    const { text } = await show(
      async (site, newer) => holds(site, await newer()),
      [
        [7, 'superseded'],
        [8, 'superseded'],
      ],
    );
    expect(text).toContain('Not known here.');
  });

  it('loads its code only where something is superseded', async () => {
    const [superseded, live] = [await show(async () => undefined), await show(async () => undefined, [])];
    expect(live.state).toBe('verified');
    expect(superseded.chunks.filter((url) => /beyond-/.test(url))).toHaveLength(1);
    expect(live.chunks).toEqual([]);
  });
});
