import type { Line } from './lines.js';

/** Text → HTML text that is inert in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** One line of a label as a paragraph. */
export function paragraph({ text, href, strong }: Line): string {
  const words = escapeHtml(href === undefined ? text : text.slice(0, text.length - href.length));
  const anchor =
    href === undefined
      ? ''
      : `<a href="${escapeHtml(href)}" rel="nofollow noopener noreferrer">${escapeHtml(href)}</a>`;
  return `<p>${strong ? `<strong>${words}</strong>` : words}${anchor}</p>`;
}
