import { html, nothing, type TemplateResult } from 'lit';
import { count } from '../words/numbers.js';

/** So many rows does a page ask for: nobody reads more, and a file has all. */
export const MOST_ROWS = 1_000;

interface Part {
  readonly rows: readonly unknown[];
  readonly total: number;
  /** Where the next rows begin; null where there are none. */
  readonly next: string | null;
}

/** What a list leaves out, or nothing where it is whole. */
export function leftOut({ rows, total, next }: Part): string {
  return next === null ? '' : `These are the first ${count(rows.length)} of ${count(total)}; the CSV has all. `;
}

/** Below a table: what it leaves out, and the file that has all. */
export function tableFoot(part: Part, csv: string): TemplateResult {
  return html`<p class="table-foot">${leftOut(part) || nothing}<a href=${csv} download>Save as CSV</a></p>`;
}
