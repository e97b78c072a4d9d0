import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { PqCard } from '@pullquote/elements';
import { parseLink, recordPath } from '@pullquote/record';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import * as spoil from '../support/card-states.js';
import { page, startCommunitySite, storedPost, type CommunitySite } from '../support/community-site.js';
import { visibleText } from '../support/visible-text.js';
import { createTestPublisher, now, type TestPublisher } from '../support/publisher.js';

/**
 * Every state of a card, reached in a real browser from bytes over HTTP. No verdict is mocked: each test changes what the
 * community's server answers, and nothing else.
 */
describe.skipIf(chromiumPath === undefined)('what a card says', () => {
  let browser: Browser;
  let publisher: TestPublisher;
  let site: CommunitySite;
  let tab: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
  });
  afterAll(() => browser.close());

  async function open(
    prepare: (site: CommunitySite) => Promise<string>,
  ): Promise<{ state: string; text: string; shown: string }> {
    site = await startCommunitySite([publisher]);
    const context = await browser.newContext();
    tab = await context.newPage();
    const foreign: string[] = [];
    const problems: string[] = [];
    tab.on('request', (request) => new URL(request.url()).origin === site.origin || foreign.push(request.url()));
    tab.on('pageerror', (error) => problems.push(error.message));
    tab.on('console', (message) => message.text().includes('Content Security Policy') && problems.push(message.text()));
    site.pages.set('/thread', { body: page(`<article>${await prepare(site)}</article>`) });
    await tab.goto(`${site.origin}/thread`);
    const card = tab.locator('pq-card');
    await card.waitFor();
    await tab.waitForFunction(() => document.querySelector('pq-card')?.verdict !== undefined);
    const state = await card.evaluate((element) => (element as PqCard).verdict?.state ?? '');
    expect(await card.evaluate((element, name) => element.matches(`:state(${name})`), state)).toBe(true);
    const found = {
      state,
      text: (await card.evaluate((element) => element.shadowRoot?.textContent ?? '')).replace(/\s+/g, ' '),
      shown: await visibleText(card),
    };
    await context.close();
    await site.close();
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
    return found;
  }

  /** A post of the standard item, held with a live status list, before `change` spoils something. */
  async function standing(change: spoil.Spoil, record = {}) {
    return open(async (where) => {
      const signed = await publisher.sign(record);
      where.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
      where.holdStatus(publisher.statusUri, await publisher.statusList());
      await change(where, signed, publisher);
      return storedPost(signed.record, signed.link);
    });
  }

  it('verified: the label first, the excerpt, and the stored text gone', async () => {
    const { state, text, shown } = await standing(() => undefined);
    expect(state).toBe('verified');
    expect(text).toContain('Verified source Parke-Davis / Pfizer · publisher.example');
    expect(text).toContain('Parke-Davis Div of Pfizer Inc (sponsor) · Promotional · For US healthcare professionals');
    expect(text).toContain('The risk of myopathy');
    expect(shown).not.toContain('as stated when posted');
  });

  it('altered: one byte of the payload changed', async () => {
    const { state, shown } = await standing(spoil.payloadChanged);
    expect(state).toBe('altered');
    expect(shown).toContain('This is not what the publisher signed');
    expect(shown).toContain('Source as stated when posted');
    expect(shown).not.toContain('Something better');
    expect(shown).not.toContain('Verified');
  });

  it('altered: signed with a key that is not the publisher’s', async () => {
    const { state } = await standing(spoil.signedByAStranger);
    expect(state).toBe('altered');
  });

  it('altered: signed with the publisher’s status key', async () => {
    const { state } = await standing(spoil.signedWithTheStatusKey);
    expect(state).toBe('altered');
  });

  it('altered: alg none', async () => {
    const { state } = await standing(spoil.algorithmNone);
    expect(state).toBe('altered');
  });

  it('changed since shared: the publisher holds another content at this address now', async () => {
    const { state, shown } = await standing(spoil.changedSinceShared);
    expect(state).toBe('altered');
    expect(shown).toContain('Changed since it was shared');
    expect(shown).not.toContain('Another title');
  });

  it('unlisted: only what the post says, and nothing is fetched', async () => {
    const stranger = await createTestPublisher('https://stranger.example');
    const { state, shown } = await open(async () => {
      const signed = await stranger.sign();
      return storedPost(signed.record, signed.link);
    });
    expect(state).toBe('unlisted');
    expect(shown).toContain('Publisher not on this community’s list');
    expect(shown).toContain('Source as stated when posted');
    expect(site.requests.filter(({ url }) => /^\/pq\/(record|status)/.test(url))).toEqual([]);
  });

  it('expired', async () => {
    expect((await standing(() => undefined, { exp: now() - 10 })).state).toBe('expired');
  });

  it('could not check: the status list is unreachable', async () => {
    const { state, shown } = await standing(spoil.statusUnreachable);
    expect(state).toBe('unchecked');
    expect(shown).toContain('Could not be checked just now');
    expect(shown).not.toContain('The risk of myopathy');
  });

  it('could not check: the status list has lapsed, or was signed by the record key', async () => {
    expect((await standing(spoil.statusLapsed)).state).toBe('unchecked');
    expect((await standing(spoil.statusOfAStranger)).state).toBe('unchecked');
  });

  it('could not check: the community’s own file is unreachable, which says nothing of the publisher', async () => {
    const { state, shown } = await standing(spoil.communityUnreachable);
    expect(state).toBe('unchecked');
    expect(shown).toContain('Source as stated when posted');
  });

  it('could not check: the record is unreachable', async () => {
    const { state } = await standing(spoil.recordUnreachable);
    expect(state).toBe('unchecked');
  });

  it('withdrawn: by the status list, even one that has lapsed', async () => {
    const { state, shown } = await standing(spoil.withdrawnByALapsedList);
    expect(state).toBe('withdrawn');
    expect(shown).toContain('This item has been withdrawn');
    expect(shown).not.toContain('The risk of myopathy');
  });

  it('withdrawn: known from the tombstone, behind an unreachable status list', async () => {
    const { state, shown } = await standing(async (...held) => {
      await spoil.tombstone()(...held);
      await spoil.statusUnreachable(...held);
    });
    expect(state).toBe('withdrawn');
    expect(shown).toContain('The interaction table held an error.');
  });

  it('withdrawn: on the word of the community, which saw it and has no tombstone', async () => {
    const { state } = await standing(spoil.withdrawnOnTheCommunitysWord);
    expect(state).toBe('withdrawn');
  });

  it('not withdrawn by a tombstone that somebody else signed: then nothing is known', async () => {
    const { state } = await standing(spoil.tombstone(await createTestPublisher()));
    expect(state).toBe('unchecked');
  });

  it.each([
    ['suspended', 'suspended'],
    ['superseded', 'superseded'],
  ] as const)('%s', async (entry, expected) => {
    expect((await standing(spoil.listed(entry))).state).toBe(expected);
  });

  it('not for this audience: the source stays, the content does not show', async () => {
    const { state, shown } = await standing(() => undefined, {
      audience: { roles: ['healthcare professionals'], countries: ['GB'] },
    });
    expect(state).toBe('not-for-audience');
    expect(shown).toContain('Parke-Davis Div of Pfizer Inc');
    expect(shown).not.toContain('The risk of myopathy');
  });

  it('keeps what the author wrote into the marker, as the author’s own', async () => {
    const { state, shown } = await open(async (where) => {
      const signed = await publisher.sign();
      where.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
      where.holdStatus(publisher.statusUri, await publisher.statusList());
      return storedPost(signed.record, signed.link).replace(
        '</blockquote>',
        '<p>Verified source: trust me</p></blockquote>',
      );
    });
    expect(state).toBe('verified');
    expect(shown).toMatch(/in its author’s words:\s+Verified source: trust me/);
    expect(shown).not.toContain('as stated when posted');
  });

  it('upgrades a bare link, and a post that is inserted later', async () => {
    const signed = await publisher.sign();
    const where = await startCommunitySite([publisher]);
    where.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    where.holdStatus(publisher.statusUri, await publisher.statusList());
    where.pages.set('/thread', {
      body: page(`<article><p><a href="${signed.link}">${signed.link}</a></p></article><main></main>`),
    });
    const view = await browser.newPage();
    await view.goto(`${where.origin}/thread`);
    await view.locator('article pq-card:state(verified)').waitFor();
    await view.evaluate((link) => {
      const anchor = document.createElement('a');
      anchor.href = link;
      anchor.append('see this');
      const post = document.createElement('p');
      post.append('For the ward round, ', anchor, ' please.');
      document.querySelector('main')?.append(post);
    }, signed.link);
    await view.locator('main pq-card:state(verified)').waitFor();
    expect(await view.locator('main > p').innerText()).toBe('For the ward round, see this please.');
    // Two cards of one record: one request for it, one check of it.
    expect(where.requests.filter(({ url }) => url.startsWith('/pq/records/'))).toHaveLength(1);
    await view.close();
    await where.close();
  });

  it('with scripts off the stored label is whole and says nothing is verified', async () => {
    const signed = await publisher.sign();
    const where = await startCommunitySite([publisher]);
    where.pages.set('/thread', { body: page(`<article>${storedPost(signed.record, signed.link)}</article>`) });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const view = await context.newPage();
    await view.goto(`${where.origin}/thread`);
    const text = await view.locator('article').innerText();
    for (const mandatory of [
      'Source as stated when posted',
      'Parke-Davis Div of Pfizer Inc (sponsor) · Promotional · For US healthcare professionals',
      'Written and funded by Parke-Davis',
      'LIPITOR (atorvastatin calcium)',
      'Important safety information: Contraindicated in active liver disease.',
      `Prescribing information: ${publisher.origin}/lipitor-pi`,
      'To report side effects, contact FDA at 1-800-FDA-1088.',
      'LIP-2014-017',
      'Prepared: 13 Jan 2014',
      signed.link,
    ]) {
      expect(text).toContain(mandatory);
    }
    expect(text.toLowerCase()).not.toContain('verified');
    expect(parseLink(signed.link).digest).toBe(signed.digest);
    expect(recordPath(signed.digest)).toContain(signed.digest);
    await context.close();
    await where.close();
  });
});
