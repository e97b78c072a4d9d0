import { html, nothing, render } from 'lit';
import { itemLine, labelLines, PAGE_STYLE, type Line } from '@pullquote/record/reader';
import type { Post } from '../compose.js';
import { wholeLabel } from './page.js';

/**
 * Prints the label alone. It stands in an empty frame that is built node by node: the strictest policies forbid a frame
 * of markup, a window of its own and inline styles, and the host's page must not come out of the printer.
 * @throws RecordError where the record's details cannot be shown
 */
export async function printLabel(post: Post, beside: ParentNode): Promise<void> {
  const label = wholeLabel(post);
  const frame = document.createElement('iframe');
  frame.hidden = true;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  beside.append(frame);
  await loaded;
  const { contentWindow, contentDocument: page } = frame;
  if (!contentWindow || !page) throw new Error('This browser gave no frame to print from.');
  const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(PAGE_STYLE);
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = post.words.lang;
  page.documentElement.dir = getComputedStyle(frame).direction;
  page.title = post.record.title;
  const lines = [...labelLines(label, post.link)];
  render(
    html`<article>${lines.map(lineView)}</article>
      ${label.expanded.map((item) => lineView(itemLine(item)))}`,
    page.body,
    { creationScope: page },
  );
  contentWindow.addEventListener('afterprint', () => frame.remove(), { once: true });
  contentWindow.focus();
  contentWindow.print();
}

/** As on every stored label, an address is written out. */
function lineView({ text, href, strong }: Line) {
  const words = href === undefined ? text : text.slice(0, text.length - href.length);
  return html`<p>
    ${strong ? html`<strong>${words}</strong>` : words}${href === undefined ? nothing : html`<a href=${href}>${href}</a>`}
  </p>`;
}
