import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import type { Mode } from '../support/gallery/modes.js';
import { picturesOf } from '../support/gallery/pictures.js';
import { startGallery, type Gallery } from '../support/gallery/site.js';

const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));

const SHEETS: readonly (readonly [name: string, mode: Mode, columns: number])[] = [
  ['contact-sheet', { colours: 'light', lang: 'en', width: 1280 }, 4],
  ['contact-sheet-dark', { colours: 'dark', lang: 'en', width: 1280 }, 4],
  ['contact-sheet-arabic', { colours: 'light', lang: 'ar', width: 1280 }, 4],
  ['contact-sheet-german-narrow', { colours: 'light', lang: 'de', width: 320 }, 8],
];

/** All states side by side, from real bytes: what one looks at before and after a change of the style. */
let browser: Browser;
let gallery: Gallery;
beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchChromium(), startGallery()]);
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});

it.each(SHEETS)('makes %s', async (name, mode, columns) => {
  const figures = (await picturesOf(gallery, browser, mode)).map(
    ({ title, png }) =>
      `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  const [ground, ink] = mode.colours === 'dark' ? ['#121212', '#eee'] : ['#fff', '#111'];
  const sheet = await browser.newPage({ viewport: { width: columns * (mode.width === 320 ? 190 : 380), height: 900 } });
  await sheet.setContent(`<!doctype html><style>
    body { margin: 24px; columns: ${columns}; column-gap: 20px; background: ${ground}; color: ${ink} }
    figure { margin: 0 0 18px; break-inside: avoid }
    figcaption { font: 600 11px 'DejaVu Sans'; margin-block-end: 6px; opacity: 0.6 }
    img { display: block; width: 100% }
    </style>${figures.join('')}`);
  await sheet.screenshot({ path: `${images}${name}.png`, fullPage: true });
  await sheet.close();
});
