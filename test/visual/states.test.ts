import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchChromium } from '../support/chromium.js';
import type { Mode } from '../support/gallery/modes.js';
import { picturesOf } from '../support/gallery/pictures.js';
import { startGallery, type Gallery } from '../support/gallery/site.js';
import { encodeBaseline } from './baseline.js';

/** How far one pixel may differ (pixelmatch: 0 to 1) before it counts, and how many may count. */
const THRESHOLD = 0.15;
const DIFFERING = 0.005;
/** `npm run visual:update` writes the baselines anew, from what the page shows now. */
const UPDATE = process.env['UPDATE_BASELINES'] === '1';

const MODES: Readonly<Record<string, Mode>> = {
  light: { colours: 'light', lang: 'en', width: 1280 },
  dark: { colours: 'dark', lang: 'en', width: 1280 },
  forced: { colours: 'forced', lang: 'en', width: 1280 },
  arabic: { colours: 'light', lang: 'ar', width: 1280 },
  'german-narrow': { colours: 'light', lang: 'de', width: 320 },
};
/** In light, every state; in the other modes those in which they differ from it most. */
const IN_EVERY_MODE: ReadonlySet<string> = new Set([
  'verified',
  'superseded',
  'withdrawn',
  'altered',
  'gate',
  'media',
  'heavy',
  'label-full',
  'dialog',
  'dialog-failed',
  'ledger',
  'quote-panel',
]);
const BASELINES = fileURLToPath(new URL('./baselines/', import.meta.url));
const FAILURES = fileURLToPath(new URL('../../test-results/visual/', import.meta.url));

/** What differs from the baseline, in one sentence; the picture of it stands beside what was seen. */
async function compare(mode: string, id: string, png: Buffer): Promise<string | undefined> {
  const path = `${BASELINES}${mode}/${id}.png`;
  const seen = PNG.sync.read(png);
  if (UPDATE) {
    await mkdir(`${BASELINES}${mode}`, { recursive: true });
    await writeFile(path, encodeBaseline(seen));
    return undefined;
  }
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return `${id}: has no baseline; look at it, then run \`npm run visual:update\``;
  const expected = PNG.sync.read(bytes);
  const { width, height } = expected;
  await mkdir(`${FAILURES}${mode}`, { recursive: true });
  const keep = (name: string, image: PNG) => writeFile(`${FAILURES}${mode}/${id}-${name}.png`, PNG.sync.write(image));
  if (seen.width !== width || seen.height !== height) {
    await keep('seen', seen);
    return `${id}: is ${seen.width} × ${seen.height} and was ${width} × ${height}`;
  }
  const difference = new PNG({ width, height });
  const count = pixelmatch(expected.data, seen.data, difference.data, width, height, { threshold: THRESHOLD });
  if (count / (width * height) <= DIFFERING) return undefined;
  await Promise.all([keep('seen', seen), keep('difference', difference)]);
  return `${id}: ${((count / (width * height)) * 100).toFixed(2)} % of its pixels differ`;
}

describe.skipIf(chromiumPath === undefined)('every state looks as it did', { timeout: 120_000 }, () => {
  let browser: Browser;
  let gallery: Gallery;

  beforeAll(async () => {
    [browser, gallery] = await Promise.all([launchChromium(), startGallery()]);
  });
  afterAll(async () => {
    await browser.close();
    await gallery.close();
  });

  it.each(Object.keys(MODES))('%s', async (name) => {
    const mode = MODES[name];
    if (!mode) throw new Error(`No mode ${name}.`);
    const pictures = await picturesOf(gallery, browser, mode, name === 'light' ? undefined : IN_EVERY_MODE);
    expect(pictures.length).toBe(name === 'light' ? 30 : IN_EVERY_MODE.size);
    const differing = await Promise.all(pictures.map(({ id, png }) => compare(name, id, png)));
    expect(differing.filter((one) => one !== undefined)).toEqual([]);
  });

  it('sees a difference when there is one', async () => {
    const image = new PNG({ width: 40, height: 40, fill: true });
    const other = new PNG({ width: 40, height: 40, fill: true });
    for (let n = 0; n < 40 * 10 * 4; n++) other.data[n] = 255;
    const count = pixelmatch(image.data, other.data, undefined, 40, 40, { threshold: THRESHOLD });
    expect(count / 1600).toBeGreaterThan(DIFFERING);
  });
});
