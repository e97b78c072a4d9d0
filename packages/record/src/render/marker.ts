import type { Label } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { labelLines } from './lines.js';

/**
 * The HTML that a forum stores: a bare `blockquote` of paragraphs, which every known sanitizer keeps. Complete without
 * scripts; where the SDK runs, its last link becomes a card.
 */
export function renderMarker(label: Pick<Label, 'state' | 'compact'>, link: ItemLink): string {
  const paragraphs = labelLines(label, link).map(({ text, href, strong }) => {
    const words = escapeHtml(href === undefined ? text : text.slice(0, text.length - href.length));
    const anchor =
      href === undefined
        ? ''
        : `<a href="${escapeHtml(href)}" rel="nofollow noopener noreferrer">${escapeHtml(href)}</a>`;
    return `<p>${strong ? `<strong>${words}</strong>` : words}${anchor}</p>`;
  });
  return `<blockquote>\n${paragraphs.join('\n')}\n</blockquote>`;
}

/** Text → HTML text that is inert in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
