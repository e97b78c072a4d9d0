import { ENGLISH_WORDS, type Locale, type Words } from './words.js';

/** One file each, loaded when the first element on a page needs it. */
const LOCALES: Readonly<Record<string, () => Promise<{ readonly locale: Locale }>>> = {
  de: () => import('./locales/de.js'),
  fr: () => import('./locales/fr.js'),
  es: () => import('./locales/es.js'),
  it: () => import('./locales/it.js'),
  ar: () => import('./locales/ar.js'),
};

const loaded = new Map<string, Promise<Words>>();

/** The words of a language such as `de-CH`; English for what nobody has translated, or what could not be loaded. */
export function wordsFor(lang: string): Promise<Words> {
  const code = lang.slice(0, 2).toLowerCase();
  let words = loaded.get(code);
  if (!words) {
    words = Promise.resolve(LOCALES[code]?.())
      .then((file) => file?.locale ?? ENGLISH_WORDS)
      .catch(() => {
        loaded.delete(code); // Not an answer to keep.
        return ENGLISH_WORDS;
      });
    loaded.set(code, words);
  }
  return words;
}

/** The nearest `lang` around an element, through shadow roots. */
export function languageOf(element: Element): string {
  const speaker = element.closest<HTMLElement>('[lang]');
  if (speaker) return speaker.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

/** Calls back whenever a `lang` somewhere in the document changes. */
export function onLanguageChange(callback: () => void): void {
  new MutationObserver(callback).observe(document, { subtree: true, attributeFilter: ['lang'] });
}
