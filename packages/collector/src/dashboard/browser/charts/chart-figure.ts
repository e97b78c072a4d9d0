import { html, nothing, type TemplateResult } from 'lit';
import type { Choose } from './frame.js';
import { picture, saveAs, standalone } from './export.js';

export interface ChartFigure {
  /** Names the files that it is saved as. */
  readonly id: string;
  readonly title: string;
  /** The finding, in a sentence or two; it is also what a screen reader says of the drawing. */
  readonly says: string;
  /** As long as each of these is the same, nothing is drawn anew. */
  readonly of: readonly unknown[];
  readonly draw: Choose;
  /** The same figures; without one the page shows them as a table of its own, right below. */
  readonly table?: TemplateResult | undefined;
  /** Address of the same figures as CSV. */
  readonly csv: string;
  /** Stands below the drawing: how to read it. */
  readonly note?: TemplateResult | string | undefined;
  /** Stands right below the page's own heading, not in a section. */
  readonly isFirst?: boolean | undefined;
  /** Where the section's own heading says what it is. */
  readonly untitled?: boolean | undefined;
}

/** A chart, its table right below it, and the ways to take it along. */
export function chartFigure(chart: ChartFigure): TemplateResult {
  const { id, title, says, of, draw, table, csv, note, untitled, isFirst } = chart;
  const heading = `chart-${id}-title`;
  return html`<figure class="chart" id=${`chart-${id}`} aria-labelledby=${heading}>
    <figcaption>
      ${
        isFirst
          ? html`<h2 id=${heading} class="chart-title">${title}</h2>`
          : html`<h3 id=${heading} class=${untitled ? 'unseen' : ''}>${title}</h3>`
      }
      <p class="finding">${says}</p>
    </figcaption>
    <pq-plot .of=${of} .draw=${draw} .says=${`${title}. ${says}`}></pq-plot>
    ${note === undefined ? nothing : html`<div class="note-line">${note}</div>`}
    <div class="chart-foot">
      ${
        table === undefined
          ? html`<p class="soft">The table stands below.</p>`
          : html`<details>
              <summary>Table<span class="unseen"> of ${title}</span></summary>
              ${table}
            </details>`
      }
      <p class="exports">
        <span class="label">Save as</span>
        <button type="button" class="quiet" @click=${(event: Event) => save(event, chart, 'svg')}>
          SVG<span class="unseen">: ${title}</span>
        </button>
        <button type="button" class="quiet" @click=${(event: Event) => save(event, chart, 'png')}>
          PNG<span class="unseen">: ${title}</span>
        </button>
        <a href=${csv} download>CSV<span class="unseen">: ${title}</span></a>
      </p>
    </div>
  </figure>`;
}

async function save(event: Event, { id, title }: ChartFigure, kind: 'svg' | 'png'): Promise<void> {
  const svg = (event.currentTarget as Element).closest('figure')?.querySelector<SVGSVGElement>('pq-plot svg');
  if (!svg) return;
  const text = standalone(svg, title);
  const content = kind === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await picture(text);
  saveAs(`pullquote-${id}.${kind}`, content);
}
