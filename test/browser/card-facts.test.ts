import { afterAll, beforeAll, describe, expect, it as plain, vi } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { encode, type CountSetting } from '@pullquote/record';
import type { Item } from '../community/publisher.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { startCountedSite, type Arrived, type CountedSite } from '../support/counted-site.js';

/** Seeing a card for the second that makes it viewed, and some time for what was counted to arrive. */
const LONG_ENOUGH = 1_500;
const SEEN = ['excerpt.e1', 'room.cardiology', 'viewed'];

/** On a busy machine a second can be long. Not `expect.poll`, which tests that run at once would take for each other's. */
const soon = (codes: () => string[]) => ({
  toEqual: (wanted: string[]) => vi.waitFor(() => expect(codes()).toEqual(wanted), { timeout: 15_000, interval: 50 }),
});

/** Seconds of silence (RIFF, 8 kHz, 8 bit). */
function silence(seconds: number): Buffer {
  const bytes = seconds * 8_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  for (const [value, at] of [[16, 16], [8_000, 24], [8_000, 28]] as const) head.writeUInt32LE(value, at); // prettier-ignore
  for (const [value, at] of [[1, 20], [1, 22], [1, 32], [8, 34]] as const) head.writeUInt16LE(value, at); // prettier-ignore
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return Buffer.concat([head, Buffer.alloc(bytes, 127)]);
}

describe.skipIf(chromiumPath === undefined)('what is done with cards', { concurrent: true, timeout: 60_000 }, () => {
  let browser: Browser;
  const sites = new Map<CountSetting, CountedSite>();

  beforeAll(async () => {
    browser = await launchChromium(['--autoplay-policy=no-user-gesture-required']);
    for (const count of ['none', 'shares', 'all'] as const) sites.set(count, await startCountedSite(count));
  });
  afterAll(async () => {
    await browser?.close();
    for (const site of sites.values()) await site.close();
  });

  let n = 0;
  type Hold = (changes?: Parameters<CountedSite['publisher']['add']>[0]) => Promise<Item>;
  /** Adds a new item, so that what one test counts is nothing of another's; the community holds it. */
  async function add(site: CountedSite, changes: Parameters<Hold>[0]): Promise<Item> {
    n++;
    const { publisher } = site;
    const item = await publisher.add({
      id: `urn:example:item-${n}`,
      canonicalUrl: `${publisher.origin}/item-${n}`,
      products: [{ generic: 'atorvastatin', piUrl: { US: `${publisher.origin}/pi` } }],
      aeReporting: { US: { text: 'Report side effects.', authorityUrl: 'https://www.fda.gov/medwatch' } },
      citations: [{ n: 1, text: 'Neuvonen 2006', doi: '10.1016/j.clpt.2006.09.003', pmid: '17178259' }],
      status: { uri: publisher.statusUri, idx: 100 + n },
      ...changes,
    });
    await site.refresh();
    return item;
  }

  interface Visit {
    readonly site: CountedSite;
    readonly tab: Page;
    readonly problems: string[];
    /** Names of the chunks that the page loaded. */
    readonly chunks: string[];
    /** What arrived of this visit's own items. */
    facts(): Arrived[];
    /** Its codes, in order of the alphabet, each as often as it came. */
    codes(): string[];
  }

  interface Options {
    readonly count?: CountSetting;
    readonly prepare?: (context: BrowserContext) => unknown;
  }
  type Visiting = (body: (hold: Hold, site: CountedSite) => Promise<string>, options?: Options) => Promise<Visit>;
  const it = plain.extend<{ visit: Visiting }>({
    visit: async ({}, use) => {
      const contexts: BrowserContext[] = [];
      await use(async (body, options = {}) => {
        const context = await browser.newContext({ viewport: { width: 800, height: 700 } });
        contexts.push(context);
        return visit(context, body, options);
      });
      for (const context of contexts) await context.close();
    },
  });

  async function visit(
    context: BrowserContext,
    body: Parameters<Visiting>[0],
    { count = 'all', prepare }: Options,
  ): Promise<Visit> {
    const site = sites.get(count);
    if (!site) throw new Error(`no site counts ${count}`);
    const ids = new Set<unknown>();
    const hold: Hold = async (changes) => {
      const item = await add(site, changes);
      ids.add(item.record.id);
      return item;
    };
    const address = site.thread(await body(hold, site));
    // Whatever a link leads to is there, and asks for nothing.
    await context.route(
      (url) => url.origin !== site.origin,
      (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }),
    );
    await prepare?.(context);
    const tab = await context.newPage();
    const [problems, chunks]: [string[], string[]] = [[], []];
    tab.on('pageerror', (error) => problems.push(error.message));
    tab.on('request', (request) => chunks.push(...(/chunks\/([a-z-]+)-/.exec(request.url())?.slice(1) ?? [])));
    await tab.goto(address);
    const facts = () => site.arrived.filter(({ fact }) => ids.has(fact['item']));
    const codes = () => facts().map(({ fact }) => String(fact['fact'])).sort(); // prettier-ignore
    return { site, tab, problems, chunks, facts, codes };
  }

  const says = (tab: Page) => tab.getByText('Views are counted in crowds, without you').count();
  const verdict = (tab: Page, state: string) => tab.locator(`pq-card:state(${state})`).first().waitFor();
  const follow = async (tab: Page, name: RegExp | string) => {
    const [elsewhere] = await Promise.all([
      tab.waitForEvent('popup'),
      tab.locator('pq-card, pq-label').getByRole('link', { name }).first().click(),
    ]);
    await elsewhere.close();
    await tab.bringToFront();
  };

  it('arrives once each, for the item and version that were signed, and stands in the open week', async ({ visit }) => {
    let item: Item | undefined;
    const { site, tab, facts, codes, problems } = await visit(async (hold, site) => site.post((item = await hold())));
    await verdict(tab, 'verified');
    expect(await says(tab)).toBe(1);
    await soon(codes).toEqual(SEEN);
    await tab.getByRole('button', { name: 'Details' }).click();
    await follow(tab, /^DOI/);
    await follow(tab, /^PMID/); // The same act again, and within half a minute.
    await follow(tab, /^Prescribing information/);
    await follow(tab, /^Prescribing information/);
    await follow(tab, /^Report/);
    await follow(tab, /^Open at source/);
    await tab.getByRole('button', { name: 'Fewer details' }).click();
    const all = [...SEEN, 'ae-link-opened', 'citation-opened', 'label-expanded', 'pi-opened', 'source-opened'].sort();
    await soon(codes).toEqual(all);
    for (const { fact, status } of facts()) {
      expect(status).toBe(200);
      expect(fact).toEqual({ id: fact['id'], fact: fact['fact'], item: item?.record.id, version: 1 });
    }
    const id = item?.record.id ?? '';
    expect(site.cells(id)).toEqual(all);
    expect(await tab.evaluate(() => (globalThis as unknown as { told: string[] }).told.sort())).toEqual(all);
    // The same page once more: a doctor stands in a cell or doesn't.
    await tab.reload();
    await soon(codes).toEqual([...all, ...SEEN].sort());
    expect(site.cells(id)).toEqual(all);
    expect(problems).toEqual([]);
  });

  it('counts a middle click as it counts a click, and a right one not at all', async ({ visit }) => {
    const { tab, codes } = await visit(async (hold, site) => site.post(await hold()));
    await verdict(tab, 'verified');
    await soon(codes).toEqual(SEEN);
    await tab.getByRole('link', { name: /^Open at source/ }).click({ button: 'right' });
    await tab.getByRole('link', { name: /^Prescribing/ }).click({ button: 'middle' });
    await soon(codes).toEqual([...SEEN, 'pi-opened'].sort());
  });

  it('counts three cards of one item that were read at once as one view', async ({ visit }) => {
    const { tab, codes } = await visit(async (hold, site) => site.post(await hold()).repeat(3));
    await verdict(tab, 'verified');
    for (const card of await tab.locator('pq-card').all()) {
      await card.scrollIntoViewIfNeeded();
      await tab.waitForTimeout(LONG_ENOUGH);
    }
    expect(codes()).toEqual(SEEN);
  });

  it('makes no view of a card that is scrolled past', async ({ visit }) => {
    const gap = '<p>Nothing that matters.</p>'.repeat(80);
    const { tab, codes } = await visit(async (hold, site) => `${gap}${site.post(await hold())}${gap}`);
    await verdict(tab, 'verified');
    await tab.evaluate(async () => {
      for (let i = 0; i < 4; i++) {
        document.querySelector('pq-card')?.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((done) => setTimeout(done, 400));
        scrollTo({ top: 0, behavior: 'instant' });
        await new Promise((done) => setTimeout(done, 100));
      }
    });
    await tab.waitForTimeout(LONG_ENOUGH);
    expect(codes()).toEqual([]);
    await tab.locator('pq-card').scrollIntoViewIfNeeded();
    await soon(codes).toEqual(SEEN);
  });

  it('makes no view in a window that has not the focus, until it has', async ({ visit }) => {
    const { tab, codes } = await visit(async (hold, site) => site.post(await hold()), {
      prepare: (context) =>
        context.addInitScript(() => {
          const page = globalThis as unknown as { away: boolean };
          page.away = true;
          document.hasFocus = () => !page.away;
        }),
    });
    await verdict(tab, 'verified');
    await tab.waitForTimeout(LONG_ENOUGH);
    expect(codes()).toEqual([]);
    await tab.evaluate(() => {
      (globalThis as unknown as { away: boolean }).away = false;
      dispatchEvent(new Event('focus'));
    });
    await soon(codes).toEqual(SEEN);
  });

  it('counts what is opened from a label alone, and no view of it', async ({ visit }) => {
    const { tab, codes } = await visit(
      async (hold) => `<pq-label item="${(await hold()).record.canonicalUrl}"></pq-label>`,
    );
    await tab.locator('pq-label:state(verified)').waitFor();
    await tab.waitForTimeout(LONG_ENOUGH);
    await follow(tab, /^Prescribing information/);
    await soon(codes).toEqual(['pi-opened']);
  });

  it('tells a recall that was seen, from the record or from the tombstone, and nothing of it as viewed', async ({
    visit,
  }) => {
    const { tab, codes } = await visit(async (hold, site) => {
      const suspended = await hold();
      site.publisher.states.set(suspended.record.status.idx, 'suspended');
      const withdrawn = await hold();
      await site.publisher.withdraw(withdrawn);
      await site.refresh();
      return site.post(suspended) + site.post(withdrawn);
    });
    await verdict(tab, 'suspended');
    await verdict(tab, 'withdrawn');
    await tab.locator('pq-card:state(withdrawn)').getByText('A dose was misprinted.').waitFor();
    await soon(codes).toEqual(['recall-seen', 'recall-seen']);
  });

  it('tells that a card could not be checked, where its record was signed', async ({ visit }) => {
    const { tab, codes } = await visit(async (hold, site) => site.post(await hold()), {
      prepare: (context) => context.route(/\/pq\/status/, (route) => route.abort()),
    });
    await verdict(tab, 'unchecked');
    await soon(codes).toEqual(['stale-seen']);
  });

  it('tells that the newer version was opened, of the version that stood in the post', async ({ visit }) => {
    const { tab, facts, codes } = await visit(async (hold, site) => {
      const old = await hold();
      site.publisher.states.set(old.record.status.idx, 'superseded');
      const { id, canonicalUrl } = old.record;
      await hold({ id, canonicalUrl, version: 2 });
      return site.post(old);
    });
    await verdict(tab, 'superseded');
    await soon(codes).toEqual(SEEN);
    await follow(tab, /^Open the newer version/);
    await soon(codes).toEqual([...SEEN, 'superseding-opened'].sort());
    expect(new Set(facts().map(({ fact }) => fact['version']))).toEqual(new Set([1]));
  });

  it('tells the rule by which the dialog refuses', async ({ visit }) => {
    const { tab, codes } = await visit(async (hold, site) => {
      const item = await hold();
      site.publisher.states.set(item.record.status.idx, 'suspended');
      await site.refresh();
      return `<pq-share item="${item.record.canonicalUrl}"></pq-share>`;
    });
    await tab.getByRole('button', { name: 'Share with its source' }).click();
    await tab.getByRole('alert').getByText('cannot be shared').waitFor();
    await soon(codes).toEqual(['share-blocked.ALL-05']);
  });

  describe('from the share dialog', () => {
    const reuse = {
      requireVerifiedHcp: true,
      quote: 'approved-only',
      download: true,
      print: true,
      reshare: true,
    } as const;
    const shareButton = async (hold: Hold) =>
      `<pq-share item="${(await hold({ reuse })).record.canonicalUrl}"></pq-share>`;

    it('makes one act of a copy that is made twice, and tells what else was done', async ({ visit }) => {
      const { tab, codes } = await visit(shareButton, {
        prepare: async (context) => {
          await context.grantPermissions(['clipboard-read', 'clipboard-write']);
          await context.addInitScript(() => (globalThis.print = () => undefined));
        },
      });
      await tab.getByRole('button', { name: 'Share with its source' }).click();
      await tab.getByText('More ways').click();
      await tab.getByRole('button', { name: /^Copy link/ }).click();
      await tab.getByText('Link copied.').waitFor();
      await tab.getByRole('button', { name: /^Copy with label/ }).click();
      await tab.getByText('Copied, with its label.').waitFor();
      await soon(codes).toEqual(['copied']);
      await tab.getByRole('button', { name: /^Save as a file/ }).click();
      await tab.getByText('Saved.').waitFor();
      await tab.getByRole('button', { name: /^Print/ }).click();
      await tab.getByRole('link', { name: /^E-mail/ }).click();
      await soon(codes).toEqual(['copied', 'downloaded', 'e-mailed', 'printed']);
    });

    it.for([
      ['Statins and macrolides', 'shared'],
      ['Consultants only', 'sent-privately'],
    ] as const)('tells of a post to %s that it was %s, and nothing else', async ([name, fact], { visit }) => {
      const { tab, codes } = await visit(shareButton);
      await tab.getByRole('button', { name: 'Share with its source' }).click();
      await tab.getByRole('radio', { name }).check();
      await tab.getByRole('switch', { name: 'Tell the publisher' }).waitFor();
      await tab.getByRole('button', { name: 'Post' }).click();
      await soon(codes).toEqual([fact]);
      await tab.waitForTimeout(300);
      expect(codes()).toEqual([fact]);
    });
  });

  it('counts a card in a closed shadow root of the page’s like any other', async ({ visit }) => {
    const { tab, codes } = await visit(async (hold, site) => site.post(await hold()));
    await verdict(tab, 'verified');
    await tab.evaluate(() => {
      const [post, host] = [document.querySelector('article'), document.createElement('section')];
      const item = document.querySelector('pq-card')?.getAttribute('item') ?? '';
      post?.replaceWith(host);
      const card = document.createElement('pq-card');
      card.setAttribute('item', item);
      host.attachShadow({ mode: 'closed' }).append(card);
      const link = () => card.shadowRoot?.querySelector<HTMLElement>('[data-to=prescribingInformation]');
      setTimeout(() => link()?.click(), 1_500);
    });
    await soon(codes).toEqual([...SEEN, 'pi-opened'].sort());
  });

  describe('a recording', () => {
    const listen = async (hold: Hold, site: CountedSite) => {
      site.pages.set('/talk.wav', { type: 'audio/wav', body: silence(4) });
      const media = [{ url: `${site.origin}/talk.wav`, mime: 'audio/wav', sha256: 'A'.repeat(43), bytes: 40_000_000 }];
      return site.post(await hold({ media }));
    };
    const play = async (tab: Page) => {
      await verdict(tab, 'verified');
      await tab.getByRole('button', { name: 'Play here' }).click();
      await tab.locator('audio').evaluate((audio: HTMLAudioElement) => audio.play());
    };

    it('is told when it has ended, and once', async ({ visit }) => {
      const { tab, codes } = await visit(listen);
      await play(tab);
      await soon(codes).toEqual([...SEEN, 'media-progress.100'].sort());
      await tab.goto(`${new URL(tab.url()).origin}/left`);
      await tab.waitForTimeout(300);
      expect(codes()).toEqual([...SEEN, 'media-progress.100'].sort());
    });

    it('is told when the page is left, at its highest mark alone; a jump is no mark', async ({ visit }) => {
      const { tab, codes } = await visit(listen);
      await play(tab);
      await tab.waitForFunction(() => {
        const audio = document.querySelector('pq-card')?.shadowRoot?.querySelector('audio');
        if (!audio || audio.currentTime < 2.2) return false;
        audio.pause();
        audio.currentTime = 3.9;
        return true;
      });
      await soon(codes).toEqual(SEEN);
      await tab.goto(`${new URL(tab.url()).origin}/left`);
      await soon(codes).toEqual([...SEEN, 'media-progress.50'].sort());
    });
  });

  describe('makes no fact', () => {
    const everything = async (tab: Page) => {
      await verdict(tab, 'verified');
      await tab.waitForTimeout(LONG_ENOUGH);
      await follow(tab, /^Prescribing information/);
      await tab.getByRole('button', { name: 'Details' }).first().click();
      await follow(tab, /^DOI/);
      await tab.waitForTimeout(300);
    };
    it.for(['none', 'shares'] as const)(
      'where the community counts %s, and loads nothing for it',
      async (count, { visit }) => {
        const { tab, codes, chunks, problems } = await visit(async (hold, site) => site.post(await hold()), { count });
        await everything(tab);
        expect([codes(), await says(tab), problems]).toEqual([[], 0, []]);
        expect(chunks.filter((name) => /follow|counting/.test(name))).toEqual([]);
      },
    );

    const GPC = (context: BrowserContext) =>
      context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    const NEVER = (context: BrowserContext) =>
      context.addInitScript(() => localStorage.setItem('pullquote.never-count', '1'));
    const block = (pattern: RegExp) => (context: BrowserContext) =>
      context.route(pattern, (route) => route.abort('blockedbyclient'));

    it.for<[string, (context: BrowserContext) => unknown]>([
      ['under Global Privacy Control', GPC],
      ['where the doctor asked never to be counted', NEVER],
      ['where counting is blocked', block(/counting-/)],
      ['where what counts cards is blocked', block(/follow-/)],
    ])('%s', async ([, prepare], { visit }) => {
      const { tab, codes, chunks, problems } = await visit(async (hold, site) => site.post(await hold()).repeat(3), {
        prepare,
      });
      await everything(tab);
      expect([codes(), problems]).toEqual([[], []]);
      expect(await says(tab)).toBe(3); // What the community does is said to everybody.
      // A blocker has to refuse once, and not at every card.
      for (const name of ['follow', 'counting'])
        expect(chunks.filter((one) => one === name).length).toBeLessThanOrEqual(1);
      if (prepare === GPC) expect(chunks).not.toContain('counting');
    });

    it('of a card whose signature does not hold: there is nothing signed to name', async ({ visit }) => {
      const { tab, codes } = await visit(async (hold, site) => site.post(await hold()), {
        prepare: (context) =>
          context.route(/\/pq\/record/, async (route) => {
            const response = await route.fetch();
            const [head, , signature] = (await response.text()).split('.');
            const payload = encode(new TextEncoder().encode('{"id":"urn:example:lipitor","version":1}'));
            await route.fulfill({ response, body: `${head}.${payload}.${signature}` });
          }),
      });
      await verdict(tab, 'altered');
      await tab.waitForTimeout(LONG_ENOUGH);
      expect(codes()).toEqual([]);
    });
  });
});
