import type { CompactLabel } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { labelLines, type Line } from './lines.js';

/** The label as BBCode, one line each, with the four tags that every engine has: quote, b, url. */
export function renderBBCode(label: CompactLabel, link: ItemLink): string {
  return `[quote]\n${labelLines(label, link).map(bbcode).join('\n')}\n[/quote]`;
}

function bbcode({ text, href, strong }: Line): string {
  if (href === undefined) return strong ? `[b]${escapeBBCode(text)}[/b]` : escapeBBCode(text);
  const words = escapeBBCode(text.slice(0, text.length - href.length));
  return `${words}[url]${href.replace(/\[/g, '%5B').replace(/\]/g, '%5D')}[/url]`;
}

/**
 * Text → BBCode text that is no tag. BBCode has no escape that all engines know, so brackets become their full-width
 * forms: they read the same, and Unicode's NFKC turns them back.
 */
export function escapeBBCode(text: string): string {
  return text.replace(/\[/g, '［').replace(/\]/g, '］');
}
