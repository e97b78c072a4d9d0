import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

type Tree = ReturnType<typeof parse>;
type Node = Tree | Tree['children'][number];

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}
/** What a reader, or a script that looks for links, finds in HTML. */
export interface Reading {
  /** Blocks of text, each with single spaces. */
  readonly blocks: readonly string[];
  readonly elements: readonly Element[];
  /** Where links lead. */
  readonly hrefs: readonly string[];
}

/** Where a text ends and another begins, for a reader. */
const BLOCKS =
  /^(address|article|blockquote|body|br|dd|details|div|dl|dt|h[1-6]|hr|html|li|p|section|summary|title|ul)$/;

function parse(html: string) {
  return unified().use(rehypeParse, { fragment: true }).parse(html);
}

/** Reads HTML as a browser does: with the standard's own parser. */
export function readHtml(html: string): Reading {
  const elements: Element[] = [];
  const blocks = [''];
  const walk = (node: Node): void => {
    if (node.type === 'text') blocks[blocks.length - 1] += node.value;
    if (!('children' in node)) return;
    const name = node.type === 'element' ? node.tagName : 'root';
    if (node.type === 'element') elements.push({ name, attributes: node.properties });
    const block = BLOCKS.test(name);
    if (block) blocks.push('');
    if (name !== 'style') node.children.forEach(walk);
    if (block) blocks.push('');
  };
  walk(parse(html));
  const hrefs = elements
    .filter(({ name }) => name === 'a')
    .map(({ attributes }) => attributes.href)
    .filter((href) => typeof href === 'string');
  return { blocks: blocks.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean), elements, hrefs };
}
