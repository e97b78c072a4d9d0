import { html } from 'hono/html';
import type { Publisher } from '../config.js';
import { count, longDay, shortDay } from './dates.js';
import { aboutNote, byCommunity, byDay, byDepth, byItem, dataQuality } from './page-sections.js';
import type { Report } from './report.js';

/** The report as a page. Every value goes through `html`, which escapes it. `signedInWith` is the name of the reader's key. */
export function reportPage(report: Report, publishers: readonly Publisher[], signedInWith?: string) {
  const { publisher, totals, firstDay, lastDay } = report;
  const query = `publisher=${encodeURIComponent(publisher.origin)}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Reuse report: ${publisher.name}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/report.css" />
      </head>
      <body>
        <a class="skip" href="#figures">To the figures</a>
        <header>
          <p class="kicker"><span class="mark" aria-hidden="true">◆</span> Pullquote · Reuse report</p>
          <h1>${publisher.name}</h1>
          <p class="dateline">
            ${publisher.origin.replace(/^https:\/\//, '')}
            ${
              firstDay === undefined || lastDay === undefined
                ? ''
                : html`<span class="sep">·</span>
                    ${firstDay === lastDay ? '' : html`${shortDay(firstDay)} to `}${longDay(lastDay)}`
            }
          </p>
          ${publishers.length > 1 ? publisherNav(publishers, publisher) : ''}
          ${signedInWith === undefined ? '' : signOut(signedInWith)}
        </header>
        <main id="figures">
          ${
            lastDay === undefined
              ? emptyState(report)
              : html`<dl class="figures">
                    ${figure('shared', totals.shared, 'put into a discussion')}
                    ${figure('reshared', totals.reshared, 'passed on from a post')}
                    ${figure('quoted', totals.quoted, 'with a passage of it')}
                  </dl>
                  ${byItem(report, lastDay)}
                  <div class="pair">${byCommunity(report)} ${byDepth(report)}</div>
                  ${byDay(report, lastDay)}`
          }
          ${aboutNote()} ${dataQuality(report)}
        </main>
        <footer>
          <p>
            The same figures as <a href="/v1/report.json?${query}">JSON</a> or
            <a href="/v1/report.csv?${query}">CSV</a>, which has every day and version.
          </p>
          <p>Made on ${longDay(report.generatedAt)}. Days are days in UTC.</p>
        </footer>
      </body>
    </html>`;
}

function figure(name: string, n: number, meaning: string) {
  return html`<div>
    <dt>${name}</dt>
    <dd><span class="n">${count(n)}</span> <span class="meaning">${meaning}</span></dd>
  </div>`;
}

function signOut(name: string) {
  return html`<form class="out" method="post" action="/sign-out">
    <span>Signed in with the key “${name}”</span> <button>Sign out</button>
  </form>`;
}

function emptyState({ dataQuality: { trusted } }: Report) {
  return html`<section class="empty">
    <h2>Nothing has been reported yet</h2>
    <p>A community sends day D during D+1, so the first figures come on the day after the first share.</p>
    ${
      trusted.length === 0
        ? html`<p>
            No community is trusted yet. A community’s batches are refused until you have confirmed its key:
            <code>pullquote-collector trust add https://community.example</code>
          </p>`
        : html`<p>
            Trusted and expected to report:
            ${trusted.map(({ name, community }, i) => html`${i > 0 ? ', ' : ''}${name} (${community.replace(/^https:\/\//, '')})`)}.
          </p>`
    }
  </section>`;
}

function publisherNav(publishers: readonly Publisher[], current: Publisher) {
  return html`<nav aria-label="Publishers">
    <ul>
      ${publishers.map(
        ({ origin, name }) =>
          html`<li>
            <a
              href="/?publisher=${encodeURIComponent(origin)}"
              ${origin === current.origin ? html`aria-current="page"` : ''}
              >${name}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
