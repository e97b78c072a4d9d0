import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import type { ContentRecord } from '@pullquote/record';
import { openCard } from '../support/card-page.js';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import { createTestPublisher, type TestPublisher } from '../support/publisher.js';
import { startSite, STRICT_CSP, type Site } from '../support/site.js';
import { visibleText } from '../support/visible-text.js';

type Medium = NonNullable<ContentRecord['media']>[number];

/** A second of silence (RIFF, 8 kHz, 8 bit), which every browser can play. */
function silence(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 8_000, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(8_000, 40);
  return Buffer.concat([head, Buffer.alloc(8_000, 127)]);
}
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url');

describe.skipIf(chromiumPath === undefined)('media of an item', () => {
  let browser: Browser;
  let publisher: TestPublisher;
  let cdn: Site;

  beforeAll(async () => {
    browser = await launchChromium();
    publisher = await createTestPublisher();
    cdn = await startSite();
  });
  afterAll(async () => {
    await browser.close();
    await cdn.close();
  });

  const open = async (
    media: readonly unknown[],
    csp = `${STRICT_CSP}; media-src ${cdn.origin}; img-src ${cdn.origin}`,
  ) => openCard(browser, publisher, await publisher.sign({ media: media as ContentRecord['media'] }), { csp });
  const video = (changes: Partial<Medium> = {}): Medium => ({
    url: `${cdn.origin}/talk.mp4`,
    mime: 'video/mp4',
    sha256: digest(Buffer.from('x')),
    title: 'Interactions in four minutes',
    bytes: 48_000_000,
    chapters: [
      { start: 0, title: 'Why it matters' },
      { start: 3_725, title: 'Macrolides' },
    ],
    ...changes,
  });

  it('say what they are and which site a click asks, and ask it nothing before', async () => {
    const captions = [{ lang: 'de', url: 'https://captions.example/de.vtt' }];
    const { card, foreign, close } = await open([video({ captions, poster: 'https://img.example/p.jpg' })]);
    const text = await visibleText(card);
    expect(text).toContain('Video · Interactions in four minutes · 48 MB · captions: German');
    const host = new URL(cdn.origin).host;
    expect(text).toContain(
      `Comes from ${host}, img.example and captions.example, but only after your click. Those sites will then see your address.`,
    );
    expect(await card.getByRole('button').allTextContents()).toEqual([
      'Play here',
      '0:00 Why it matters',
      '1:02:05 Macrolides',
      'Details',
      'Share',
    ]);
    expect(await card.locator('video, audio, img, iframe').count()).toBe(0);
    expect(foreign).toEqual([]);
    await close();
  });

  it('that are not there leave a sentence, and a link to the very second that was asked for', async () => {
    const { card, foreign, close } = await open([video()]);
    const asked = cdn.requests.length;
    await card.getByRole('button', { name: '1:02:05 Macrolides' }).click();
    // The file is not there, so the player gives up and leaves a sentence with a link to that very second.
    await card.getByText('It could not be shown here').waitFor();
    const link = card.locator('[data-stage] a');
    expect(await link.getAttribute('href')).toBe(`${cdn.origin}/talk.mp4#t=3725`);
    expect(foreign.every((url) => url.startsWith(cdn.origin))).toBe(true);
    expect(cdn.requests.length).toBeGreaterThan(asked);
    await close();
  });

  it('play sound that is really there: controls, no autoplay, focus on the player, a jump by a second click', async () => {
    const sound = silence();
    cdn.pages.set('/talk.wav', { type: 'audio/wav', body: sound.toString('latin1') });
    const medium = video({ url: `${cdn.origin}/talk.wav`, mime: 'audio/wav', chapters: [{ start: 1, title: 'End' }] });
    const { card, close } = await open([medium]);
    await card.getByRole('button', { name: 'Play here' }).click();
    const player = card.locator('audio');
    await player.waitFor();
    const state = await player.evaluate((one: HTMLAudioElement) => ({
      autoplay: one.autoplay,
      paused: one.paused,
      controls: one.controls,
      preload: one.preload,
      focused: one.getRootNode() instanceof ShadowRoot && (one.getRootNode() as ShadowRoot).activeElement === one,
    }));
    expect(state).toEqual({ autoplay: false, paused: true, controls: true, preload: 'metadata', focused: true });
    expect(await visibleText(card)).toContain('The file itself is not checked while it plays.');
    await close();
  });

  it('under a policy that allows no other site: a plain sentence and the link, and nothing was asked', async () => {
    const { card, close } = await open([video()], STRICT_CSP);
    const asked = cdn.requests.length;
    await card.getByRole('button', { name: 'Play here' }).click();
    await card.getByText('this page does not allow that site').waitFor();
    expect(cdn.requests).toHaveLength(asked);
    expect(await card.locator('[data-stage] a').getAttribute('href')).toBe(`${cdn.origin}/talk.mp4`);
    await close();
  });

  it.each([
    ['shown and called checked when it is what was signed', true],
    ['not shown when it is something else', false],
  ])('a picture is compared with what was signed: %s', async (_what, same) => {
    const bytes = Buffer.from(PIXEL, 'base64');
    const csp = `${STRICT_CSP}; connect-src 'self' ${cdn.origin}; img-src blob:`;
    const sha256 = digest(same ? bytes : Buffer.from('another picture'));
    const medium = { url: `${cdn.origin}/i.png`, mime: 'image/png', sha256, title: 'The table' };
    const { card, tab, close } = await open([medium], csp.replace("connect-src 'self'; ", ''));
    await tab.route(`${cdn.origin}/i.png`, (route) =>
      route.fulfill({ body: bytes, contentType: 'image/png', headers: { 'access-control-allow-origin': '*' } }),
    );
    await card.getByRole('button', { name: 'Show here' }).click();
    if (same) {
      await card.getByText('Checked: this is the file that the publisher signed.').waitFor();
      expect(await card.locator('img').getAttribute('alt')).toBe('The table');
      await tab.waitForFunction(() => {
        const image = document.querySelector('pq-card')?.shadowRoot?.querySelector('img');
        return image?.complete && image.naturalWidth === 1;
      });
    } else {
      await card.getByText('This is not the file that the publisher signed, so it is not shown.').waitFor();
      expect(await card.locator('img').count()).toBe(0);
    }
    await close();
  });

  it('documents, slides and vector pictures are links that name their site', async () => {
    const { card, close } = await open([
      { url: `${publisher.origin}/a.pdf`, mime: 'application/pdf', sha256: digest(Buffer.from('')), bytes: 2_400_000 },
      { url: 'https://cdn.example/a.pptx', mime: 'application/vnd.ms-powerpoint', sha256: digest(Buffer.from('')) },
      { url: 'https://cdn.example/a.svg', mime: 'image/svg+xml', sha256: digest(Buffer.from('')) },
    ]);
    const text = await visibleText(card);
    expect(text).toMatch(/PDF · 2\.4 MB\s+Open\s+publisher\.example/);
    expect(text).toMatch(/Slides\s+Open\s+cdn\.example/);
    expect(text).toMatch(/Document\s+Open\s+cdn\.example/);
    expect(await card.getByRole('button').allTextContents()).toEqual(['Details', 'Share']);
    await close();
  });

  it('are kept back with the rest of the content', async () => {
    const signed = await publisher.sign({
      media: [video()],
      audience: { roles: ['healthcare professionals'], countries: ['GB'] },
    });
    const { card, close } = await openCard(browser, publisher, signed);
    expect(await card.locator('figure').count()).toBe(0);
    await close();
  });
});
