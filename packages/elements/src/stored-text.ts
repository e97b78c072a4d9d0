import {
  clean,
  compactLabel,
  labelLines,
  type ItemLink,
  type LabelWords,
  type RenderRecord,
} from '@pullquote/record/reader';

/**
 * A stored marker's own copies of the publisher's lines go when a card stands in their place; whatever else the author
 * wrote into the marker is theirs and is returned, to stay visible as theirs.
 */
export function authorsOwn(
  stored: Element,
  record: RenderRecord,
  link: ItemLink,
  country: string,
  words: LabelWords,
): Node[] {
  const label = compactLabel(record, { state: 'as-stated', country, excerpt: link.excerpt, words });
  const expected = new Set(labelLines(label, link).map(({ text }) => clean(text)));
  const isOurs = (node: Node) => lines(node).every((line) => line === '' || expected.has(line));
  const nodes = [...stored.children].some((child) => child.matches('blockquote'))
    ? stored.querySelectorAll('p')
    : stored.childNodes;
  return [...nodes].filter((node) => !isOurs(node)).map((node) => node.cloneNode(true));
}

/** The text of a node, line by line: some forums keep paragraphs, others make them line breaks. */
function lines(node: Node): string[] {
  const found = [''];
  const walk = (one: Node): void => {
    if (one.nodeName === 'BR') found.push('');
    else if (one.nodeType === Node.TEXT_NODE) found[found.length - 1] += one.textContent ?? '';
    else one.childNodes.forEach(walk);
  };
  walk(node);
  return found.map(clean);
}
