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

export interface Post {
  readonly record: RenderRecord;
  readonly link: ItemLink;
  /** The community's country. */
  readonly country: string;
  readonly comment: string;
  /** Of the language that the post is written in. */
  readonly words: LabelWords;
}

/** What a forum stores: the doctor's words first, then, apart, the whole label as stated now. */
export function compose({ record, link, country, comment, words }: Post, format: ComposeFormat): string {
  const label = compactLabel(record, { state: 'as-stated', country, excerpt: link.excerpt, words: storedWords(words) });
  switch (format) {
    case 'html': {
      const paragraphs = comment.split(/\n+/).filter((words) => words.trim() !== '');
      return [...paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`), renderMarker(label, link)].join('\n');
    }
    case 'text':
      return [comment.trim(), renderText(label, link)].filter((part) => part !== '').join('\n\n');
  }
}

export function linkOnly({ link }: Post): string {
  return formatLink(link);
}
