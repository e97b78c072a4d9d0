import { html } from 'hono/html';
import type { Publisher } from '../config.js';
import type { Manifest } from './assets.js';

/** Who looks, and at whose figures. */
export interface Viewer {
  readonly publisher: Publisher;
  /** Whether this viewer may change the campaign windows. */
  readonly mayEdit: boolean;
  /** Name of the key whose holder signed in; undefined where there is no session to end. */
  readonly signedInWith?: string | undefined;
  /** All that this viewer may choose from: more than one only where the collector is open. */
  readonly publishers: readonly Publisher[];
}

/**
 * Scripts and styles from this server's own files, and nothing else; Trusted Types, so that no text becomes markup. What the page
 * asks for comes from here too.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** The page that the browser's part fills. @param soon addresses that it will ask for first. Without scripts it says where the same figures are to be had. */
export function shell(
  { publisher, mayEdit, signedInWith, publishers }: Viewer,
  files: Manifest,
  today: string,
  soon: readonly string[],
) {
  const query = publishers.length > 1 ? `?publisher=${encodeURIComponent(publisher.origin)}` : '';
  const choice = publishers.map(({ origin, name }) => ({ origin, name }));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${publisher.name} · Pullquote</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/${files.style}" />
        ${soon.map((address) => html`<link rel="preload" as="fetch" crossorigin href="${address}" />`)}
        <link rel="modulepreload" href="/assets/${files.charts}" />
        <script type="module" src="/assets/${files.script}"></script>
      </head>
      <body>
        <pq-dashboard
          origin="${publisher.origin}"
          name="${publisher.name}"
          today="${today}"
          publishers="${JSON.stringify(choice)}"
          ${mayEdit ? html`editable` : ''}
          ${signedInWith === undefined ? '' : html`signed-in-with="${signedInWith}"`}
        ></pq-dashboard>
        <noscript>
          <main class="plain">
            <h1>${publisher.name}</h1>
            <p>
              This page draws its charts in your browser and needs JavaScript. The same figures are to be had without
              it: as a table of every week (<a href="/v1/reports/always-on.csv${query}">CSV</a>,
              <a href="/v1/reports/always-on${query}">JSON</a>), of every item (<a href="/v1/reports/items.csv${query}"
                >CSV</a
              >, <a href="/v1/reports/items${query}">JSON</a>) and of every community (<a
                href="/v1/reports/communities.csv${query}"
                >CSV</a
              >, <a href="/v1/reports/communities${query}">JSON</a>); <a href="/v1/reports${query}">all reports</a> are
              listed. Whoever runs this collector can also print them in a terminal:
              <code>pullquote-collector report</code>.
            </p>
            ${
              signedInWith === undefined
                ? ''
                : html`<form method="post" action="/sign-out"><button>Sign out</button></form>`
            }
          </main>
        </noscript>
      </body>
    </html>`;
}
