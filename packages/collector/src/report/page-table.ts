import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;
export type Cell = string | Html;

export interface Head {
  readonly text: string;
  readonly numeric?: boolean;
}

/** A table that scrolls inside itself on a narrow screen, reachable with the keyboard, named by its section's heading. */
export function scrollTable(labelledBy: string, heads: readonly Head[], rows: readonly (readonly Cell[])[]): Html {
  const align = (i: number) => (heads[i]?.numeric ? html`class="num"` : '');
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0">
    <table aria-labelledby="${labelledBy}">
      <thead>
        <tr>
          ${heads.map((head, i) => html`<th scope="col" ${align(i)}>${head.text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td ${align(i)}>${cell}</td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
