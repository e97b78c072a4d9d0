import { type Block, type Cell, type Run, type Section } from 'pullquote';
import { html, Html } from '../html.js';

/** A section that a page's list of contents can lead to. */
export interface Anchored {
  readonly anchor: string;
  /** The number that the source gives it, such as 7.1. */
  readonly number: string | undefined;
  readonly title: string;
  readonly section: Section;
}

/** Splits the source's own number from the title; a title in capitals is set as a sentence. */
export function anchored(section: Section, prefix = 'section'): Anchored {
  const [, number, rest] = /^(\d+(?:\.\d+)*)\.?\s+(.*)$/.exec(section.title) ?? [];
  const title = rest ?? section.title;
  const sentence = /[a-z]/.test(title) ? title : title.charAt(0) + title.slice(1).toLowerCase();
  const slug = (number ?? title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return { anchor: `${prefix}-${slug || 'text'}`, number, title: sentence, section };
}

/** A section and its own, the first heading at `level`. */
export function sectionHtml(section: Section, level: number): Html {
  const { anchor, number, title } = anchored(section);
  return html`<section${section.title !== '' && html` id="${anchor}"`}>
    ${title !== '' && heading(level, html`${number && html`<span class="number">${number}</span> `}${title}`)}
    ${blocksHtml(section.blocks)}
    ${section.sections.map((inner) => sectionHtml(inner, title === '' ? level : level + 1))}
  </section>`;
}

function heading(level: number, content: Html): Html {
  const name = new Html(`h${Math.min(level, 6)}`);
  return html`<${name}>${content}</${name}>`;
}

export function blocksHtml(blocks: readonly Block[]): Html {
  return html`${blocks.map(blockHtml)}`;
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${runsHtml(block.runs)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${itemHtml(item)}</li>`);
      return block.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'table':
      return tableHtml(block.caption, block.rows);
  }
}

/** A single paragraph in a list or a cell needs no paragraph of its own. */
function itemHtml(blocks: readonly Block[]): Html {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'paragraph' ? runsHtml(only.runs) : blocksHtml(blocks);
}

function tableHtml(caption: readonly Run[], rows: readonly (readonly Cell[])[]): Html {
  const row = (cells: readonly Cell[]) =>
    html`<tr>
      ${cells.map(cellHtml)}
    </tr>`;
  const heads = rows.findIndex((cells) => cells.some(({ header }) => !header));
  const split = heads === -1 ? 0 : heads;
  // Wide tables scroll on their own, and a keyboard can reach them to do so.
  return html`<div class="table" role="region" aria-label="Table" tabindex="0">
    <table>
      ${
        caption.length > 0 &&
        html`<caption>
          ${runsHtml(caption)}
        </caption>`
      }
      ${
        split > 0 &&
        html`<thead>
          ${rows.slice(0, split).map(row)}
        </thead>`
      }
      <tbody>
        ${rows.slice(split).map(row)}
      </tbody>
    </table>
  </div>`;
}

function cellHtml({ header, colSpan, rowSpan, blocks }: Cell): Html {
  const spans = html`${colSpan > 1 && html` colspan="${colSpan}"`}${rowSpan > 1 && html` rowspan="${rowSpan}"`}`;
  return header ? html`<th${spans}>${itemHtml(blocks)}</th>` : html`<td${spans}>${itemHtml(blocks)}</td>`;
}

function runsHtml(runs: readonly Run[]): Html {
  return html`${runs.map(runHtml)}`;
}

function runHtml({ text, marks, lineBreak }: Run): Html {
  return lineBreak ? html`<br />` : marks.reduceRight((inner, mark) => tag(mark, inner), html`${text}`);
}

function tag(mark: Run['marks'][number], inner: Html): Html {
  switch (mark) {
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'em':
      return html`<em>${inner}</em>`;
    case 'sup':
      return html`<sup>${inner}</sup>`;
    case 'sub':
      return html`<sub>${inner}</sub>`;
  }
}
