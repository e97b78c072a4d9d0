import type { RenderRecord } from '@pullquote/record/reader';
import type { Quotation } from '../share/quotation.js';
import { mayQuote } from './offer.js';
import { passageOf, type Selected } from './passage.js';
import { readText, type Reading } from './read-text.js';
import { passageUrl, textDirective } from './text-fragment.js';
import type { QuoteWords } from './words.js';

/** A doctor's own selection, ready to be posted: in words, with the way to its place in the item. */
export function quotationOf(record: RenderRecord, selected: Selected, words: QuoteWords): Quotation {
  const { text } = selected.passage;
  const url = passageUrl(record.canonicalUrl, textDirective(searched(record.canonicalUrl, selected)));
  return {
    text,
    url,
    note: words.ownNote,
    link: words.passage,
    refusal: (now) => (mayQuote(now, text) ? undefined : words.termsChanged),
  };
}

/** What a browser will search at that address: this whole page where it is the item's own, else all that is known of it. */
function searched(canonicalUrl: string, { passage, range }: Selected): Reading {
  const url = new URL(canonicalUrl);
  url.hash = '';
  const here = new URL(location.href);
  here.hash = '';
  const whole = url.href === here.href ? readText(document.body, range) : undefined;
  return whole ? passageOf(whole).reading : passage.reading;
}
