import type { ShareableItem } from '../community.js';
import { html, type Html } from './html.js';
import { count } from './words.js';

export function libraryPage(items: readonly ShareableItem[]): Html {
  return html`<header class="head">
      <div>
        <h1>Library</h1>
        <p class="lede">
          Items that the publishers on this community’s list offer for peer discussion. Each says whose it is before you
          share it.
        </p>
      </div>
    </header>
    ${
      items.length === 0
        ? empty()
        : html`<ol class="items">
            ${items.map(libraryItem)}
          </ol>`
    }`;
}

function libraryItem(item: ShareableItem): Html {
  return html`<li>
    <h2>${item.title}</h2>
    <p class="source">${sourceLine(item)}</p>
    <pq-share item="${item.url}"><a href="${item.url}" rel="nofollow noopener noreferrer">${item.title}</a></pq-share>
  </li>`;
}

/** Whose it is and what it is, in one line; the share dialog and every post carry the whole label. */
function sourceLine({ publisher, promotionalStatus, excerpts }: ShareableItem): string {
  const passages = excerpts === 0 ? [] : [count(excerpts, 'passage to quote', 'passages to quote')];
  const source = `${publisher.name} (${new URL(publisher.origin).host})`;
  return [source, statusWords(promotionalStatus), ...passages].join(' · ');
}

const STATUS_WORDS = new Map([
  ['promotional', 'Promotional'],
  ['non-promotional', 'Non-promotional'],
  ['company-medical-education', 'Company medical education'],
  ['independent-medical-education', 'Independent medical education'],
  ['scientific-exchange', 'Scientific exchange'],
  ['risk-minimisation', 'Risk minimisation'],
]);

/** A status that this page doesn't know is never passed off as a harmless one. */
function statusWords(status: string | undefined): string {
  return STATUS_WORDS.get(status ?? '') ?? 'Promotional status not known';
}

function empty(): Html {
  return html`<div class="empty">
    <p>No items yet.</p>
    <p>They are fetched from the publishers on a timer. Look again in a minute.</p>
  </div>`;
}
