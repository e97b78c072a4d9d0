import type { Page } from 'playwright-core';

export interface Mode {
  readonly colours: 'light' | 'dark' | 'forced';
  readonly lang: 'en' | 'ar' | 'de';
  readonly width: number;
}

/** Every combination that a state is looked at in. */
export const MODES: readonly Mode[] = (['en', 'ar'] as const).flatMap((lang) =>
  ([1280, 320] as const).flatMap((width) =>
    (['light', 'dark', 'forced'] as const).map((colours) => ({ colours, lang, width })),
  ),
);

export const nameOf = ({ colours, lang, width }: Mode): string => `${colours} ${lang} ${width}`;

/** Puts a page into a mode without a new load: elements follow `lang`, `dir`, the width and the colours by themselves. */
export async function wear(tab: Page, { colours, lang, width }: Mode): Promise<void> {
  await tab.emulateMedia({
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'forced' ? 'active' : 'none',
  });
  const size = tab.viewportSize();
  if (size?.width !== width) await tab.setViewportSize({ width, height: size?.height ?? 800 });
  await tab.evaluate((lang) => {
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
  }, lang);
  await tab.waitForFunction(
    (lang) =>
      [...document.querySelectorAll('pq-card, pq-label')].every(
        (element) => element.shadowRoot?.querySelector('article')?.lang === lang,
      ),
    lang,
  );
  // What a card keeps free for its stored text until the first scroll is the earlier mode's.
  await tab.evaluate(async () => {
    dispatchEvent(new Event('scroll'));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
