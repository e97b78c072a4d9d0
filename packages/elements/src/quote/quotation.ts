import type { RenderRecord } from '@pullquote/record/reader';
import type { Quotation } from '../share/quotation.js';
import { mayQuote } from './offer.js';
import type { Passage } from './passage.js';
import { readText } from './read-text.js';
import { passageOf } from './passage.js';
import { passageUrl, textDirective } from './text-fragment.js';
import type { QuoteWords } from './words.js';

/** A doctor's own selection, ready to be posted: in words, with the way to its place in the item. */
export function quotationOf(record: RenderRecord, passage: Passage, range: Range, words: QuoteWords): Quotation {
  const url = passageUrl(record.canonicalUrl, textDirective(searched(record.canonicalUrl, passage, range)));
  return {
    text: passage.text,
    url,
    note: words.ownNote,
    link: words.passage,
    refusal: (now) => (mayQuote(now, passage.text) ? undefined : words.termsChanged),
  };
}

/** What a browser will search at that address: this whole page where it is the item's own, else all that is known of it. */
function searched(canonicalUrl: string, { reading }: Passage, range: Range) {
  const url = new URL(canonicalUrl);
  url.hash = '';
  const here = new URL(location.href);
  here.hash = '';
  const whole = url.href === here.href ? readText(document.body, range) : undefined;
  return whole ? passageOf(whole).reading : reading;
}
