import type { CompactLabel } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { labelLines, type Line } from './lines.js';

/**
 * The label as a CommonMark block quotation, one paragraph a line, for forums that take Markdown and no HTML.
 */
export function renderMarkdown(label: CompactLabel, link: ItemLink): string {
  return labelLines(label, link)
    .map((line) => `> ${markdown(line)}`)
    .join('\n>\n');
}

function markdown({ text, href, strong }: Line): string {
  if (href === undefined) return strong ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text);
  const words = escapeMarkdown(text.slice(0, text.length - href.length));
  // Not an autolink: engines show those decoded, so an address could bring in the very characters that `clean` took out.
  return `${words}[${escapeMarkdown(href)}](<${destination(href)}>)`;
}

/**
 * Text → Markdown text that reads the same and is no markup. All ASCII punctuation is escaped, not only what CommonMark
 * needs: this also stops the linkers, typographers, emoji and tables that engines add to it.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/**
 * An address as browsers write it, because engines encode what browsers would read otherwise (`\\` for `/`). Inside `<…>`
 * only these end it or stand for something else; an ampersand that begins no entity stays as it is.
 */
function destination(href: string): string {
  return new URL(href).href.replace(/[\\<>]|&(?=#?\w+;)/g, '\\$&');
}
