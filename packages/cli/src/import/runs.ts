import { isElement, type XmlElement } from './xml-element.js';

export type Mark = 'strong' | 'em' | 'sup' | 'sub';

/** A stretch of text with the same marks. */
export interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** A line break of the author's; its text is one space. */
  readonly lineBreak?: true;
}

/**
 * Says what an element in running text is: its marks, a line break, something that is no text of its place, or a word apart, such as
 * the number before a list's item.
 */
export type Inline = (element: XmlElement) => readonly Mark[] | 'break' | 'skip' | 'apart';

/** Running text of some nodes: white space is single, indentation and notes are gone, nothing else is. */
export function toRuns(nodes: readonly (XmlElement | string)[], inline: Inline): Run[] {
  const raw: Run[] = [];
  collect(nodes, inline, [], raw);
  return tidy(raw);
}

/** Plain text. Raised and lowered figures stay raised and lowered: 10⁹ must never read 109. */
export function plain(runs: readonly Run[]): string {
  return runs
    .map(({ text, marks }) =>
      marks.includes('sup') ? raised(text) : marks.includes('sub') ? (shift(text, SUBSCRIPTS) ?? text) : text,
    )
    .join('');
}

function collect(nodes: readonly (XmlElement | string)[], inline: Inline, marks: readonly Mark[], into: Run[]) {
  for (const node of nodes) {
    if (!isElement(node)) {
      into.push({ text: node, marks });
      continue;
    }
    const kind = inline(node);
    if (kind === 'skip') continue;
    if (kind === 'break') into.push({ text: ' ', marks: [], lineBreak: true });
    else if (kind === 'apart') {
      collect(node.children, inline, marks, into);
      into.push({ text: ' ', marks });
    } else collect(withoutIndentation(node.children), inline, [...marks, ...kind], into);
  }
}

/** Line breaks at an inline element's own edges are a pretty-printer's, not the author's. */
function withoutIndentation(children: XmlElement['children']): XmlElement['children'] {
  const isIndentation = (node: XmlElement | string | undefined) => typeof node === 'string' && /^\s*\n\s*$/.test(node);
  const from = isIndentation(children[0]) ? 1 : 0;
  return children.slice(from, isIndentation(children.at(-1)) && children.length > from ? -1 : undefined);
}

function tidy(raw: readonly Run[]): Run[] {
  const runs: Run[] = [];
  const trimLast = () => {
    const last = runs.at(-1);
    if (last && !last.lineBreak) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
  };
  let spaced = true;
  for (const run of raw) {
    if (run.lineBreak) {
      trimLast();
      if (runs.at(-1)?.lineBreak !== true && runs.length > 0) runs.push(run);
      spaced = true;
      continue;
    }
    let clean = run.text.replace(/\s+/g, ' ');
    if (spaced && clean.startsWith(' ')) clean = clean.slice(1);
    if (clean === '') continue;
    spaced = clean.endsWith(' ');
    const last = runs.at(-1);
    if (last && !last.lineBreak && last.marks.join() === run.marks.join()) {
      runs[runs.length - 1] = { text: last.text + clean, marks: run.marks };
    } else runs.push({ text: clean, marks: run.marks });
  }
  if (runs.at(-1)?.lineBreak) runs.pop();
  trimLast();
  return runs.filter(({ text }) => text !== '');
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ';
const BASELINE = '0123456789+-=()n';

function raised(text: string): string {
  // Marks such as ® are superior already; anything else that has no raised form says so.
  return /^[®™℠*†‡§¶\s]*$/.test(text) ? text : (shift(text, SUPERSCRIPTS) ?? `^${text}`);
}

function shift(text: string, forms: string): string | undefined {
  const plainMinus = text.replace(/[−–]/g, '-');
  const shifted = [...plainMinus].map((character) => [...forms][BASELINE.indexOf(character)]);
  return shifted.some((character) => character === undefined) ? undefined : shifted.join('');
}
