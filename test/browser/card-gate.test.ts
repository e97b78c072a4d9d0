import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openCard, type CardOptions } from '../support/card-page.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { createTestPublisher, type TestPublisher } from '../support/publisher.js';
import { visibleText } from '../support/visible-text.js';

const PASSAGE = 'The risk of myopathy';

describe.skipIf(chromiumPath === undefined)('whom a card shows the content to', () => {
  let browser: Browser;
  let publisher: TestPublisher;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
  });
  afterAll(() => browser.close());

  /** `readers` as community.json says it, `reader` as the page says it, in a script of its own. */
  async function show(
    readers: unknown,
    reader?: object,
    { changes = {}, ...options }: CardOptions & { changes?: object } = {},
  ) {
    const signed = await publisher.sign(changes);
    const opened = await openCard(browser, publisher, signed, {
      ...options,
      head: reader ? '<script type="module" src="/reader.js"></script>' : '',
      prepare: async (site, held) => {
        site.pages.set('/pq/community.json', {
          type: 'application/json',
          body: JSON.stringify({ ...site.file, readers }),
        });
        site.pages.set('/reader.js', {
          type: 'text/javascript',
          body: `import { connect } from '/pq/pullquote.js';
            Object.assign(globalThis, { connect });
            try { connect({ reader: ${JSON.stringify(reader)} }); } catch (error) { document.title = error.message; }`,
        });
        await options.prepare?.(site, held);
      },
    });
    await opened.tab.waitForTimeout(200);
    const found = {
      verdict: await opened.card.evaluate(
        (card: HTMLElement & { verdict?: { state: string; reason: string } }) =>
          `${card.verdict?.state} ${card.verdict?.reason}`,
      ),
      text: await visibleText(opened.card),
      title: await opened.tab.title(),
      buttons: await opened.card.getByRole('button').allTextContents(),
      opened,
    };
    return found;
  }

  it.each([
    ['a community of verified professionals alone', 'verified-hcp', undefined],
    ['a mixed community whose page says it of this reader', 'mixed', { hcp: true }],
    ['a community that says nothing, whose page says it of this reader', undefined, { hcp: true }],
  ])('shown: %s', async (_what, readers, reader) => {
    const { verdict, text, opened } = await show(readers, reader);
    await opened.close();
    expect(verdict).toBe('verified all-checks-passed');
    expect(text).toContain(PASSAGE);
  });

  it.each([
    ['a mixed community', 'mixed', undefined],
    ['a community that says nothing', undefined, undefined],
    ['a community that says something unknown', 'everybody-is-a-doctor', undefined],
    ['a community of professionals, whose page says that this reader is none', 'verified-hcp', { hcp: false }],
    ['a page that says it in other words', 'mixed', { hcp: 'yes' }],
  ])('kept back, with the source whole and no click that opens it: %s', async (_what, readers, reader) => {
    const { verdict, text, buttons, opened } = await show(readers, reader);
    expect(verdict).toBe('not-for-audience hcp-only');
    expect(text).toContain('For verified healthcare professionals');
    for (const source of [
      'Parke-Davis Div of Pfizer Inc (sponsor) · Promotional · For US healthcare professionals',
      'Company involvement. Written and funded by Parke-Davis',
      'Important safety information. Contraindicated in active liver disease.',
      'To report side effects, contact FDA at 1-800-FDA-1088.',
      'Open at source',
    ])
      expect(text).toContain(source);
    expect(buttons).toEqual(['Details']);
    await opened.card.getByRole('button', { name: 'Details' }).click();
    await opened.card.getByText('Valid until').waitFor();
    expect(await visibleText(opened.card)).not.toContain(PASSAGE);
    expect(await opened.card.locator('details').count()).toBe(0);
    await opened.close();
  });

  it('an item that asks for no verified reader is shown to everybody', async () => {
    const { reuse } = await publisher.record();
    const { verdict, opened } = await show('mixed', undefined, {
      changes: { reuse: { ...reuse, requireVerifiedHcp: false } },
    });
    await opened.close();
    expect(verdict).toBe('verified all-checks-passed');
  });

  it('the reader’s own country goes before the community’s', async () => {
    const { verdict, text, opened } = await show('verified-hcp', { country: 'FR' });
    await opened.close();
    expect(verdict).toBe('not-for-audience other-audience');
    expect(text).toContain('Not for readers in your country');
    expect(text).not.toContain(PASSAGE);
  });

  it('a country that is none is refused with the way to write it', async () => {
    const { title, opened } = await show('verified-hcp', { country: 'us' });
    await opened.close();
    expect(title).toBe('connect: write reader.country like GB (ISO 3166-1)');
  });

  it('an expired or a superseded item is kept back as well, under its own state', async () => {
    for (const state of ['expired', 'superseded'] as const) {
      const { verdict, text, opened } = await show('mixed', undefined, {
        changes: state === 'expired' ? { exp: 1_700_000_000 } : {},
        prepare: async (site) => {
          const states = state === 'superseded' ? ([[7, 'superseded']] as const) : [];
          site.holdStatus(publisher.statusUri, await publisher.statusList(states));
        },
      });
      await opened.close();
      expect(verdict).toBe(`${state} ${state}`);
      expect(text).toContain('For verified healthcare professionals.');
      expect(text).not.toContain(PASSAGE);
    }
  });

  it('follows the page when somebody else signs in', async () => {
    const { opened } = await show('mixed', { hcp: true });
    const say = (hcp: boolean) =>
      opened.tab.evaluate(
        (reader) => (globalThis as unknown as { connect(options: object): void }).connect({ reader }),
        { hcp },
      );
    await opened.tab.locator('pq-card:state(verified)').waitFor();
    await say(false);
    await opened.tab.locator('pq-card:state(not-for-audience)').waitFor();
    expect(await visibleText(opened.card)).not.toContain(PASSAGE);
    await say(true);
    await opened.tab.locator('pq-card:state(verified)').waitFor();
    await opened.close();
  });
});
