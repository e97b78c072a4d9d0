import {
  compactLabel,
  escapeHtml,
  formatLink,
  storedWords,
  renderMarker,
  renderText,
  type ItemLink,
  type LabelWords,
  type RenderRecord,
} from '@pullquote/record/reader';
import type { ComposeFormat } from '../share-event.js';
import { quotationHtml, quotationText, type Quotation } from './quotation.js';

export interface Post {
  readonly record: RenderRecord;
  readonly link: ItemLink;
  /** The community's country. */
  readonly country: string;
  readonly comment: string;
  /** Of the language that the post is written in. */
  readonly words: LabelWords;
  /** The doctor's own selection from the item. */
  readonly quote?: Quotation | undefined;
}

/** What a forum stores: the doctor's words first, then what they quoted, then, apart, the whole label as stated now. */
export function compose({ record, link, country, comment, words, quote }: Post, format: ComposeFormat): string {
  const label = compactLabel(record, { state: 'as-stated', country, excerpt: link.excerpt, words: storedWords(words) });
  switch (format) {
    case 'html': {
      const paragraphs = comment.split(/\n+/).filter((words) => words.trim() !== '');
      return [
        ...paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`),
        ...(quote ? quotationHtml(quote) : []),
        renderMarker(label, link),
      ].join('\n');
    }
    case 'text':
      return [comment.trim(), quote ? quotationText(quote) : '', renderText(label, link)]
        .filter((part) => part !== '')
        .join('\n\n');
  }
}

export function linkOnly({ link }: Post): string {
  return formatLink(link);
}
