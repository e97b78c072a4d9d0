import { html, nothing, type TemplateResult } from 'lit';
import type { LedgerEntry } from '@pullquote/events/browser';
import { factWords } from './fact-words.js';
import type { LedgerWords } from './words.js';

/** The newest first: what a doctor just did is what they look for. */
export function entriesView(entries: readonly LedgerEntry[], words: LedgerWords): TemplateResult {
  if (entries.length === 0) return html`<p class="empty" part="empty">${words.empty}</p>`;
  return html`<ol part="entries">
    ${[...entries].reverse().map((entry) => entryView(entry, words))}
  </ol>`;
}

function entryView({ draft, lane, status, reason }: LedgerEntry, words: LedgerWords): TemplateResult {
  return html`<li part="entry">
    <p class="what">
      <strong>${factWords(draft.fact, words)}</strong> <span class=${`fate ${status}`}>${words.status[status]}</span>
    </p>
    ${reason === undefined ? nothing : html`<p class="small" lang="en">${reason}</p>`}
    <p class="small">${words.leaves[lane]}</p>
    <details class="small">
      <summary>${words.exact}</summary>
      <pre dir="ltr">${JSON.stringify(draft, null, 2)}</pre>
    </details>
  </li>`;
}
