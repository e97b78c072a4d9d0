import type { CompactLabel } from '../label/types.js';
import type { ItemLink } from '../link.js';
import { fundingLines } from './funding.js';
import { paragraph } from './html.js';
import { labelLines } from './lines.js';
import { wrap } from './wrap.js';

/** An e-mail's parts. Each is complete: readers see one of the two bodies. */
export interface Email {
  /** One line: it can add no header. */
  readonly subject: string;
  /** Lines of at most 76 characters; addresses are never broken. */
  readonly text: string;
  /** A fragment without tables, scripts, images or style sheets: nothing in it is fetched, and nothing can be blocked. */
  readonly html: string;
}

/** The label as an e-mail. How promotional it is stands in the subject, before anything is opened. */
export function renderEmail(label: CompactLabel, link: ItemLink): Email {
  const words = (field: string) => label.compact.find((item) => item.field === field)?.text;
  const lines = [...labelLines(label, link), ...fundingLines(label)];
  return {
    subject: [words('promotionalStatus'), words('title')].filter((part) => part !== undefined).join(': '),
    text: lines.map(({ text }) => wrap(text)).join('\n\n'),
    html: `<div style="${BLOCK}">\n${lines.map(paragraph).join('\n')}\n</div>`,
  };
}

/** Mail programs drop style sheets; this one attribute is what sets the publisher's words apart from the sender's. */
const BLOCK = 'border-left:3px solid #767676;padding-left:1em';
