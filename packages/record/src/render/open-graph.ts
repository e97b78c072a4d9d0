import type { CompactLabel } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { escapeHtml } from './html.js';
import { labelLines } from './lines.js';

/**
 * The label as Open Graph tags for a page's head. Previews cut a description off, so how promotional the item is stands in
 * the title, and the companies with their roles in the site's name; the description begins with both and the audience.
 */
export function renderOpenGraph(label: CompactLabel, link: ItemLink): string {
  const words = (field: string) => label.compact.find((item) => item.field === field)?.text;
  const lines = labelLines(label, link);
  const tags: readonly (readonly [property: string, content: string | undefined])[] = [
    ['og:type', 'article'],
    ['og:title', [words('promotionalStatus'), words('title')].filter((part) => part !== undefined).join(': ')],
    ['og:site_name', words('company')],
    ['og:url', lines.at(-2)?.href],
    ['og:description', lines.map(({ text }) => text).join(' | ')],
  ];
  return tags
    .filter(([, content]) => content !== undefined)
    .map(([property, content = '']) => `<meta property="${property}" content="${escapeHtml(content)}">`)
    .join('\n');
}
