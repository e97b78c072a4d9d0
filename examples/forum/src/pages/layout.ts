import { isModerator } from '../seed/people.js';
import type { Doctor } from '../store/doctors.js';
import { demoStrip } from './demo-strip.js';
import { html, type Html } from './html.js';

/** What every page knows about its visit. */
export interface Visit {
  readonly doctor: Doctor | undefined;
  readonly csrf: string;
  readonly path: string;
  /** The publisher's report, when this forum runs inside the demo. */
  readonly report?: string | undefined;
}

export interface Page {
  readonly title: string;
  /** The room's specialty; `other` on pages that belong to no sub-forum. */
  readonly specialty?: string;
  /** A further module of the page, from /static/. */
  readonly script?: string;
}

/** The frame around every page. Pullquote needs the `link` and the script; the rest is the forum's own. */
export function layout(visit: Visit, page: Page, main: Html): Html {
  const { doctor, csrf } = visit;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · Grand Round</title>
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/static/forum.css" />
        ${
          doctor
            ? html`<meta name="csrf" content="${csrf}" />
                <meta name="hcp" content="${String(doctor.verified)}" />
                <link rel="pullquote" href="/pq/community.json" />
                <link rel="modulepreload" href="/pq/pullquote.js" />
                <script type="module" src="/static/forum.js"></script>`
            : ''
        }
        ${page.script ? html`<script type="module" src="/static/${page.script}"></script>` : ''}
      </head>
      <body data-specialty="${page.specialty ?? 'other'}">
        <a class="skip" href="#main">Skip to content</a>
        ${header(visit)}
        <main id="main" tabindex="-1">${main}</main>
        <footer class="foot">
          <div class="bar">
            <p>
              Grand Round is a fictional community, made to show Pullquote. Its doctors and their posts are invented.
            </p>
          </div>
        </footer>
        ${doctor && visit.report ? demoStrip(csrf, visit.report) : ''}
      </body>
    </html>`;
}

const NAVIGATION = [
  { path: '/', label: 'Discussions' },
  { path: '/library', label: 'Library' },
  { path: '/search', label: 'Search' },
];

function header({ doctor, csrf, path }: Visit): Html {
  return html`<header class="top">
    <div class="bar">
      <a class="brand" href="/"><span aria-hidden="true" class="mark"></span>Grand Round</a>
      ${
        doctor
          ? html`<nav aria-label="Main">
                <ul>
                  ${NAVIGATION.map(
                    (item) =>
                      html`<li>
                        <a href="${item.path}" ${item.path === path ? html`aria-current="page"` : ''}>${item.label}</a>
                      </li>`,
                  )}
                  ${isModerator(doctor) ? html`<li><a href="/pq/moderation">Moderation</a></li>` : ''}
                </ul>
              </nav>
              <div class="me">
                <a class="button small" href="/new" ${path === '/new' ? html`aria-current="page"` : ''}>Write</a>
                <span class="who">${doctor.name}</span>
                <form method="post" action="/sign-out">
                  <input type="hidden" name="csrf" value="${csrf}" />
                  <button class="plain">Sign out</button>
                </form>
              </div>`
          : ''
      }
    </div>
  </header>`;
}
