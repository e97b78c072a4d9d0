import { SaxesParser, type SaxesTagNS } from 'saxes';
import { CliError } from '../errors.js';
import { decodeText } from './decode-text.js';
import { XML_ENCODING } from './encodings.js';
import type { XmlElement } from './xml-element.js';

/** Bounds on one source file. Real labels and articles stay far below them; a hostile file meets them early. */
export const XML_LIMITS = { bytes: 50 * 1024 * 1024, depth: 200, nodes: 2_000_000 };

const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/xlink': 'xlink:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
};

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/**
 * Reads XML as it arrives and stops at the first thing that is wrong. Entities that a DTD defines are never expanded: only
 * the five of XML and character numbers are known, so that no file grows while it is read.
 * @throws CliError `import`
 */
export async function parseXml(chunks: AsyncIterable<Uint8Array>, limits = XML_LIMITS): Promise<XmlElement> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;

  const refuse = (what: string): never => {
    throw new CliError('import', `Line ${parser.line}: ${what}`);
  };
  const add = (node: XmlElement | string) => {
    if (++nodes > limits.nodes) refuse(`the file has more than ${limits.nodes} elements and texts; split it.`);
    open.at(-1)?.children.push(node);
  };
  parser.on('error', (error) => refuse(explain(error.message)));
  parser.on('opentag', (tag) => {
    if (open.length >= limits.depth)
      refuse(`elements are nested more than ${limits.depth} deep; this is no label or article.`);
    const element = { name: tag.local, uri: tag.uri, attributes: attributesOf(tag), children: [] };
    add(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => open.length > 0 && add(text));
  parser.on('cdata', (text) => open.length > 0 && add(text));

  for await (const text of decodeText(chunks, limits.bytes, XML_ENCODING)) parser.write(text);
  parser.close();
  if (root === undefined) throw new CliError('import', 'The file holds no XML element.');
  return root;
}

function attributesOf(tag: SaxesTagNS): Map<string, string> {
  const known = new Map<string, string>();
  for (const { local, uri, name, value } of Object.values(tag.attributes)) {
    const prefix = uri === '' ? '' : PREFIXES[uri];
    known.set(prefix === undefined ? name : prefix + local, value);
  }
  return known;
}

/** The parser's messages start with its own line and column; ours name the line once, and say what to do. */
function explain(message: string): string {
  const plain = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '');
  return plain.startsWith('undefined entity')
    ? 'the file uses an entity that only its DTD defines. Replace it with the character itself: DTDs are not read.'
    : `this is not well-formed XML (${plain.replace(/\.$/, '')}). Correct the file, or export it again.`;
}
