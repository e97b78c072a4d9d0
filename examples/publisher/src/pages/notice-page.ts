import type { PublishedItem } from 'pullquote';
import { html, type Html } from '../html.js';
import { layout } from './layout.js';

export function notFoundPage(): Html {
  return layout({
    title: 'Not found',
    main: html`<div class="front">
      <header class="opening">
        <h1>There is no page at this address</h1>
        <p class="dek">It may have moved. <a href="/">The library’s items</a> are all on one page.</p>
      </header>
    </div>`,
  });
}

export function withdrawnPage({
  title,
  reason,
  replacement,
  aeReportingUrl,
}: NonNullable<PublishedItem['tombstone']>): Html {
  return layout({
    title: `Withdrawn: ${title}`,
    main: html`<div class="front">
      <header class="opening">
        <p class="kicker">Withdrawn</p>
        <h1>This item has been withdrawn</h1>
        <p class="dek">${title}</p>
      </header>
      <aside class="source">
        <h2>Why</h2>
        <p>${reason}</p>
        <p class="ways">
          ${replacement !== undefined && html`<a href="${replacement}">What takes its place</a>`}
          ${aeReportingUrl !== undefined && html`<a href="${aeReportingUrl}" rel="noreferrer">Report an adverse event</a>`}
        </p>
      </aside>
    </div>`,
  });
}
