import { raised } from './raised.js';

/** A run of text that nothing interrupts: a paragraph, a cell, a line before a break. */
export interface Block {
  /** As browsers search it: single spaces, no format characters. */
  readonly text: string;
  /** As it is quoted, character by character as long: what stands raised or lowered on the page stays so. */
  readonly said: string;
}

export interface Spot {
  /** Index of the block. */
  readonly block: number;
  /** Characters (UTF-16) before it in the block. */
  readonly at: number;
}

/** The readable text under an element, and where in it a range begins and ends. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly start: Spot;
  readonly end: Spot;
}

/** Not text to a reader, whatever stands in it. */
const UNREAD = 'script, style, noscript, template, textarea, select, iframe, object, video, audio';
/** Text goes on over these alone; where browsers may differ, a block ends. */
const FLOWS = new Set(['inline', 'contents']);

/** The text under `root`, or undefined when the range holds none of it. */
export function readText(root: Element, range: Range): Reading | undefined {
  const blocks: Block[] = [];
  let open: Block = { text: '', said: '' };
  let start: Spot | undefined;
  let end: Spot | undefined;

  const endBlock = () => {
    const text = open.text.trimEnd();
    if (text !== '') blocks.push({ text, said: open.said.slice(0, text.length) });
    open = { text: '', said: '' };
  };
  const add = (data: string, parent: Element) => {
    let flat = data.replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ');
    if (flat.startsWith(' ') && /^$| $/.test(open.text)) flat = flat.slice(1);
    open = { text: open.text + flat, said: open.said + raised(flat, parent) };
    return { block: blocks.length, at: open.text.length };
  };
  const take = (node: Text, parent: Element) => {
    const [from, to] = within(node, range);
    const before = add(node.data.slice(0, from), parent);
    const after = add(node.data.slice(from, to), parent);
    if (from < to) {
      start ??= before;
      end = after;
    }
    add(node.data.slice(to), parent);
  };
  const walk = (element: Element) => {
    const { display, visibility } = getComputedStyle(element);
    if (element.matches(UNREAD) || display === 'none' || display === '') return;
    const flows = FLOWS.has(display) && element.localName !== 'br' && element.localName !== 'img';
    if (!flows) endBlock();
    for (const child of element.childNodes) {
      if (child instanceof Element) walk(child);
      else if (child instanceof Text && visibility === 'visible') take(child, element);
    }
    if (!flows) endBlock();
  };
  walk(root);
  endBlock();
  return start && end && { blocks, start, end };
}

/** Which part of a text node a range holds, without white space at its ends; an empty part when it holds none. */
function within(node: Text, range: Range): readonly [from: number, to: number] {
  if (!range.intersectsNode(node)) return [0, 0];
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : node.length;
  const part = node.data.slice(from, to);
  const words = part.trim();
  return words === '' ? [from, from] : [from + part.length - part.trimStart().length, from + part.trimEnd().length];
}
