import {
  compactLabel,
  escapeHtml,
  formatLink,
  storedWords,
  renderMarker,
  renderText,
  type ItemLink,
  type LabelContext,
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
  /** What the doctor says of a tie to the sponsor. */
  readonly statement?: string | undefined;
  /** The doctor's own selection from the item. */
  readonly quote?: Quotation | undefined;
  /** Of the language that the post is written in. */
  readonly words: LabelWords;
}

/** What a forum stores: the doctor's words first, then what they quoted, then, apart, the whole label as stated now. */
export function compose(post: Post, format: ComposeFormat): string {
  const label = compactLabel(post.record, asStated(post));
  switch (format) {
    case 'html':
      return [
        ...ownWords(post).map((words) => `<p>${escapeHtml(words)}</p>`),
        ...(post.quote ? quotationHtml(post.quote) : []),
        renderMarker(label, post.link),
      ].join('\n');
    case 'text':
      return [ownText(post), renderText(label, post.link)].filter((part) => part !== '').join('\n\n');
  }
}

/** What stored text says of an item: never that it was verified. */
export function asStated({ link, country, words }: Post): LabelContext {
  return { state: 'as-stated', country, excerpt: link.excerpt, words: storedWords(words) };
}

/** The doctor's own part as text: the comment, the statement in a paragraph of its own, and what they quoted. */
export function ownText({ comment, statement = '', quote }: Post): string {
  return [comment.trim(), statement, quote ? quotationText(quote) : ''].filter((part) => part !== '').join('\n\n');
}

function ownWords({ comment, statement = '' }: Post): string[] {
  return [...comment.split(/\n+/), statement].filter((words) => words.trim() !== '');
}

export function linkOnly({ link }: Post): string {
  return formatLink(link);
}
