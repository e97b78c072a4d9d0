import { RecordError } from '../errors.js';
import type { Label } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { isSecureUrl } from '../origin.js';
import { escapeHtml, paragraph } from './html.js';
import { itemLine } from './lines.js';
import { labelPage, type PageOptions } from './page.js';

/**
 * The label as a page for `<iframe sandbox>`: it has no script, form or image, fetches nothing, and is whole where the
 * sandbox allows nothing at all. Its server should add `frame-ancestors`, which a page cannot say of itself.
 */
export function renderIframePage(label: Label, link: ItemLink, options: PageOptions = {}): string {
  const details = label.expanded.map((item) => paragraph(itemLine(item))).join('\n');
  return labelPage(label, link, `<details>\n<summary>Details</summary>\n${details}\n</details>`, options);
}

/** The frame for such a page. Its links open outside of it, in a page of their own. @throws RecordError `link` */
export function renderIframe(src: string, title: string, width = 600, height = 400): string {
  if (!isSecureUrl(src))
    throw new RecordError('link', `The frame's address must be an absolute https URL, not "${src}"`);
  const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
  return `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" width="${width}" height="${height}" sandbox="${sandbox}" referrerpolicy="no-referrer" loading="lazy"></iframe>`;
}
