import { compactLabel, renderEmail } from '@pullquote/record/reader';
import { asStated, ownText, type Post } from '../compose.js';

/** → `mailto:?subject=…&body=…` (RFC 6068): the doctor's own words, then the whole label. The doctor's own mail program sends it. */
export function mailto(post: Post): string {
  const { subject, text } = renderEmail(compactLabel(post.record, asStated(post)), post.link);
  const body = [ownText(post), text].filter((part) => part !== '').join('\n\n');
  return `mailto:?subject=${encoded(subject)}&body=${encoded(body.replace(/\r?\n/g, '\r\n'))}`;
}

/** A lone half of a character cannot be percent-encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
}
