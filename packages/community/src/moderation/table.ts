import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;
export type Cell = string | Html;
export interface Head {
  readonly text: string;
  readonly numeric?: boolean;
}
type Row = readonly Cell[];
/** Rows that belong together, under a line of their own. */
export interface Group {
  readonly title: Cell;
  readonly rows: readonly Row[];
}

/** A table that scrolls inside itself on a narrow screen, reachable with the keyboard, named by a heading. */
export function table(labelledBy: string, heads: readonly Head[], rows: readonly Row[]): Html {
  return frame(
    labelledBy,
    heads,
    html`<tbody>
      ${rows.map((row) => line(heads, row))}
    </tbody>`,
  );
}

export function groupedTable(labelledBy: string, heads: readonly Head[], groups: readonly Group[]): Html {
  return frame(
    labelledBy,
    heads,
    groups.map(
      ({ title, rows }) =>
        html`<tbody>
          <tr class="group">
            <th scope="rowgroup" colspan="${heads.length}">${title}</th>
          </tr>
          ${rows.map((row) => line(heads, row))}
        </tbody>`,
    ),
  );
}

function frame(labelledBy: string, heads: readonly Head[], body: Html | readonly Html[]): Html {
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0">
    <table aria-labelledby="${labelledBy}">
      <thead>
        <tr>
          ${heads.map(({ text }, i) => html`<th scope="col" ${kind(heads, i)}>${text}</th>`)}
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
}

function line(heads: readonly Head[], row: Row): Html {
  return html`<tr>
    ${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td ${kind(heads, i)}>${cell}</td>`))}
  </tr>`;
}

function kind(heads: readonly Head[], i: number): Html | string {
  return heads[i]?.numeric ? html`class="num"` : '';
}
