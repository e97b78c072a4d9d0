import { formatLink, type ItemLink } from '../link.js';
import type { Label } from '../label/types.js';

/** One line of a stored label: its text, and the part of it that is a link. */
export interface Line {
  readonly text: string;
  /** Ends the text when present, as the address itself, so that the line reads the same without links. */
  readonly href?: string | undefined;
  readonly strong?: boolean;
}

/**
 * The whole compact label as lines, then the item's link on a line of its own. Stored renderings are made of exactly
 * these, and a reader's browser recomputes them to tell the publisher's words from the author's.
 */
export function labelLines(label: Pick<Label, 'state' | 'compact'>, link: ItemLink): Line[] {
  const item = (field: string) => label.compact.find((one) => one.field === field)?.text;
  const first = [item('company'), item('promotionalStatus'), item('audience')].filter((part) => part !== undefined);
  const lines: Line[] = [{ text: `${label.state.words}: ${first.join(' · ')}`, strong: true }];
  for (const { field, heading, text, href } of label.compact) {
    if (field === 'company' || field === 'promotionalStatus' || field === 'audience' || field === 'canonicalUrl')
      continue;
    const words = heading === undefined ? text : `${heading}: ${text}`;
    if (href === undefined) lines.push({ text: words, strong: field === 'title' });
    else lines.push(text === href ? { text: `${heading}: ${href}`, href } : { text: `${words} ${href}`, href });
  }
  const url = formatLink(link);
  lines.push({ text: `Check it at the source: ${plain(url)}`, href: plain(url) }, { text: url, href: url });
  return lines;
}

function plain(url: string): string {
  return url.slice(0, url.indexOf('#'));
}
