import { labelModel, readDetails, renderPrint, type Label } from '@pullquote/record/reader';
import { asStated, type Post } from '../compose.js';

/** The label with every detail. @throws RecordError where the record's details cannot be shown */
export function wholeLabel(post: Post): Label {
  return labelModel(readDetails(post.record), asStated(post));
}

/** The label as a page of its own, to be kept. @throws RecordError */
export function labelFile(post: Post): Blob {
  const page = renderPrint(wholeLabel(post), post.link, { language: post.words.lang });
  return new Blob([page], { type: 'text/html;charset=utf-8' });
}
