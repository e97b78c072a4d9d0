import type { CompactLabel } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { escapeHtml } from './html.js';
import { labelLines } from './lines.js';

/**
 * The label as Open Graph tags for a page's head. Previews cut a description off, so how promotional the item is stands in
 * the title, and the companies with their roles in the site's name; the description begins with both and the audience.
 */
export function renderOpenGraph(label: CompactLabel, link: ItemLink): string {
  const words = wordsOf(label);
  const lines = labelLines(label, link);
  return tags([
    ['og:type', 'article'],
    ['og:title', [words('promotionalStatus'), words('title')].filter((part) => part !== undefined).join(': ')],
    ['og:site_name', words('company')],
    ['og:url', lines.at(-2)?.href],
    ['og:description', lines.map(({ text }) => text).join(' | ')],
  ]);
}

/**
 * What a preview may show of an item that must not go to open networks: whose it is, what it is and for whom, and nothing
 * of its subject. Without it a network makes a preview of its own out of the page's title and first words.
 */
export function renderOpenGraphNotice(label: CompactLabel, link: ItemLink): string {
  const words = wordsOf(label);
  const both = [words('promotionalStatus'), words('audience')].filter((part) => part !== undefined);
  return tags([
    ['og:type', 'website'],
    ['og:title', both.join(': ')],
    ['og:site_name', words('company')],
    ['og:url', labelLines(label, link).at(-2)?.href],
    [
      'og:description',
      [words('company'), ...both, words('involvement')].filter((part) => part !== undefined).join(' | '),
    ],
  ]);
}

function wordsOf(label: CompactLabel) {
  return (field: string) => label.compact.find((item) => item.field === field)?.text;
}

function tags(list: readonly (readonly [property: string, content: string | undefined])[]): string {
  return list
    .filter(([, content]) => content !== undefined)
    .map(([property, content = '']) => `<meta property="${property}" content="${escapeHtml(content)}">`)
    .join('\n');
}
