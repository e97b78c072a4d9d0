import type { Label } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { paragraph } from './html.js';
import { itemLine } from './lines.js';
import { labelPage, type PageOptions } from './page.js';

/** The label as a page for paper: every detail is open, and every address is written out. */
export function renderPrint(label: Label, link: ItemLink, options: PageOptions = {}): string {
  const details = label.expanded.map((item) => paragraph(itemLine(item))).join('\n');
  return labelPage(label, link, `<section>\n<h2>Details</h2>\n${details}\n</section>`, options);
}
