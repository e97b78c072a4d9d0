import { readLink, type ItemLink } from '@pullquote/record';
import { readHtml } from './read-html.js';
import type { Expected } from './table.js';

/**
 * What of the label is not to be found in HTML that a site shows: names of fields, and `link` when no card could be rebuilt.
 * It knows nothing of the renderers: it looks for the table's own words, as text.
 */
export function missing(html: string, expected: readonly Expected[], link: ItemLink): string[] {
  const { blocks, hrefs } = readHtml(html);
  const text = ` ${blocks.join(' ')} `;
  const lost = expected.filter((one) => !text.includes(` ${one.text} `)).map(({ field }) => field);
  const addresses = [...hrefs, ...text.split(/[\s|]+/)];
  const found = addresses.map(readLink).find((one) => one !== undefined);
  return JSON.stringify(found) === JSON.stringify(readLink(linkText(link))) ? lost : [...lost, 'link'];
}

/** As the specification writes it, not as the package does. */
export function linkText({ url, version, digest, excerpt, depth }: ItemLink): string {
  return `${url}#pq=v${version};h=${digest};x=${excerpt};d=${depth}`;
}
