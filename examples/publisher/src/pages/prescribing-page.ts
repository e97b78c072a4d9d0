import { html, type Html } from '../html.js';
import type { DemoItem } from '../items.js';
import { dateWords } from './label-words.js';
import { layout } from './layout.js';
import { anchored, sectionHtml } from './sections.js';

export const PRESCRIBING_PATH = '/lipitor-prescribing-information';

/** The whole label as the company filed it: what "Prescribing information" leads to, in one click. */
export function prescribingPage({ content, source }: DemoItem): Html {
  const sections = source.sections.filter(({ title }) => /^\d|^PATIENT INFORMATION/.test(title));
  const [product] = content.products ?? [];
  return layout({
    title: 'Lipitor: full prescribing information',
    main: html`<article>
      <header class="opening">
        <p class="kicker">Prescribing information <span>United States</span></p>
        <h1>${product?.brand} (${product?.generic})</h1>
        <p class="dek">Full prescribing information, ${content.parties[0]?.name}</p>
        <p class="byline">
          ${product?.piDate !== undefined && html`<time datetime="${product.piDate}">${dateWords(product.piDate)}</time>`}
          <a href="${content.canonicalUrl}">Drug interactions</a>
        </p>
      </header>
      <div class="columns">
        <nav class="contents" aria-labelledby="contents-title">
          <h2 id="contents-title">Sections</h2>
          <ol>
            ${sections
              .map((section) => anchored(section))
              .map(
                ({ anchor, number, title }) =>
                  html`<li>
                    <a href="#${anchor}">${number && html`<span class="number">${number}</span> `}${title}</a>
                  </li>`,
              )}
          </ol>
        </nav>
        <div class="text">${sections.map((section) => sectionHtml(section, 2))}</div>
      </div>
    </article>`,
  });
}
