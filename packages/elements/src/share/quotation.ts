import { escapeHtml, type RenderRecord } from '@pullquote/record/reader';

/** A passage that the doctor selected: theirs, and not one that the publisher approved for quoting. */
export interface Quotation {
  /** One line for each block of the text. */
  readonly text: string;
  /** Where the passage stands in the item. */
  readonly url: string;
  /** Says in the post whose selection this is; in the post's language. */
  readonly note: string;
  /** Words of the link to the passage. */
  readonly link: string;
  /** Why this record does not allow it, in words for the doctor; undefined when it does. */
  readonly refusal: (record: RenderRecord) => string | undefined;
}

/** What a post says of it: in quotation marks, marked, with the way to its place. */
export function quotationHtml({ text, url, note, link }: Quotation): string[] {
  return [
    ...`“${text}”`.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`),
    `<p>${escapeHtml(note)} <a href="${escapeHtml(url)}" rel="nofollow noopener noreferrer">${escapeHtml(link)}</a></p>`,
  ];
}

/** The same as plain text. */
export function quotationText({ text, url, note, link }: Quotation): string {
  return `“${text}”\n${note} ${link}: ${url}`;
}
