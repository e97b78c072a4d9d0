import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compactLabel, parseLink, renderMarker, storedWords, type LabelWords } from '@pullquote/record';
import { locale as arabic } from '../../packages/elements/src/locales/ar.js';
import { ENGLISH_WORDS } from '../../packages/elements/src/words.js';
import { launchChromium } from '../support/chromium.js';
import { page, startCommunitySite } from '../support/community-site.js';
import { createTestPublisher } from '../support/publisher.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Look {
  readonly title: string;
  readonly by: string;
  readonly said: string;
  readonly words: LabelWords;
  readonly direction: 'ltr' | 'rtl';
}
const english = (title: string): Look => ({
  title,
  by: 'Dr Amara Okafor',
  said: 'The cyclosporine line is the one I keep forgetting. Worth a look before the next lipid clinic.',
  words: ENGLISH_WORDS,
  direction: 'ltr',
});
const LOOKS: Readonly<Record<string, Look>> = {
  'bulletin-board': english('Cardiology board • Lipids'),
  'night-shift': english('Night shift'),
  journal: english('The Lipid Society'),
  intranet: english('St Elsewhere NHS Trust > Clinical > Pharmacy'),
  'friendly-app': english('Rounds'),
  'arabic-society': {
    title: 'الجمعية العربية لأمراض القلب',
    by: 'د. هناء السالم',
    said: 'سطر السيكلوسبورين هو الذي أنساه دائمًا. يستحق نظرة قبل العيادة القادمة.',
    words: arabic,
    direction: 'rtl',
  },
};

/** Six hosts that could hardly differ more, each with the handful of lines that make the card its own. */
it('takes the pictures of the looks', async () => {
  const publisher = await createTestPublisher();
  const signed = await publisher.sign();
  const browser = await launchChromium();
  for (const [name, { title, by, said, words, direction }] of Object.entries(LOOKS)) {
    const site = await startCommunitySite([publisher]);
    site.hold(signed.digest, signed.jws, signed.record.canonicalUrl);
    site.holdStatus(publisher.statusUri, await publisher.statusList());
    const link = { ...parseLink(signed.link), lang: words.lang };
    const label = compactLabel(signed.record, {
      state: 'as-stated',
      country: 'US',
      excerpt: link.excerpt,
      words: storedWords(words),
    });
    const css = await readFile(here(`./looks/${name}.css`), 'utf8');
    site.pages.set('/look.css', { type: 'text/css', body: css });
    const body = `<header>${title}</header><main><article class="post"><div class="by">${by}</div><div class="said"><p>${said}</p>
      ${renderMarker(label, link)}</div></article>
      <article class="post"><div class="by">${by}</div><div class="said"><pq-share item="${signed.record.canonicalUrl}"></pq-share></div></article></main>`;
    const html = page(body, { head: '<link rel="stylesheet" href="/look.css">' });
    site.pages.set('/look', { body: html.replace('lang="en"', `lang="${words.lang}" dir="${direction}"`) });
    const tab = await browser.newPage({ viewport: { width: 900, height: 760 } });
    await tab.goto(`${site.origin}/look`);
    await tab.waitForFunction(() => document.querySelector('pq-card')?.verdict?.state === 'verified');
    // As after the reader's first scroll: until then a card keeps the room of its stored text.
    await tab.evaluate(() => dispatchEvent(new Event('scroll')));
    expect(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name).toBe(true);
    await tab.screenshot({ path: here(`../../docs/images/look-${name}.png`) });
    await tab.close();
    await site.close();
  }
  await browser.close();
});
