import { html, type Html } from '../html.js';
import { SITE_NAME } from '../site-name.js';

export interface Page {
  readonly title: string;
  readonly description?: string | undefined;
  readonly main: Html;
  /** Further tags for the head. */
  readonly head?: Html | undefined;
}

/** The frame of every page: the library's name above, and what kind of site this is below. */
export function layout({ title, description, main, head }: Page): Html {
  return html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${title === SITE_NAME ? title : `${title} · ${SITE_NAME}`}</title>
      ${description !== undefined && html`<meta name="description" content="${description}" />`} ${head}
      <link rel="icon" href="/favicon.svg" />
      <link rel="stylesheet" href="/site.css" />
      <link rel="pullquote" href="/.well-known/pullquote.json" />
      <script type="module" src="/pullquote/pullquote.js"></script>
    </head>
    <body>
      <a class="skip" href="#main">Skip to the text</a>
      <header class="masthead">
        <a class="wordmark" href="/">Commonplace <span>Medical Library</span></a>
        <p class="tagline">A demonstration site</p>
      </header>
      <main id="main">${main}</main>
      <footer class="colophon">
        <p>
          ${SITE_NAME} is a fictional site that shows how Pullquote works. It is not affiliated with the companies,
          authors and journals that are named on it. Its texts are real and are no longer current: do not use them to
          treat anyone.
        </p>
        <p>
          Drug labels: U.S. Food and Drug Administration, public domain (CC0). Article: MacPherson H et al, PLoS
          Medicine 2013, Creative Commons Attribution License.
        </p>
      </footer>
    </body>
  </html>`;
}
