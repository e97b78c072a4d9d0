import { plain, toRuns, type Inline, type Run } from './runs.js';
import { attribute, descendants, elements, isElement, type XmlElement } from './xml-element.js';

export interface Cell {
  readonly header: boolean;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly Block[];
}

/** A piece of a section's text, as a page can set it. */
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly caption: readonly Run[]; readonly rows: readonly (readonly Cell[])[] };

/** How one XML vocabulary names its blocks. */
export interface Dialect {
  readonly inline: Inline;
  readonly kind: (element: XmlElement) => 'paragraph' | 'list' | 'table' | 'group' | 'inline' | 'skip';
  /** The name of a list's items. */
  readonly item: string;
  readonly ordered: (list: XmlElement) => boolean;
}

/** Nodes → blocks. Text that stands between blocks becomes a paragraph of its own: none is lost. */
export function toBlocks(nodes: readonly (XmlElement | string)[], dialect: Dialect): Block[] {
  const blocks: Block[] = [];
  let loose: (XmlElement | string)[] = [];
  const flush = () => {
    const runs = toRuns(loose, dialect.inline);
    if (runs.length > 0) blocks.push({ kind: 'paragraph', runs });
    loose = [];
  };
  for (const node of nodes) {
    const kind = isElement(node) ? dialect.kind(node) : 'inline';
    if (!isElement(node) || kind === 'inline') loose.push(node);
    else if (kind !== 'skip') {
      flush();
      blocks.push(...block(node, kind, dialect));
    }
  }
  flush();
  return blocks;
}

/** The block's text, one line for each paragraph, item and row. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return plain(block.runs);
    case 'list':
      return block.items.map((item) => blocksText(item)).join('\n');
    case 'table':
      return [
        plain(block.caption),
        ...block.rows.map((row) => row.map(({ blocks }) => blocksText(blocks, ' ')).join(' | ')),
      ]
        .filter((line) => line !== '')
        .join('\n');
  }
}

export function blocksText(blocks: readonly Block[], separator = '\n'): string {
  return blocks.map(blockText).join(separator);
}

function block(node: XmlElement, kind: 'paragraph' | 'list' | 'table' | 'group', dialect: Dialect): Block[] {
  switch (kind) {
    // A paragraph may hold a list or a table: it is split around them.
    case 'paragraph':
    case 'group':
      return toBlocks(node.children, dialect);
    case 'list':
      return [
        {
          kind,
          ordered: dialect.ordered(node),
          items: elements(node, dialect.item).map((item) => toBlocks(item.children, dialect)),
        },
      ];
    case 'table': {
      const caption = elements(node, 'caption').flatMap(({ children }) => toRuns(children, dialect.inline));
      return [{ kind, caption, rows: descendants(node, 'tr').map((row) => cells(row, dialect)) }];
    }
  }
}

function cells(row: XmlElement, dialect: Dialect): Cell[] {
  return elements(row, 'td', 'th').map((cell) => ({
    header: cell.name === 'th',
    colSpan: span(cell, 'colspan'),
    rowSpan: span(cell, 'rowspan'),
    blocks: toBlocks(cell.children, dialect),
  }));
}

function span(cell: XmlElement, name: string): number {
  const value = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= 1_000 ? value : 1;
}
