import { html, type Html } from '../html.js';
import type { DemoItem } from '../items.js';
import { SITE_NAME } from '../site-name.js';
import { audienceWords, dateWords, words } from './label-words.js';
import { layout } from './layout.js';

/** The library's front page: its items, each with its source line first. */
export function indexPage(items: readonly DemoItem[], isWithdrawn: (url: string) => boolean): Html {
  return layout({
    title: SITE_NAME,
    description: 'Content to pass on in peer discussions, with its source on it.',
    main: html`<div class="front">
      <header class="opening">
        <h1>Content to pass on, with its source on it</h1>
        <p class="dek">
          Each item says who wrote and paid for it, and for whom it is. Share one in your community: the label goes with
          it.
        </p>
      </header>
      <ol class="items">
        ${items.map(({ content }) => entry(content, isWithdrawn(content.canonicalUrl)))}
      </ol>
    </div>`,
  });
}

function entry(content: DemoItem['content'], withdrawn: boolean): Html {
  const date = content.datePrepared ?? content.lastRevised;
  return html`<li>
    <p class="kicker">
      ${withdrawn ? 'Withdrawn' : words(content.promotionalStatus)} <span>${audienceWords(content)}</span>
    </p>
    <h2><a href="${content.canonicalUrl}">${content.title}</a></h2>
    ${!withdrawn && content.summary !== undefined && html`<p>${content.summary}</p>`}
    <p class="byline">
      <span>${content.parties[0]?.name}</span>
      ${date !== undefined && html`<time datetime="${date}">${dateWords(date)}</time>`}
    </p>
  </li>`;
}
