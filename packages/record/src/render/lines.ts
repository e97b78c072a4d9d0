import { formatLink, type ItemLink } from '../link.js';
import type { CompactLabel, LabelField, LabelItem } from '../label/types.js';

/** One line of a stored label: its text, and the part of it that is a link. */
export interface Line {
  readonly text: string;
  /** Ends the text when present, as the address itself, so that the line reads the same without links. */
  readonly href?: string | undefined;
  readonly strong?: boolean;
}

/**
 * Fields that make no line of their own: the first line and the last hold them. How a community is funded is the community's
 * word, not the publisher's, and may change: stored lines never depend on it.
 */
const ELSEWHERE: readonly LabelField[] = [
  'company',
  'promotionalStatus',
  'audience',
  'canonicalUrl',
  'communityFunding',
];

/**
 * The whole compact label as lines, then the item's link on a line of its own. Stored renderings are made of exactly
 * these, and a reader's browser recomputes them to tell the publisher's words from the author's.
 */
export function labelLines(label: CompactLabel, link: ItemLink): Line[] {
  const item = (field: LabelField) => label.compact.find((one) => one.field === field)?.text;
  const first = [item('company'), item('promotionalStatus'), item('audience')].filter((part) => part !== undefined);
  const url = formatLink(link);
  const plain = url.slice(0, url.indexOf('#'));
  return [
    { text: `${label.state.words}: ${first.join(' · ')}`, strong: true },
    ...label.compact.filter(({ field }) => !ELSEWHERE.includes(field)).map(itemLine),
    { text: `${label.words.check}: ${plain}`, href: plain },
    { text: url, href: url },
  ];
}

/** One item of a label as a line: `heading: text address`. */
export function itemLine({ field, heading, text, href }: LabelItem): Line {
  const words = heading === undefined ? text : `${heading}: ${text}`;
  if (href === undefined) return { text: words, strong: field === 'title' };
  return { text: text === href ? words : `${words} ${href}`, href };
}
