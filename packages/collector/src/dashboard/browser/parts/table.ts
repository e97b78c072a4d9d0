import { html, type nothing, type TemplateResult } from 'lit';
import type { PageContext } from './context.js';

export type Cell = TemplateResult | string | number | typeof nothing;

export interface Column<R> {
  readonly head: string;
  readonly cell: (row: R) => Cell;
  /** Right-aligned figures of one width. */
  readonly numeric?: boolean | undefined;
  /** Names it in the address, and makes it sortable. Figures sort from the greatest down, words from A. */
  readonly key?: string | undefined;
  readonly by?: ((row: R) => number | string | undefined) | undefined;
  /** Left out where the page is narrow: what it says stands on the row's own page. */
  readonly wide?: boolean | undefined;
  readonly kind?: string | undefined;
}

export interface TableOptions<R> {
  /** What the table is, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** Names the row: the first column then is its head. */
  readonly sort?: { readonly context: Pick<PageContext, 'place' | 'change'>; readonly first: string } | undefined;
  readonly empty?: string | undefined;
}

/** A table that scrolls by itself where it is too wide for the page, with its first column as the rows' names. */
export function table<R>({ caption, columns, rows, sort, empty = 'Nothing.' }: TableOptions<R>): TemplateResult {
  if (rows.length === 0) return html`<p class="none">${empty}</p>`;
  const order = sort ? (sort.context.place.sort ?? sort.first) : undefined;
  const sorted = order === undefined ? rows : inOrder(rows, columns, order);
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
    <table>
      <caption class="unseen">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => headOf(column, sort?.context, order))}
        </tr>
      </thead>
      <tbody>
        ${sorted.map(
          (row) =>
            html`<tr>
              ${columns.map(({ cell, ...column }, i) =>
                i === 0
                  ? html`<th scope="row" class=${classOf(column)}>${cell(row)}</th>`
                  : html`<td class=${classOf(column)}>${cell(row)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function headOf<R>(
  column: Column<R>,
  context: Pick<PageContext, 'change'> | undefined,
  order: string | undefined,
): TemplateResult {
  const { head, key, by, numeric } = column;
  if (!context || key === undefined || !by) return html`<th scope="col" class=${classOf(column)}>${head}</th>`;
  const isUp = order === key;
  const isDown = order === `-${key}`;
  const next = numeric ? (isDown ? key : `-${key}`) : isUp ? `-${key}` : key;
  return html`<th scope="col" class=${classOf(column)} aria-sort=${isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
    <button type="button" class="sort" @click=${() => context.change({ sort: next })}>
      ${head}<span aria-hidden="true" class="way">${isUp ? '↑' : isDown ? '↓' : ''}</span>
    </button>
  </th>`;
}

/** What has no value comes last, whichever way. */
function inOrder<R>(rows: readonly R[], columns: readonly Column<R>[], order: string): readonly R[] {
  const down = order.startsWith('-');
  const by = columns.find(({ key }) => key === (down ? order.slice(1) : order))?.by;
  if (!by) return rows;
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
    const way = typeof x === 'string' ? x.localeCompare(String(y), 'en') : x - Number(y);
    return down ? -way : way;
  });
}

function classOf({ numeric, wide, kind }: Pick<Column<never>, 'numeric' | 'wide' | 'kind'>): string {
  return [numeric ? 'num' : '', wide ? 'wide' : '', kind ?? ''].filter((name) => name !== '').join(' ');
}
