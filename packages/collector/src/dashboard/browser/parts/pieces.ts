import { html, nothing, type TemplateResult } from 'lit';
import type { Computed } from '../../../report/types.js';
import { whyNot } from '../words/computed.js';
import type { Cell } from './table.js';

export function pageHead(title: string, lead: TemplateResult | string): TemplateResult {
  return html`<header class="page-head">
    <h1 tabindex="-1">${title}</h1>
    <div class="lead">${lead}</div>
  </header>`;
}

export function section(
  id: string,
  title: string,
  body: TemplateResult,
  lead: TemplateResult | string = '',
): TemplateResult {
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    ${lead === '' ? nothing : html`<p class="section-lead">${lead}</p>`} ${body}
  </section>`;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly meaning: TemplateResult | string;
}

/** A few figures side by side, each with what it means. */
export function facts(list: readonly Fact[]): TemplateResult {
  return html`<dl class="facts">
    ${list.map(
      ({ name, value, meaning }) =>
        html`<div>
          <dt>${name}</dt>
          <dd><span class="n">${value}</span> <span class="meaning">${meaning}</span></dd>
        </div>`,
    )}
  </dl>`;
}

/** A figure for a cell; where there is none, a dash that says why. */
export function computedCell(value: Computed, say: (n: number) => string): Cell {
  const why = whyNot(value);
  return why === undefined && value.state === 'computed'
    ? say(value.value)
    : html`<span class="none" title=${why ?? ''}
        ><span aria-hidden="true">–</span><span class="unseen">${why}</span></span
      >`;
}

export function valueOf(value: Computed): number | undefined {
  return value.state === 'computed' ? value.value : undefined;
}

export function notReleasedCell(words: string, released: boolean): Cell {
  return released ? words : html`<span class="not-released">${words}</span>`;
}

/** The host alone, as people say it. */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
